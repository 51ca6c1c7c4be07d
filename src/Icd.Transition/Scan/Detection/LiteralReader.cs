using System.Buffers;
using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Reads what literals, comments and bare words say of codes.</summary>
internal sealed class LiteralReader(CodeBook book, CodePatterns patterns)
{
    private const int LongestPattern = 600;

    private const int MostNested = 200_000;

    private static readonly SearchValues<string> QueryWords = SearchValues.Create(["select ", "where ", " like ", " between ", " in (", " in(", "when ", " = '"], StringComparison.OrdinalIgnoreCase);

    private readonly PatternLiterals _patterns = new(book, patterns);
    private readonly CodeLiterals _codes = new(book);
    private readonly IntervalLiterals _intervals = new(book);

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

        return _intervals.Join(literals);
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
                _codes.AddShort(index, start, end, content.TrimEnd("%*").ToString(), comparison, literals);
            else if (comparison.Operation is Operation.Equal or Operation.Case or Operation.In && content.Length == 1 && char.IsAsciiLetterUpper(content[0]) && IsOfChapter(source, index)) _codes.AddShort(index, start, end, content.ToString(), comparison with { IsSlice = true }, literals);
            else if (content[0] == '^' && comparison.Operation == Operation.Regex) _codes.AddShort(index, start, end, content[1..].ToString(), comparison, literals);
            return;
        }

        if (comparison.Operation == Operation.Regex || PatternLiterals.LooksLikeRegex(content))
        {
            if (comparison.Operation is not (Operation.Like or Operation.Glob) && _patterns.TryRegex(index, start, end, content, comparison, literals)) return;
        }

        if ((comparison.Operation == Operation.Like || content.Contains('%')) && _patterns.TryLike(index, start, end, content, comparison, literals)) return;
        if ((comparison.Operation == Operation.Glob || content.IndexOfAny("*?[") >= 0) && _patterns.TryGlob(index, start, end, content, comparison, literals)) return;
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

        foreach (var code in found) literals.Add(_codes.Of(code, index, start, comparison, source));
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
            literals.Add(_codes.Of(code, index, start, default, source) with { IsComment = isComment, IsEmbedded = true });
            at = code.End;
        }
    }

    /// <summary>A regular expression in a settings file: from its anchor to the next blank.</summary>
    private int ReadBarePattern(Source source, int index, List<Literal> literals)
    {
        var start = source.Tokens[index].Start;
        var length = source.Text.AsSpan(start).IndexOfAny(" \t\r\n");
        var end = length < 0 ? source.Text.Length : start + length;
        if (end - start > LongestPattern || !_patterns.TryRegex(index, start, end, source.Text.AsSpan(start, end - start), new(Operation.Regex), literals)) return index;
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
        literals.Add(_codes.Of(moved, index, 0, source.Syntax.IsProse ? default : Comparison.Read(source, index), source) with { IsEmbedded = source.Syntax.IsProse });
        while (index + 1 < source.Tokens.Count && source.Tokens[index + 1].Start < moved.End) index++;
        return index;
    }
}
