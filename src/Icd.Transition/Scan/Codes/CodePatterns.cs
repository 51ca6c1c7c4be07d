using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Icd.Transition.Scan.Codes;

/// <summary>What a pattern means: it is tried on every code of the edition, written with and without the point.</summary>
/// <remarks>Answers are kept: the same pattern stands in many places. Safe for concurrent use.</remarks>
internal sealed class CodePatterns(CodeBook book)
{
    /// <summary>Texts that are no code; a pattern that takes one of them is about something else than codes.</summary>
    private static readonly string[] NotCodes = ["", "hello", "HELLO", "Hansen", "12345", "12", "2024-01-31", "a@b.no", "ABC-1234", "AB123456", "x", "0", "_", "N5", "1234567890", "Ø12", "12:30", "AB12345", "a1b2c3d4"];

    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string, bool), PatternMeaning> _meanings = new();
    private readonly string[] _dotted = [.. Enumerable.Range(0, book.Count).Select(index => book[index].Length > 3 ? book[index].Insert(3, ".") : book[index])];

    /// <summary>A regular expression's meaning; <see langword="null"/> where it is not one, or takes texts that are no codes.</summary>
    /// <param name="pattern">In any of the common dialects.</param>
    /// <param name="isWhole">Whether it is compared with the whole text, as <c>fullmatch</c> does, rather than searched for.</param>
    public PatternMeaning? OfRegex(string pattern, bool isWhole)
    {
        if (!MayTakeCodes(pattern)) return null;
        var meaning = _meanings.GetOrAdd((pattern, isWhole), key => Try(Normalised(key.Item1), key.Item2));
        return meaning.IsAboutCodes ? meaning : null;
    }

    /// <summary>Whether a pattern begins with a capital letter or a class that has them: most expressions are about something else, and trying them on every code takes time.</summary>
    private static bool MayTakeCodes(string pattern)
    {
        foreach (var c in pattern.AsSpan().TrimStart("/^(?:\\bA[\\A"))
        {
            if (char.IsAsciiLetterUpper(c)) return true;
            if (c is not ('(' or '?' or ':' or '^' or '[' or '\\')) break;
        }

        return pattern.Contains("A-", StringComparison.Ordinal) || pattern.Contains("[:upper:]", StringComparison.Ordinal) || pattern.Contains("[:alpha:]", StringComparison.Ordinal);
    }

    /// <summary>A pattern of SQL's <c>LIKE</c>: <c>%</c>, <c>_</c>, and T-SQL's classes.</summary>
    public CodeSet OfLike(string pattern) => OfWildcard(pattern, '%', '_');

    /// <summary>A pattern with <c>*</c> and <c>?</c>, as file names and Visual Basic have.</summary>
    public CodeSet OfGlob(string pattern) => OfWildcard(pattern, '*', '?');

    private CodeSet OfWildcard(string pattern, char any, char one)
    {
        // The commonest form is a beginning.
        if (pattern.Length > 1 && pattern[^1] == any && pattern.AsSpan(0, pattern.Length - 1).IndexOfAny([any, one, '[', '#']) < 0) return book.Below(CodeBook.Canonical(pattern.AsSpan(0, pattern.Length - 1)));
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == any) regex.Append(".*");
            else if (c == one) regex.Append('.');
            else if (c == '#' && any == '*') regex.Append("[0-9]");
            else if (c == '[' && pattern.IndexOf(']', i) is > 0 and var close)
            {
                var inside = pattern[(i + 1)..close];
                regex.Append('[').Append(inside.StartsWith('!') ? '^' + inside[1..] : inside).Append(']');
                i = close;
            }
            else regex.Append(Regex.Escape(c.ToString()));
        }

        return _meanings.GetOrAdd((regex.Append('$').ToString(), false), key => Try(key.Item1, false)).Codes;
    }

    /// <summary>Dialects in the words of .NET: POSIX classes, delimiters as in <c>/…/i</c>, raw newlines.</summary>
    private static string Normalised(string pattern)
    {
        if (pattern.Length > 2 && pattern[0] == '/' && pattern.LastIndexOf('/') is > 1 and var end) pattern = pattern[1..end];
        return pattern.Replace("[[:digit:]]", "[0-9]", StringComparison.Ordinal).Replace("[:digit:]", "0-9", StringComparison.Ordinal).Replace("[:alpha:]", "A-Za-z", StringComparison.Ordinal)
            .Replace("[:upper:]", "A-Z", StringComparison.Ordinal).Replace("[:alnum:]", "A-Za-z0-9", StringComparison.Ordinal);
    }

    private PatternMeaning Try(string pattern, bool isWhole)
    {
        // A search for a part takes longer texts too; many write so what they mean to be the whole.
        var meaning = TryOnce(pattern, isWhole);
        return meaning.IsAboutCodes || isWhole || pattern.StartsWith('^') ? meaning : TryOnce(pattern, isWhole: true);
    }

    private PatternMeaning TryOnce(string pattern, bool isWhole)
    {
        if (Compile(isWhole ? $"^(?:{pattern})$" : pattern) is not { } regex) return PatternMeaning.None;
        try
        {
            if (Array.Exists(NotCodes, regex.IsMatch)) return PatternMeaning.None;
            var codes = CodeSet.Where(book.Count, index => regex.IsMatch(book[index]) || regex.IsMatch(_dotted[index]));
            // Some write a category's pattern for the first three characters alone.
            if (codes.IsEmpty) codes = CodeSet.Union(Enumerable.Range(0, book.Count).Where(index => regex.IsMatch(book[index][..3])).Select(index => CodeSet.Of(index, index + 1)));
            return codes.IsEmpty ? PatternMeaning.None : new(true, codes, regex);
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternMeaning.None;
        }
    }

    private static Regex? Compile(string pattern)
    {
        if (pattern.Length > 2_000) return null;
        try
        {
            // Backtracking is bounded by the texts, which are as short as codes; what is hostile all the same runs into the time limit. The other engine takes many times as long to set up.
            return new(pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
