using System.Buffers;
using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Detection;

/// <summary>Reads regular expressions, <c>LIKE</c> patterns and globs as the codes that they take.</summary>
internal sealed class PatternLiterals(CodeBook book, CodePatterns patterns)
{
    /// <summary>A pattern that takes codes of so many letters says what a code looks like, not which codes are meant.</summary>
    private const int ValidatingLetters = 18;

    private static readonly SearchValues<char> RegexSigns = SearchValues.Create("^$[\\(|.*+?{");
    private static readonly SearchValues<char> PrefixSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\\.");
    private static readonly SearchValues<char> WildcardSigns = SearchValues.Create("%_*?[#");
    private static readonly SearchValues<char> ClassSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    public static bool LooksLikeRegex(ReadOnlySpan<char> content)
    {
        if (content[0] == '^' || content.Contains("\\d", StringComparison.Ordinal) || content.Contains("[0-9]", StringComparison.Ordinal)) return true;
        if (content.Contains('%') || content.Contains(' ')) return false;
        var hasGroup = content.Contains('(') && content.Contains('|') && content.Contains(')');
        var hasClass = content.IndexOf('[') is > 0 and var open && content[open..].Contains(']');
        return hasGroup || hasClass || content.Contains(".*", StringComparison.Ordinal) || (content.Contains('|') && content.Contains('^'));
    }

    public bool TryRegex(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
    {
        // Plain text in the place of an expression is read as what it is: a code, or the beginning of one.
        if (!content.ContainsAny(RegexSigns)) return false;
        var text = content.ToString().Replace("\\\\", "\\", StringComparison.Ordinal);
        if (patterns.OfRegex(text, comparison.IsWhole) is not { } meaning) return false;
        var letters = meaning.Codes.Intervals.SelectMany(interval => (char[])[.. Enumerable.Range(book[interval.Start][0], book[interval.End - 1][0] - book[interval.Start][0] + 1).Select(letter => (char)letter)]).Distinct().Count();
        if (letters >= ValidatingLetters)
        {
            literals.Add(new(FindingKind.Validation, index, index, start, end, content.ToString(), CodeSet.Empty, (comparison.Operation == Operation.Regex ? -0.6 : -1.0) + (SaysSubdivisions(meaning) ? 0.9 : 0)) { Comparison = comparison, Pattern = meaning });
            return true;
        }

        if (WrittenCode.TryRead(content, 0, out var plain) && plain.End == content.Length && comparison.Operation != Operation.Regex) return false;
        // "[A-M]\d+" takes half the book; what names letters and digits of its own says more.
        var prior = (comparison.Operation == Operation.Regex ? 0.3 : -0.2) + (content[0] == '^' ? 0.4 : 0) + (meaning.Codes.Count < book.Count / 20 ? 0.4 : 0) - (letters > 8 ? 0.6 : 0) - (content.IndexOfAnyInRange('0', '9') < 0 && !content.Contains("\\d", StringComparison.Ordinal) ? 1.6 : 0);
        var kind = IsPrefixRegex(text) ? FindingKind.Prefix : FindingKind.Pattern;
        literals.Add(new(kind, index, index, start, end, content.ToString(), meaning.Codes, prior) { Comparison = comparison, Pattern = meaning, From = book[meaning.Codes.Intervals[0].Start] });
        return true;
    }

    /// <summary>Whether a form with a category and its subdivisions is taken: hardly anything but ICD-10 has it.</summary>
    private static bool SaysSubdivisions(PatternMeaning meaning) => meaning.LengthTaken("E11") >= 0 && (meaning.LengthTaken("E11.9") == 5 || meaning.LengthTaken("E119") == 4);

    /// <summary><c>^E11</c> and no more.</summary>
    private static bool IsPrefixRegex(string text) => text[0] == '^' && !text.AsSpan(1).ContainsAnyExcept(PrefixSigns);

    public bool TryLike(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
    {
        var inner = content;
        var isContained = inner[0] == '%';
        inner = inner.TrimStart('%');
        if (inner.IsEmpty || !IsWildcardShape(inner, '%', '_') || (comparison.Operation != Operation.Like && content[^1] != '%')) return false;
        if (comparison.Operation != Operation.Like && inner.Length < 4 && !isContained && !(inner.Length >= 2 && char.IsAsciiDigit(inner[1]))) return false;
        var codes = patterns.OfLike(inner.EndsWith("%") || !isContained ? inner.ToString() : inner.ToString() + '%');
        if (codes.IsEmpty) return false;
        AddWildcard(index, start, end, content, inner, '%', codes, comparison, literals);
        return true;
    }

    public bool TryGlob(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
    {
        if (comparison.Operation != Operation.Glob && (content.Length < 3 || !char.IsAsciiDigit(content[1]))) return false;
        if (!IsWildcardShape(content, '*', '?')) return false;
        var codes = patterns.OfGlob(content.ToString());
        if (codes.IsEmpty) return false;
        AddWildcard(index, start, end, content, content, '*', codes, comparison, literals);
        return true;
    }

    private static void AddWildcard(int index, int start, int end, ReadOnlySpan<char> content, ReadOnlySpan<char> inner, char any, CodeSet codes, Comparison comparison, List<Literal> literals)
    {
        var beginning = inner.TrimEnd(any);
        var isPrefix = !beginning.ContainsAny(WildcardSigns);
        var isShort = isPrefix && beginning.Length <= 2;
        var prior = (isPrefix ? beginning.Length switch { 1 => -2.0, 2 => -1.0, _ => 0.1 } : 0.2) + (comparison.Operation is Operation.Like or Operation.Glob ? 0.6 : -0.3);
        literals.Add(new(isPrefix ? FindingKind.Prefix : FindingKind.Pattern, index, index, start, end, content.ToString(), codes, prior) { Comparison = comparison, From = beginning.ToString(), IsShort = isShort });
    }

    /// <summary>A letter or class of letters, then only what codes and wildcards have.</summary>
    private static bool IsWildcardShape(ReadOnlySpan<char> text, char any, char one)
    {
        if (text.Length > 40) return false;
        var at = 0;
        if (text[0] == '[')
        {
            at = text.IndexOf(']');
            if (at < 2 || text[1..at].ContainsAnyExcept(ClassSigns)) return false;
        }
        else if (!char.IsAsciiLetterUpper(text[0])) return false;

        var digits = 0;
        var isInClass = false;
        for (var i = at + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '[') isInClass = true;
            else if (c == ']') isInClass = false;
            else if (char.IsAsciiDigit(c)) digits++;
            else if (c != any && c != one && c is not ('.' or '^' or '!' or '#') && !(c == '-' && isInClass) && !(c is 'n' or 's' or 't' or 'x')) return false;
        }

        return digits > 0 || text.Length <= at + 2;
    }
}
