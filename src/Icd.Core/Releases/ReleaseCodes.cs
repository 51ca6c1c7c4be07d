using System.Buffers;
using System.Text;
using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>The key under which a release keeps a code: its text in the classification's canonical case, packed.</summary>
internal static class ReleaseCodes
{
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXivx");

    /// <summary>Reads a code of a classification as a person types it.</summary>
    public static bool TryKey(Classification classification, ReadOnlySpan<char> code, out ulong key)
    {
        key = classification switch
        {
            Classification.Mms => Icd11Code.TryParse(code, out var icd11) ? icd11.Packed : 0,
            // Chapters of ICD-10 have roman numerals, which no code has the shape of.
            Classification.Icd10 => Icd10Code.TryParse(code, out var icd10) ? icd10.PackedCode : PackChapter(code),
            Classification.Icf => Pack(code, lower: true),
            _ => Pack(code, lower: false),
        };
        return key != 0;
    }

    private static ulong PackChapter(ReadOnlySpan<char> code) => code.ContainsAnyExcept(RomanDigits) ? 0 : Pack(code, lower: false);

    private static ulong Pack(ReadOnlySpan<char> code, bool lower)
    {
        if (code.Length > PackedText.MaxLength) return 0;
        Span<char> folded = stackalloc char[code.Length];
        // Only ASCII is folded: Unicode would turn U+017F into S and U+212A into k, and find what nobody wrote.
        if (!Ascii.IsValid(code)) return 0;
        for (var i = 0; i < code.Length; i++) folded[i] = lower ? char.ToLowerInvariant(code[i]) : char.ToUpperInvariant(code[i]);
        return PackedText.FromAscii(folded);
    }

    /// <summary>The code as people write it: ICD-10 with its point.</summary>
    public static string Display(Classification classification, ulong key) =>
        classification == Classification.Icd10 && key != 0 && char.IsAsciiDigit((char)PackedText.CharAt(key, 1))
            ? new Icd10Code(key).ToString()
            : PackedText.ToString(key);
}
