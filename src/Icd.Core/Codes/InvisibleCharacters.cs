namespace Icd.Core.Codes;

/// <summary>Characters that come along when text is pasted from documents and that nobody sees.</summary>
internal static class InvisibleCharacters
{
    public static bool Contains(uint scalar) => scalar is
        0x00A0 or 0x00AD or 0x061C or 0x180E or 0x2060 or 0x3000 or 0xFEFF
        or (>= 0x2000 and <= 0x200F) or (>= 0x2028 and <= 0x202F) or (>= 0x2061 and <= 0x2064)
        or < 0x20 or (>= 0x7F and <= 0x9F);
}
