using System.Runtime.CompilerServices;

namespace Icd.Core.Codes;

/// <summary>Classes of the characters that codes are made of, for UTF-16 and UTF-8 input alike.</summary>
internal static class AsciiUnit
{
    public const byte Digit = 1;
    public const byte Letter = 2;
    public const byte Point = 3;

    /// <summary>I or O: a letter, but not one of ICD-11's.</summary>
    public const byte LetterLikeDigit = 4;

    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
    ];

    /// <summary>The class of a unit; 0 for what never occurs in a code.</summary>
    public static byte ClassOf(uint unit) => unit < 128 ? Classes[(int)unit] : (byte)0;

    /// <summary>Upper case of an ASCII letter or digit. Only ASCII is folded: Unicode upper-casing turns U+017F into S.</summary>
    public static uint ToUpper(uint unit) => unit - 'a' <= 'z' - 'a' ? unit & ~0x20u : unit;

    /// <summary>A unit of UTF-8 (<see cref="byte"/>) or UTF-16 (<see cref="char"/>). Arithmetic over any number type would not be compiled ahead of time.</summary>
    public static uint At<T>(ReadOnlySpan<T> text, int index) where T : unmanaged =>
        typeof(T) == typeof(byte) ? Unsafe.BitCast<T, byte>(text[index]) : Unsafe.BitCast<T, char>(text[index]);

    public static bool IsSpace(uint unit) => unit is ' ' or '\t' or '\r' or '\n';
}
