using Icd.Core.Codes;

namespace Icd.Mapping.Who;

/// <summary>ICD-10 codes as integers that sort like their text: the characters without the point, the first in the highest byte.</summary>
internal static class PackedCode
{
    public static ulong Of(Icd10Code code)
    {
        Span<char> text = stackalloc char[Icd10Code.MaxLength];
        code.TryFormat(text, out var length, "N", provider: null);
        ulong packed = 0;
        for (var i = 0; i < sizeof(ulong); i++) packed = (packed << 8) | (i < length ? text[i] : 0u);
        return packed;
    }

    public static Icd10Code ToCode(ulong packed)
    {
        Span<char> text = stackalloc char[sizeof(ulong)];
        var length = 0;
        for (; length < sizeof(ulong) && (byte)(packed >> (56 - (length * 8))) is not 0 and var character; length++) text[length] = (char)character;
        return length == 0 ? default : Icd10Code.Parse(text[..length]);
    }
}
