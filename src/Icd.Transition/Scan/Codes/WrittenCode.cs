namespace Icd.Transition.Scan.Codes;

/// <summary>A text with the shape of a code, or of a range of them.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="From">The code without point, or the lower end.</param>
/// <param name="To">The upper end of a range; <see langword="null"/> for a code.</param>
/// <param name="IsDotted">Whether it was written with a point.</param>
/// <param name="IsLower">Whether its first letter was in lower case.</param>
/// <param name="IsOpen">Whether it was written as the head of a category: <c>E11.-</c>, <c>E11*</c>.</param>
internal readonly record struct WrittenCode(int Start, int End, string From, string? To, bool IsDotted, bool IsLower, bool IsOpen)
{
    public bool IsRange => To is not null;

    /// <summary>Reads what begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where a code may begin; what stands before it is looked at as well.</param>
    /// <param name="code">What was read.</param>
    /// <param name="hasSlashRanges">Whether <c>I20/I25</c> is a range, as in Stata; elsewhere it is two codes.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out WrittenCode code, bool hasSlashRanges = false)
    {
        code = default;
        if (at > 0 && !MayPrecede(text, at)) return false;
        if (!TryReadOne(text, at, out var end, out var from, out var isDotted)) return false;
        var isLower = char.IsAsciiLetterLower(text[at]);
        var isOpen = false;
        if (TryReadUpper(text, end, from, hasSlashRanges, out var upperEnd, out var to) && MayFollow(text, upperEnd))
        {
            code = new(at, upperEnd, from, to, isDotted, isLower, false);
            return true;
        }

        // "E11.-" and "E11*" say the category and all below it; "E11.x" too, where x is no Norwegian subdivision.
        if (end < text.Length && text[end] == '.' && end + 1 < text.Length && text[end + 1] is '-' or '*' or 'x' or 'X' or '–' && (end + 2 >= text.Length || !IsWord(text[end + 2]))) (end, isOpen) = (end + 2, true);
        else if (end < text.Length && text[end] is '*' or '†' or '‡') (end, isOpen) = (end + 1, true);
        if (!MayFollow(text, end)) return false;
        code = new(at, end, from, null, isDotted, isLower, isOpen);
        return true;
    }

    private static bool TryReadOne(ReadOnlySpan<char> text, int at, out int end, out string code, out bool isDotted)
    {
        (end, code, isDotted) = (at, "", false);
        if (at + 2 >= text.Length || !char.IsAsciiLetter(text[at]) || !char.IsAsciiDigit(text[at + 1]) || !(char.IsAsciiDigit(text[at + 2]) || (text[at + 2] | 0x20) is 'n' or 's' or 't')) return false;
        end = at + 3;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            isDotted = true;
            end += 2;
            if (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        }
        else if (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] | 0x20) == 'x'))
        {
            end++;
            if (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        }

        if (end < text.Length && IsWord(text[end])) return false;
        code = CodeBook.Canonical(text[at..end]);
        return true;
    }

    private static bool TryReadUpper(ReadOnlySpan<char> text, int end, string from, bool hasSlashRanges, out int upperEnd, out string? to)
    {
        (upperEnd, to) = (end, null);
        var at = end;
        // "I20.- - I25.-"
        if (at + 1 < text.Length && text[at] == '.' && text[at + 1] == '-') at += 2;
        while (at < text.Length && text[at] is ' ' or '\u00A0') at++;
        var spaced = at > end;
        if (!TryConnector(text, ref at, spaced, hasSlashRanges)) return false;
        while (at < text.Length && text[at] is ' ' or '\u00A0') at++;
        if (TryReadOne(text, at, out upperEnd, out var upper, out _))
        {
            if (upperEnd + 1 < text.Length && text[upperEnd] == '.' && text[upperEnd + 1] == '-') upperEnd += 2;
            to = upper;
        }
        else if (at + 1 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && (at + 2 >= text.Length || !IsWord(text[at + 2])) && from.Length == 3 && !spaced)
        {
            // "E10-14" leaves the letter out.
            to = from[0] + text.Slice(at, 2).ToString();
            upperEnd = at + 2;
        }

        return to is not null && string.CompareOrdinal(from, to) < 0 && (from[0] == to[0] || (to[0] | 0x20) - (from[0] | 0x20) is > 0 and <= 3);
    }

    private static bool TryConnector(ReadOnlySpan<char> text, ref int at, bool isSpaced, bool hasSlashRanges)
    {
        var rest = text[at..];
        foreach (var connector in (ReadOnlySpan<string>)["-", "–", "—", "‑", "...", "..", "til og med ", "til ", "t.o.m. ", "tom ", "to ", "thru ", "through "])
        {
            if (!rest.StartsWith(connector, StringComparison.OrdinalIgnoreCase) || (char.IsLetter(connector[0]) && !isSpaced)) continue;
            at += connector.Length;
            return true;
        }

        // "I20:I25" and Stata's "I20/I25" stand without spaces.
        if (isSpaced || rest.Length == 0 || !(rest[0] == ':' || (rest[0] == '/' && hasSlashRanges))) return false;
        at++;
        return true;
    }

    /// <summary>A code is no part of a longer word, number, path, colour or escape.</summary>
    private static bool MayPrecede(ReadOnlySpan<char> text, int at) =>
        !IsWord(text[at - 1]) && text[at - 1] is not ('#' or '*' or '\\' or '+' or '@' or '$') && !(text[at - 1] is '-' or '.' && at > 1 && IsWord(text[at - 2])) && !(text[at - 1] == '%' && at > 1);

    private static bool MayFollow(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || (!IsWord(text[end]) && !text[end..].StartsWith("::") && !(text[end] is '-' or '.' or '/' or '\\' or '@' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]) && !(text[end] is '/' or '-' && StartsCode(text, end + 1))));

    private static bool StartsCode(ReadOnlySpan<char> text, int at) => TryReadOne(text, at, out _, out _, out _);

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007F' && char.IsLetter(c));
}
