using System.Runtime.InteropServices;

namespace Icd.Transition.Scan.Text;

/// <summary>Divides XML and HTML into names, attribute values, element texts and comments; a tag is a bracket pair.</summary>
/// <remarks>
/// A start tag's tokens are <c>&lt;</c>, its name, and for each attribute its name, <c>=</c> and a string. An element's text is a string, too. The name of the
/// element that a text stands in is the nearest name before it.
/// </remarks>
internal static class MarkupLexer
{
    public static void Read(ReadOnlySpan<char> text, int start, int end, List<Token> tokens, List<Bracket> brackets)
    {
        var at = start;
        while (at < end)
        {
            var open = text[at..end].IndexOf('<');
            var textEnd = open < 0 ? end : at + open;
            AddText(text, at, textEnd, tokens);
            if (open < 0) return;
            at = textEnd;
            var rest = text[at..end];
            if (rest.StartsWith("<!--")) at = Skip(text, at, end, 4, "-->", tokens, TokenKind.Comment);
            else if (rest.StartsWith("<![CDATA[")) at = Skip(text, at, end, 9, "]]>", tokens, TokenKind.String);
            else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '/' or '?' or '!' or '_')) at = ReadTag(text, at, end, tokens, brackets);
            else
            {
                tokens.Add(new(TokenKind.Symbol, at, at + 1, at, at + 1, -1));
                at++;
            }
        }
    }

    private static int Skip(ReadOnlySpan<char> text, int at, int end, int open, string close, List<Token> tokens, TokenKind kind)
    {
        var length = text[at..end].IndexOf(close);
        var contentEnd = length < 0 ? end : at + length;
        tokens.Add(new(kind, at, Math.Min(end, contentEnd + close.Length), Math.Min(at + open, contentEnd), contentEnd, -1));
        return Math.Min(end, contentEnd + close.Length);
    }

    private static void AddText(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) tokens.Add(new(TokenKind.String, start, end, start, end, -1));
    }

    private static int ReadTag(ReadOnlySpan<char> text, int at, int end, List<Token> tokens, List<Bracket> brackets)
    {
        brackets.Add(new(tokens.Count, -1));
        var bracket = brackets.Count - 1;
        tokens.Add(new(TokenKind.Symbol, at, at + 1, at, at + 1, -1));
        at++;
        while (at < end && text[at] != '>')
        {
            var c = text[at];
            if (c is '"' or '\'')
            {
                var length = text[(at + 1)..end].IndexOf(c);
                var close = length < 0 ? end : at + 1 + length;
                tokens.Add(new(TokenKind.String, at, Math.Min(end, close + 1), Math.Min(at + 1, end), close, bracket));
                at = Math.Min(end, close + 1);
            }
            else if (Lexer.IsNameCharacter(c))
            {
                var start = at;
                while (at < end && (Lexer.IsNameCharacter(text[at]) || text[at] is '-' or '.' or ':')) at++;
                // A namespace prefix names no subject.
                var colon = text[start..at].LastIndexOf(':');
                var name = colon >= 0 && colon < at - start - 1 ? start + colon + 1 : start;
                tokens.Add(new(TokenKind.Word, name, at, name, at, bracket));
            }
            else
            {
                if (!char.IsWhiteSpace(c)) tokens.Add(new(TokenKind.Symbol, at, at + 1, at, at + 1, bracket));
                at++;
            }
        }

        CollectionsMarshal.AsSpan(brackets)[bracket].Close = tokens.Count;
        if (at >= end) return end;
        tokens.Add(new(TokenKind.Symbol, at, at + 1, at, at + 1, -1));
        return at + 1;
    }
}
