using System.Buffers;
using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Reads what literals, comments and bare words say of codes.</summary>
internal sealed class LiteralReader(CodeBook book, CodePatterns patterns)
{
    private const int LongestPattern = 600;

    /// <summary>A pattern that takes codes of so many letters says what a code looks like, not which codes are meant.</summary>
    private const int ValidatingLetters = 18;

    private const int MostNested = 200_000;

    private static readonly SearchValues<char> RegexSigns = SearchValues.Create("^$[\\(|.*+?{");
    private static readonly SearchValues<char> PrefixSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\\.");
    private static readonly SearchValues<char> WildcardSigns = SearchValues.Create("%_*?[#");
    private static readonly SearchValues<char> ClassSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    private static readonly SearchValues<string> QueryWords = SearchValues.Create(["select ", "where ", " like ", " between ", " in (", " in(", "when ", " = '"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The literals of a source, in order; queries inside literals are read as sources of their own.</summary>
    public List<Literal> Read(Source source, List<(Source Source, List<Literal> Literals)> nested)
    {
        var literals = new List<Literal>();
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            var token = source.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.String when !IsDrawing(source, i):
                    ReadString(source, i, literals, nested);
                    break;
                case TokenKind.Comment:
                    ReadEmbedded(source, i, token.Content, token.ContentEnd, literals, isComment: true);
                    break;
                case TokenKind.Word when source.Syntax.IsBare:
                    i = ReadBare(source, i, literals);
                    break;
                // A key of an object: { I21: 'Hjerteinfarkt' }.
                case TokenKind.Word when token.End - token.Start is >= 3 and <= 5 && source.IsSymbol(i + 1, ":") && (source.IsSymbol(i - 1, "{") || source.IsSymbol(i - 1, ",")):
                    ReadBare(source, i, literals);
                    break;
                case TokenKind.Symbol when source.Syntax is { IsBare: true, IsData: true } && source.TextOf(i) is "^" && (source.IsSymbol(i - 1, "=") || source.IsSymbol(i - 1, ":")):
                    i = ReadBarePattern(source, i, literals);
                    break;
            }
        }

        return Intervals(literals);
    }

    /// <summary>Attributes whose values are drawings, looks and addresses: <c>d="M10.5 20…"</c>.</summary>
    private static bool IsDrawing(Source source, int token) =>
        source.Syntax.IsMarkup && source.IsSymbol(token - 1, "=") && token > 1 && source.TextOf(token - 2) is "d" or "points" or "viewBox" or "transform" or "style" or "class" or "href" or "src" or "path" or "xmlns" or "fill" or "stroke" or "integrity";

    private void ReadString(Source source, int index, List<Literal> literals, List<(Source, List<Literal>)> nested)
    {
        var token = source.Tokens[index];
        var (start, end) = (token.Content, token.ContentEnd);
        while (start < end && char.IsWhiteSpace(source.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(source.Text[end - 1])) end--;
        var content = source.Text.AsSpan(start, end - start);
        if (content.IsEmpty) return;
        if (content.Length > LongestPattern || !MayBeCode(content))
        {
            if (content.Length > 8) ReadLong(source, index, start, end, literals, nested);
            return;
        }

        var comparison = token.IsRegex ? new Comparison(Operation.Regex) : Comparison.Read(source, index);
        if (content.Length <= 2)
        {
            if (char.IsAsciiLetterUpper(content[0]) && (comparison.IsSlice || comparison.Operation is Operation.StartsWith or Operation.Lower or Operation.Upper || content[^1] == '%' || (content[^1] == '*' && comparison.Operation is Operation.Glob or Operation.Like)))
                AddShort(index, start, end, content.TrimEnd("%*").ToString(), comparison, literals);
            else if (comparison.Operation is Operation.Equal or Operation.Case or Operation.In && content.Length == 1 && char.IsAsciiLetterUpper(content[0]) && IsOfChapter(source, index)) AddShort(index, start, end, content.ToString(), comparison with { IsSlice = true }, literals);
            else if (content[0] == '^' && comparison.Operation == Operation.Regex) AddShort(index, start, end, content[1..].ToString(), comparison, literals);
            return;
        }

        if (comparison.Operation == Operation.Regex || LooksLikeRegex(content))
        {
            if (comparison.Operation is not (Operation.Like or Operation.Glob) && TryRegex(index, start, end, content, comparison, literals)) return;
        }

        if ((comparison.Operation == Operation.Like || content.Contains('%')) && TryLike(index, start, end, content, comparison, literals)) return;
        if ((comparison.Operation == Operation.Glob || content.IndexOfAny("*?[") >= 0) && TryGlob(index, start, end, content, comparison, literals)) return;
        // "I25Z" and "E14~" end an interval after whatever begins like the code.
        if (comparison.Operation == Operation.Upper && content[^1] is 'Z' or 'z' or '~') end -= content.Length - content.TrimEnd("Zz~").Length;
        if (TryList(source, index, start, end, comparison, literals)) return;
        ReadLong(source, index, start, end, literals, nested);
    }

    /// <summary>Whether it is compared with something that is named after the chapter: <c>kapittel == 'S'</c>.</summary>
    private static bool IsOfChapter(Source source, int token)
    {
        for (var (i, steps) = (source.Before(token), 0); i >= 0 && steps < 6; i = source.Before(i), steps++)
        {
            if (source.Tokens[i].Kind == TokenKind.Word && ContextWords.Fold(source.TextOf(i).ToString()) is var name && (name.Contains("kapittel", StringComparison.Ordinal) || name.Contains("chapter", StringComparison.Ordinal))) return true;
            if (source.IsSymbol(i, ";") || source.IsSymbol(i, "{")) return false;
        }

        return false;
    }

    /// <summary>A query inside a literal, a script inside an element, or prose.</summary>
    private void ReadLong(Source source, int index, int start, int end, List<Literal> literals, List<(Source, List<Literal>)> nested)
    {
        var content = source.Text.AsSpan(start, end - start);
        // The outlines of a drawing: "M10 10 L20 20".
        if (content.Contains("<path", StringComparison.Ordinal) || content.Contains("<svg", StringComparison.Ordinal)) return;
        if (source.Outer is null && content.Length < MostNested && LooksLikeQuery(content))
        {
            var inner = new Source(source, Languages.Sql, start, end);
            nested.Add((inner, Read(inner, nested)));
            return;
        }

        ReadEmbedded(source, index, start, end, literals, isComment: false);
    }

    private static bool MayBeCode(ReadOnlySpan<char> content)
    {
        if (content.Length <= 2) return (char.IsAsciiLetterUpper(content[0]) && (content.Length == 1 || char.IsAsciiDigit(content[1]) || content[1] is '%' or '*')) || (content[0] == '^' && char.IsAsciiLetterUpper(content[^1]));
        for (var i = 0; i + 1 < content.Length; i++)
        {
            if (char.IsAsciiLetter(content[i]) && (char.IsAsciiDigit(content[i + 1]) || content[i + 1] is '[' or '%' or '_' or '\\' or '(' or '*' or '.' or '?' or '|' or ')')) return true;
            if (content[i] is ']' or ')' && content[i + 1] is '[' or '\\' or '%') return true;
        }

        return false;
    }

    private static bool LooksLikeQuery(ReadOnlySpan<char> content)
    {
        if (content.IndexOfAny('\'', '"') < 0) return false;
        return content.ContainsAny(QueryWords);
    }

    private static bool LooksLikeRegex(ReadOnlySpan<char> content)
    {
        if (content[0] == '^' || content.Contains("\\d", StringComparison.Ordinal) || content.Contains("[0-9]", StringComparison.Ordinal)) return true;
        if (content.Contains('%') || content.Contains(' ')) return false;
        var hasGroup = content.Contains('(') && content.Contains('|') && content.Contains(')');
        var hasClass = content.IndexOf('[') is > 0 and var open && content[open..].Contains(']');
        return hasGroup || hasClass || content.Contains(".*", StringComparison.Ordinal) || (content.Contains('|') && content.Contains('^'));
    }

    private bool TryRegex(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
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

    private bool TryLike(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
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

    private bool TryGlob(int index, int start, int end, ReadOnlySpan<char> content, Comparison comparison, List<Literal> literals)
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

    private void AddShort(int index, int start, int end, string text, Comparison comparison, List<Literal> literals)
    {
        var codes = book.Below(text);
        if (codes.IsEmpty) return;
        literals.Add(new(FindingKind.Prefix, index, index, start, end, text, codes, (text.Length == 1 ? -2.1 : -1.1) - (comparison.Operation == Operation.None ? 0.5 : 0)) { Comparison = comparison, From = text, IsShort = true });
    }

    /// <summary>A literal that is a code, a range, or a list of them and nothing else.</summary>
    private bool TryList(Source source, int index, int start, int end, Comparison comparison, List<Literal> literals)
    {
        var text = source.Text.AsSpan(start, end - start);
        var found = new List<WrittenCode>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or ',' or ';' or '|' or '\t' or '\n' or '\r' or '/' or '+')
            {
                at++;
                continue;
            }

            if (!WrittenCode.TryRead(text, at, out var code)) return false;
            found.Add(code);
            at = code.End;
        }

        foreach (var code in found) literals.Add(Of(code, index, start, comparison, source));
        return found.Count > 0;
    }

    private void ReadEmbedded(Source source, int index, int start, int end, List<Literal> literals, bool isComment)
    {
        var text = source.Text.AsSpan(start, end - start);
        // From digit to digit: a code is a capital letter before one.
        for (var at = 1; at + 1 < text.Length; at++)
        {
            var length = text[at..].IndexOfAnyInRange('0', '9');
            if (length < 0) return;
            at += length;
            if (!char.IsAsciiLetterUpper(text[at - 1]) || !WrittenCode.TryRead(text, at - 1, out var code)) continue;
            literals.Add(Of(code, index, start, default, source) with { IsComment = isComment, IsEmbedded = true });
            at = code.End;
        }
    }

    /// <summary>A regular expression in a settings file: from its anchor to the next blank.</summary>
    private int ReadBarePattern(Source source, int index, List<Literal> literals)
    {
        var start = source.Tokens[index].Start;
        var length = source.Text.AsSpan(start).IndexOfAny(" \t\r\n");
        var end = length < 0 ? source.Text.Length : start + length;
        if (end - start > LongestPattern || !TryRegex(index, start, end, source.Text.AsSpan(start, end - start), new(Operation.Regex), literals)) return index;
        while (index + 1 < source.Tokens.Count && source.Tokens[index + 1].Start < end) index++;
        return index;
    }

    private int ReadBare(Source source, int index, List<Literal> literals)
    {
        var start = source.Tokens[index].Start;
        var text = source.Text.AsSpan();
        if (!char.IsAsciiLetterUpper(text[start]) || start + 2 >= text.Length || !char.IsAsciiDigit(text[start + 1])) return index;
        // The text before it decides whether it is part of something longer.
        if (!WrittenCode.TryRead(text[Math.Max(0, start - 4)..], Math.Min(4, start), out var code, source.Syntax.StarComment == '\n')) return index;
        var shift = Math.Max(0, start - 4);
        var moved = code with { Start = code.Start + shift, End = code.End + shift };
        literals.Add(Of(moved, index, 0, source.Syntax.IsProse ? default : Comparison.Read(source, index), source) with { IsEmbedded = source.Syntax.IsProse });
        while (index + 1 < source.Tokens.Count && source.Tokens[index + 1].Start < moved.End) index++;
        return index;
    }

    /// <summary>A code or range that was read, with the weight of its form.</summary>
    public Literal Of(WrittenCode code, int index, int shift, Comparison comparison, Source source)
    {
        var written = source.Text.Substring(shift + code.Start, code.End - code.Start);
        var (start, end) = (shift + code.Start, shift + code.End);
        if (code.To is { } to)
        {
            var isHeading = book.IsHeading(code.From, to);
            var isKnown = book.HasCategory(code.From) && book.HasCategory(to);
            return new(FindingKind.Range, index, index, start, end, written, book.Between(code.From, to), isKnown ? isHeading ? 1.9 : code.From.Length > 3 ? 0.3 : -0.5 : -3)
            {
                Comparison = comparison,
                From = code.From,
                To = to,
                IsHeading = isHeading,
                IsLower = code.IsLower,
                IsKnown = isKnown,
            };
        }

        var codes = book.Below(code.From);
        // A subdivision that the Norwegian edition lacks: foreign modifications have them, and so do misprints.
        var isForeign = codes.IsEmpty && code.From.Length > 3 && !book.Below(code.From[..^1]).IsEmpty;
        var known = !codes.IsEmpty || (book.IsInternationalOnly(code.From) && code.From.Length <= 4);
        var prior = code.From switch
        {
            _ when !known => isForeign && code.IsDotted ? -1.4 : -3.0,
            _ when char.IsAsciiLetter(code.From[2]) && code.From.Length > 3 => 1.2,
            { Length: 3 } => code.IsOpen ? -0.2 : -1.1,
            _ when code.IsDotted => 0.7,
            { Length: 4 } => -0.7,
            _ => -0.3,
        };
        var isSliced = comparison.IsSlice || comparison.Operation == Operation.StartsWith || code.IsOpen;
        return new(isSliced ? FindingKind.Prefix : FindingKind.Code, index, index, start, end, written, codes, prior) { Comparison = comparison, From = code.From, IsLower = code.IsLower, IsKnown = known };
    }

    /// <summary>Joins a lower and an upper end to an interval.</summary>
    private List<Literal> Intervals(List<Literal> literals)
    {
        var joined = new List<Literal>(literals.Count);
        for (var i = 0; i < literals.Count; i++)
        {
            var lower = literals[i];
            if (lower.Comparison.Operation is not (Operation.Lower or Operation.Upper) || lower.Kind is not (FindingKind.Code or FindingKind.Prefix))
            {
                joined.Add(lower);
                continue;
            }

            var upper = i + 1 < literals.Count ? literals[i + 1] : null;
            var isPair = upper is not null && upper.Kind is FindingKind.Code or FindingKind.Prefix && upper.FirstToken - lower.LastToken <= 16 && AreEnds(lower, upper) && string.CompareOrdinal(lower.From, upper.From) < 0;
            if (isPair)
            {
                joined.Add(Interval(lower, upper!));
                i++;
            }
            else if (!lower.IsShort) joined.Add(lower);
            else if (lower.Comparison.Operation == Operation.Lower) joined.Add(lower with { Kind = FindingKind.Range, Codes = CodeSet.Of(book.Between(lower.From, "Z").Intervals[0].Start, book.Count), Written = ">= " + lower.Written, Prior = lower.Prior - 0.3 });
            else joined.Add(lower with { Kind = FindingKind.Range, Codes = book.AsText("", lower.From, lower.Comparison.IsInclusive), Written = (lower.Comparison.IsInclusive ? "<= " : "< ") + lower.Written, Prior = lower.Prior - 0.3 });
        }

        return joined;
    }

    /// <summary>The first bounds from below and the second from above; where the first operation is unclear, as in <c>'I20' - 'I25'</c>, the second tells.</summary>
    private static bool AreEnds(Literal lower, Literal upper) =>
        lower.Comparison.Operation == Operation.Lower && upper.Comparison.Operation == Operation.Upper;

    private Literal Interval(Literal lower, Literal upper)
    {
        var (from, to) = (lower.From, upper.From);
        var isSlice = lower.Comparison.IsSlice || upper.Comparison.IsSlice;
        var asText = book.AsText(from, isSlice ? to + '\uFFFE' : to, upper.Comparison.IsInclusive);
        if (isSlice && !upper.Comparison.IsInclusive) asText = book.AsText(from, to, false);
        var meant = upper.Comparison.IsInclusive ? book.Between(from, to) : book.AsText(from, to, false);
        if (meant.IsEmpty) meant = asText;
        var isHeading = upper.Comparison.IsInclusive && book.IsHeading(from, to);
        var prior = from.Length >= 3 && to.Length >= 3 ? isHeading ? 2.0 : 0.2 : lower.IsShort && upper.IsShort ? -1.2 : -0.4;
        return new(FindingKind.Range, lower.FirstToken, upper.LastToken, lower.Start, upper.End, $"{lower.Written} … {upper.Written}", meant, prior)
        {
            Comparison = upper.Comparison,
            From = from,
            To = to,
            IsHeading = isHeading,
            IsShort = lower.IsShort && upper.IsShort,
            // What an open end stops before need not be a code.
            IsKnown = lower.IsKnown && (upper.IsKnown || !upper.Comparison.IsInclusive),
            AsText = asText.Equals(meant) ? null : asText,
            IsLower = lower.IsLower,
        };
    }
}
