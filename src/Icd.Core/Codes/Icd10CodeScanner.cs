namespace Icd.Core.Codes;

/// <summary>Reads one ICD-10 code, international or Norwegian, from the front of a text.</summary>
/// <remarks>
/// Shape: a letter, a digit, a digit or a national group letter (n, s, t), then up to two subdivisions, with or without a
/// point before them. Read from the Norwegian list (2026): a fourth character that is a letter is always x (unknown place),
/// a fifth that is a letter is an activity or an infarction type. Only the first letter is upper case, so any case
/// can be accepted without doubt.
/// </remarks>
internal static class Icd10CodeScanner
{
    public const int MaxLength = 5;

    /// <summary>Reads the code at <paramref name="start"/>.</summary>
    /// <param name="end">Where it ends, a dagger or asterisk included.</param>
    /// <returns>The packed code with its mark in the lowest byte, or 0 where there is none.</returns>
    public static ulong Read<T>(ReadOnlySpan<T> text, int start, out int end) where T : unmanaged
    {
        ulong packed = 0;
        var (length, i) = (0, start);
        for (; i < text.Length; i++)
        {
            var unit = AsciiUnit.At(text, i);
            if (unit == '.' && length == 3 && i == start + 3) continue;
            if (!Allows(length, unit)) break;
            packed = (packed << 8) | Canonical(length, unit);
            length++;
        }

        end = i;
        // A point must be followed by something, and a code goes no further than its last character.
        if (length < 3 || AsciiUnit.At(text, i - 1) == '.') return 0;
        var mark = ReadMark(text, i, out var markLength);
        end = i + markLength;
        if (end < text.Length && AsciiUnit.ClassOf(AsciiUnit.At(text, end)) != 0) return 0;
        return PackedText.Align(packed, length) | (byte)mark;
    }

    private static bool Allows(int index, uint unit) => index switch
    {
        0 => AsciiUnit.ToUpper(unit) is >= 'A' and <= 'Z',
        1 => unit is >= '0' and <= '9',
        2 => unit is >= '0' and <= '9' || (unit | 0x20) is 'n' or 's' or 't',
        3 => unit is >= '0' and <= '9' || (unit | 0x20) is 'x',
        4 => unit is >= '0' and <= '9' || (unit | 0x20) is >= 'a' and <= 'z',
        _ => false,
    };

    private static uint Canonical(int index, uint unit) =>
        index == 0 ? AsciiUnit.ToUpper(unit) : unit is >= '0' and <= '9' ? unit : unit | 0x20;

    /// <summary>Reads a dagger († or +) or an asterisk; U+2020 is one unit in UTF-16 and three in UTF-8.</summary>
    private static Icd10Mark ReadMark<T>(ReadOnlySpan<T> text, int position, out int length) where T : unmanaged
    {
        length = 0;
        if (position >= text.Length) return Icd10Mark.None;
        var unit = AsciiUnit.At(text, position);
        if (unit is '*' or '+')
        {
            length = 1;
            return unit == '*' ? Icd10Mark.Asterisk : Icd10Mark.Dagger;
        }

        if (unit < 128 || Icd11CodeScanner.ScalarAt(text, position) is not { Scalar: '†' } scalar) return Icd10Mark.None;
        length = scalar.Length;
        return Icd10Mark.Dagger;
    }

    /// <summary>Why <paramref name="text"/> as a whole is not an ICD-10 code.</summary>
    public static SyntaxError Diagnose<T>(ReadOnlySpan<T> text) where T : unmanaged
    {
        if (text.IsEmpty) return new(SyntaxErrorKind.Empty, 0);
        if (Icd11CodeScanner.Read(text, 0, out var end11) != 0 && end11 == text.Length && text.Length >= 4)
            return new(SyntaxErrorKind.Icd11Code, 0, text.Length);

        var (length, i) = (0, 0);
        for (; i < text.Length; i++)
        {
            var unit = AsciiUnit.At(text, i);
            if (unit == '.')
            {
                if (length != 3 || i != 3) return new(SyntaxErrorKind.MisplacedPoint, i, 1);
                continue;
            }

            if (Allows(length, unit))
            {
                length++;
                continue;
            }

            if (unit == '-' && length >= 3) return new(SyntaxErrorKind.NotASingleCode, i, text.Length - i);
            if (length == MaxLength && AsciiUnit.ClassOf(unit) != 0) return new(SyntaxErrorKind.CodeTooLong, i, text.Length - i);
            if (length >= 3 && ReadMark(text, i, out var markLength) != Icd10Mark.None)
            {
                if (AsciiUnit.At(text, i - 1) == '.') return new(SyntaxErrorKind.IncompleteCode, i);
                i += markLength;
            }

            return Icd11CodeScanner.Stray(text, i);
        }

        return new(SyntaxErrorKind.IncompleteCode, text.Length);
    }
}
