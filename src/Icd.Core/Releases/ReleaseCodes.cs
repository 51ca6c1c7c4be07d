using System.Buffers;
using System.Text;
using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>The key under which a release keeps a code: its text in the classification's canonical case, packed.</summary>
internal static class ReleaseCodes
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXivx");

    /// <summary>Reads a code of a classification as a person types it.</summary>
    public static bool TryKey(Classification classification, ReadOnlySpan<char> code, out ulong key)
    {
        key = classification switch
        {
            Classification.Mms => Icd11Code.TryParse(code, out var icd11) ? icd11.Packed : 0,
            // Chapters of ICD-10 have roman numerals, which no code has the shape of.
            Classification.Icd10 => Icd10Code.TryParse(code, out var icd10) ? icd10.PackedCode : PackChapter(code),
            Classification.Icf => IsLetterAndDigits(code, letters: 2) ? Pack(code, lower: true) : 0,
            _ => IsLetterAndDigits(code, letters: 1) ? Pack(code, lower: false) : 0,
        };
        return key != 0;
    }

    /// <summary>ICF: <c>b110</c>, <c>qp3</c>; ICPC-2: <c>A01</c>, and a letter for a chapter.</summary>
    private static bool IsLetterAndDigits(ReadOnlySpan<char> code, int letters)
    {
        var digits = code.IndexOfAnyInRange('0', '9');
        var prefix = digits < 0 ? code : code[..digits];
        return prefix.Length >= 1 && prefix.Length <= letters && !prefix.ContainsAnyExcept(Letters) && !code[prefix.Length..].ContainsAnyExceptInRange('0', '9');
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
