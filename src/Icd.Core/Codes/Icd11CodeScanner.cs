namespace Icd.Core.Codes;

/// <summary>Reads one ICD-11 code from the front of a text.</summary>
/// <remarks>
/// The shape is the one the ICD-11 Reference Guide gives (section on code structure): stem codes are <c>ED1E.EE</c>, E a
/// digit or letter, D a letter, 1 a digit, with up to two places after the point; the second place is a letter so that no
/// ICD-11 code can be taken for an ICD-10 code; I and O are not used; extension codes begin with X and have no point.
/// Good codes take one pass; only a failing one is looked at again, to say what is wrong.
/// </remarks>
internal static class Icd11CodeScanner
{
    /// <summary>Reads the longest run of code characters at <paramref name="start"/> and judges its shape.</summary>
    /// <param name="end">Where the run ends.</param>
    /// <returns>The packed code, or 0 where the run is not one; <see cref="Diagnose"/> then tells why.</returns>
    public static ulong Read<T>(ReadOnlySpan<T> text, int start, out int end) where T : unmanaged
    {
        ulong packed = 0;
        uint classes = 0;
        var i = start;
        for (; i < text.Length; i++)
        {
            var unit = AsciiUnit.At(text, i);
            var unitClass = AsciiUnit.ClassOf(unit);
            if (unitClass == 0) break;
            packed = (packed << 8) | AsciiUnit.ToUpper(unit);
            // Runs longer than eight overflow both accumulators; the length check below refuses them.
            classes = (classes << 4) | unitClass;
        }

        end = i;
        var length = i - start;
        if (length is < 1 or > 7) return 0;
        packed = PackedText.Align(packed, length);
        classes <<= (8 - length) << 2;
        return HasShape(packed, classes, length) ? packed : 0;
    }

    private static bool HasShape(ulong packed, uint classes, int length)
    {
        if (length < 4) return IsChapter(packed, length);

        // Nibbles, first character highest: letter in second place, digit in third, no I or O (class 4) anywhere.
        if ((classes & 0x0FF00000) != 0x02100000 || (classes & 0x44444444) != 0) return false;

        var first = PackedText.CharAt(packed, 0);
        if (first == 'X') return length <= 6 && !HasPoint(classes, 3, length);
        if (first is (byte)'0' or (byte)'.' || ClassAt(classes, 3) == AsciiUnit.Point) return false;
        return length == 4
            || (length >= 6 && ClassAt(classes, 4) == AsciiUnit.Point && !HasPoint(classes, 5, length));
    }

    /// <summary>Chapters are numbered 01 to 26; the last two are V (functioning) and X (extension codes).</summary>
    private static bool IsChapter(ulong packed, int length)
    {
        var (first, second) = (PackedText.CharAt(packed, 0), PackedText.CharAt(packed, 1));
        if (length == 1) return first is (byte)'V' or (byte)'X';
        if (length != 2 || first is < (byte)'0' or > (byte)'2' || second is < (byte)'0' or > (byte)'9') return false;
        return ((first - '0') * 10) + (second - '0') is >= 1 and <= 26;
    }

    private static uint ClassAt(uint classes, int index) => (classes >> (28 - (index << 2))) & 0xF;

    private static bool HasPoint(uint classes, int from, int length)
    {
        for (var i = from; i < length; i++)
        {
            if (ClassAt(classes, i) == AsciiUnit.Point) return true;
        }

        return false;
    }

    /// <summary>Why the run from <paramref name="start"/> to <paramref name="end"/> is not a code.</summary>
    public static SyntaxError Diagnose<T>(ReadOnlySpan<T> text, int start, int end) where T : unmanaged
    {
        if (start == end) return Stray(text, start);
        var run = text[start..end];
        // The whole run is judged first: an ICD-10 code typed by habit deserves better than "unexpected digit".
        if (Icd10CodeScanner.Read(text, start, out var end10) != 0 && end10 >= end)
            return new(SyntaxErrorKind.Icd10Code, start + 1, 1);

        var isExtension = AsciiUnit.ToUpper(AsciiUnit.At(run, 0)) == 'X';
        var longest = isExtension ? 6 : 7;
        for (var i = 0; i < run.Length; i++)
        {
            var error = DiagnoseUnit(run, i, isExtension);
            if (error != SyntaxErrorKind.None) return new(error, start + i, ErrorLength(error, run.Length - i));
        }

        if (run.Length > longest) return new(SyntaxErrorKind.CodeTooLong, start + longest, run.Length - longest);
        // Complete characters, too few of them: either the text ends here or a character that no code has follows.
        return end < text.Length && !EndsToken(AsciiUnit.At(text, end))
            ? Stray(text, end)
            : new(SyntaxErrorKind.IncompleteCode, end);
    }

    private static SyntaxErrorKind DiagnoseUnit<T>(ReadOnlySpan<T> run, int index, bool isExtension)
        where T : unmanaged
    {
        var unit = AsciiUnit.At(run, index);
        var unitClass = AsciiUnit.ClassOf(unit);
        if (unitClass == AsciiUnit.LetterLikeDigit) return SyntaxErrorKind.LetterNotInAlphabet;
        switch (index)
        {
            case 0 when unit == '0' && run.Length > 2:
            case 1 when unitClass == AsciiUnit.Digit && run.Length > 2:
            case 2 when unitClass == AsciiUnit.Letter:
                return SyntaxErrorKind.UnexpectedCharacter;
            case 4 when !isExtension && unitClass != AsciiUnit.Point:
                return run.Length <= 6 && !Contains(run, '.') ? SyntaxErrorKind.MissingPoint : SyntaxErrorKind.CodeTooLong;
            case 4 when !isExtension:
                return SyntaxErrorKind.None;
            default:
                return unitClass == AsciiUnit.Point ? SyntaxErrorKind.MisplacedPoint : SyntaxErrorKind.None;
        }
    }

    private static int ErrorLength(SyntaxErrorKind error, int rest) => error switch
    {
        SyntaxErrorKind.MissingPoint => 0,
        SyntaxErrorKind.CodeTooLong => rest,
        _ => 1,
    };

    private static bool Contains<T>(ReadOnlySpan<T> run, char unit) where T : unmanaged
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (AsciiUnit.At(run, i) == unit) return true;
        }

        return false;
    }

    private static bool EndsToken(uint unit) => unit is '&' or '/' || AsciiUnit.IsSpace(unit);

    /// <summary>The error for a character that no code has.</summary>
    public static SyntaxError Stray<T>(ReadOnlySpan<T> text, int position) where T : unmanaged
    {
        if (position >= text.Length)
            return new(text.IsEmpty ? SyntaxErrorKind.Empty : SyntaxErrorKind.IncompleteCode, position);
        var (scalar, length) = ScalarAt(text, position);
        if (InvisibleCharacters.Contains(scalar)) return new(SyntaxErrorKind.InvisibleCharacter, position, length);
        return IsPercentEncoded(text, position)
            ? new(SyntaxErrorKind.PercentEncoded, position, 3)
            : new(SyntaxErrorKind.UnexpectedCharacter, position, length);
    }

    private static bool IsPercentEncoded<T>(ReadOnlySpan<T> text, int position) where T : unmanaged =>
        AsciiUnit.At(text, position) == '%' && position + 2 < text.Length
        && IsHexDigit(AsciiUnit.At(text, position + 1)) && IsHexDigit(AsciiUnit.At(text, position + 2));

    private static bool IsHexDigit(uint unit) => unit is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>The Unicode character at a position and its length in units; U+FFFD where the input is broken.</summary>
    public static (uint Scalar, int Length) ScalarAt<T>(ReadOnlySpan<T> text, int position) where T : unmanaged
    {
        System.Text.Rune rune;
        int length;
        if (typeof(T) == typeof(byte))
        {
            Span<byte> bytes = stackalloc byte[4];
            var count = Math.Min(4, text.Length - position);
            for (var i = 0; i < count; i++) bytes[i] = (byte)AsciiUnit.At(text, position + i);
            System.Text.Rune.DecodeFromUtf8(bytes[..count], out rune, out length);
        }
        else
        {
            Span<char> chars = stackalloc char[2];
            var count = Math.Min(2, text.Length - position);
            for (var i = 0; i < count; i++) chars[i] = (char)AsciiUnit.At(text, position + i);
            System.Text.Rune.DecodeFromUtf16(chars[..count], out rune, out length);
        }

        return ((uint)rune.Value, length);
    }
}
