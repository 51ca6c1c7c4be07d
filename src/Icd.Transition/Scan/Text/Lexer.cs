using System.Runtime.InteropServices;

namespace Icd.Transition.Scan.Text;

/// <summary>Divides source text into words, literals, comments and symbols, tolerantly: broken code is read as well as it can be.</summary>
internal ref struct Lexer
{
    /// <summary>A quotation mark that nothing closes within so many characters is an apostrophe.</summary>
    private const int LongestMultiline = 200_000;

    private readonly ReadOnlySpan<char> _text;
    private readonly Syntax _syntax;
    private readonly ReadOnlySpan<CharacterKind> _kinds;
    private readonly int _end;
    private readonly List<Token> _tokens;
    private readonly List<Bracket> _brackets;
    private int _at;
    private int _bracket;
    private bool _isStatementStart;

    private Lexer(ReadOnlySpan<char> text, Syntax syntax, int start, int end, List<Token> tokens, List<Bracket> brackets)
    {
        _text = text;
        _kinds = syntax.Kinds;
        (_syntax, _at, _end, _tokens, _brackets, _bracket) = (syntax, start, end, tokens, brackets, -1);
        _isStatementStart = true;
    }

    /// <summary>Appends the tokens of a part of a text.</summary>
    public static void Read(ReadOnlySpan<char> text, Syntax syntax, int start, int end, List<Token> tokens, List<Bracket> brackets)
    {
        var lexer = new Lexer(text, syntax, start, end, tokens, brackets);
        lexer.Run();
    }

    public static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007F' && char.IsLetter(c));

    private void Run()
    {
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is '\n' or '\r')
            {
                _at++;
                if (_syntax.StarComment is '\n' or ';' or '.' || _syntax.HasColumnComments) _isStatementStart |= _syntax.StarComment == '\n';
                if (_syntax.HasColumnComments && c == '\n') SkipColumnComment();
                continue;
            }

            if (c == ' ' || char.IsWhiteSpace(c)) _at++;
            else if (!MayOpenComment(c) || !TryComment(c)) ReadToken(c);
        }
    }

    private readonly bool MayOpenComment(char c) => c < _kinds.Length && (_kinds[c] & CharacterKind.Comment) != 0;

    private void ReadToken(char c)
    {
        if (IsName(c))
        {
            var start = _at++;
            while (_at < _end && IsName(_text[_at])) _at++;
            // A prefix of a literal, as in r"…", N'…', f'…', is part of it.
            if (_at - start <= 2 && _at < _end && _text[_at] is '"' or '\'' && _syntax.Quotes.Contains(_text[_at]) && IsLiteralPrefix(_text[start.._at]) && TryString(_text[_at], start)) return;
            Add(TokenKind.Word, start, _at);
            return;
        }

        if (_syntax.HasVerbatim && c is '$' or '@' && TryPrefixed()) return;
        if (_syntax.Quotes.Contains(c) && TryString(c, _at)) return;
        if (_syntax.HasRegexLiterals && c == '/' && ExpectsValue() && TryRegex()) return;
        ReadSymbol(c);
    }

    private readonly bool IsName(char c) => c >= _kinds.Length ? char.IsLetter(c) : (_kinds[c] & CharacterKind.Name) != 0 && (c != '-' || IsHyphenOfName());

    private readonly bool IsHyphenOfName() => _at + 1 < _end && _at > 0 && IsNameCharacter(_text[_at + 1]) && IsNameCharacter(_text[_at - 1]) && !_syntax.IsBare;

    private static bool IsLiteralPrefix(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if ((c | 0x20) is not ('r' or 'b' or 'f' or 'u' or 'n' or 'l' or 'x' or 'e')) return false;
        }

        return true;
    }

    /// <summary>C#'s <c>@"…"</c> and <c>$"…"</c>.</summary>
    private bool TryPrefixed()
    {
        var start = _at;
        var i = _at;
        var isVerbatim = false;
        while (i < _end && _text[i] is '$' or '@') isVerbatim |= _text[i++] == '@';
        if (i >= _end || _text[i] != '"') return false;
        _at = i;
        if (!isVerbatim || StartsWith("\"\"\"")) return TryString('"', start);
        for (i++; i < _end; i++)
        {
            if (_text[i] != '"') continue;
            if (i + 1 < _end && _text[i + 1] == '"') i++;
            else break;
        }

        AddString(start, _at + 1, Math.Min(i, _end), Math.Min(i + 1, _end));
        return true;
    }

    private bool TryString(char quote, int start)
    {
        if (_syntax.HasTripleQuotes && _at + 2 < _end && _text[_at + 1] == quote && _text[_at + 2] == quote)
        {
            var length = 3;
            while (_at + length < _end && _text[_at + length] == quote) length++;
            // Two marks and one more are an empty literal and the start of another only where no third closes anywhere.
            var close = _text[(_at + length).._end].IndexOf(new string(quote, 3));
            if (close >= 0)
            {
                AddString(start, _at + length, _at + length + close, _at + length + close + 3);
                return true;
            }
        }

        var isMultiline = _syntax.MultilineQuotes.Contains(quote);
        var limit = Math.Min(_end, _at + LongestMultiline);
        for (var i = _at + 1; i < limit; i++)
        {
            // Between these nothing happens; where lines may end, they are not looked for.
            var length = isMultiline ? _text[i..limit].IndexOfAny(quote, '\\') : _text[i..limit].IndexOfAny(quote, '\\', '\n');
            if (length < 0) return false;
            i += length;
            var c = _text[i];
            if (c == '\\' && _syntax.HasBackslash) i++;
            else if (c == quote)
            {
                if (!_syntax.HasBackslash && i + 1 < limit && _text[i + 1] == quote)
                {
                    i++;
                    continue;
                }

                AddString(start, _at + 1, i, i + 1);
                return true;
            }
            else if (c == '\n' && !isMultiline) return false;
        }

        return false;
    }

    private bool TryRegex()
    {
        var isInClass = false;
        for (var i = _at + 1; i < _end && _text[i] != '\n'; i++)
        {
            var c = _text[i];
            if (c == '\\') i++;
            else if (c == '[') isInClass = true;
            else if (c == ']') isInClass = false;
            else if (c == '/' && !isInClass)
            {
                var end = i + 1;
                while (end < _end && char.IsAsciiLetterLower(_text[end])) end++;
                if (i == _at + 1) return false;
                AddString(_at, _at + 1, i, end, isRegex: true);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a slash here begins a value rather than divides.</summary>
    private readonly bool ExpectsValue()
    {
        if (_tokens.Count == 0) return true;
        var last = _tokens[^1];
        if (last.Kind == TokenKind.Symbol) return _text[last.End - 1] is not (')' or ']' or '}');
        return last.Kind == TokenKind.Word && _text[last.Start..last.End] is "return" or "case" or "typeof" or "when" or "if" or "unless" or "and" or "or" or "not";
    }

    private bool TryComment(char c)
    {
        foreach (var (open, close) in _syntax.BlockComments)
        {
            if (c != open[0] || !StartsWith(open)) continue;
            var length = _text[(_at + open.Length).._end].IndexOf(close);
            var end = length < 0 ? _end : _at + open.Length + length;
            AddComment(_at + open.Length, end, Math.Min(_end, end + close.Length));
            return true;
        }

        foreach (var mark in _syntax.LineComments)
        {
            if (c != mark[0] || !StartsWith(mark)) continue;
            // A hash or semicolon inside a value of a settings file is no comment.
            if (_syntax.IsData && _at > 0 && !char.IsWhiteSpace(_text[_at - 1])) continue;
            AddComment(_at + mark.Length, LineEnd(), LineEnd());
            return true;
        }

        if (_syntax.HasApostropheComments && (c == '\'' || (_isStatementStart && StartsWith("Rem "))))
        {
            AddComment(_at + 1, LineEnd(), LineEnd());
            return true;
        }

        if (_syntax.StarComment != 0 && c == '*' && _isStatementStart)
        {
            var length = _text[_at.._end].IndexOf(_syntax.StarComment);
            var end = length < 0 ? _end : _at + length;
            AddComment(_at + 1, end, _syntax.StarComment == '\n' ? end : Math.Min(_end, end + 1));
            _isStatementStart = true;
            return true;
        }

        return false;
    }

    private void SkipColumnComment()
    {
        if (_at + 6 < _end && _text[_at + 6] is '*' or '/' && !_text.Slice(_at, 6).Contains('\n') && _text.Slice(_at, 6).IndexOfAnyExceptInRange('0', '9') is var other && (other < 0 || _text[_at + other] == ' '))
        {
            _at += 6;
            AddComment(_at + 1, LineEnd(), LineEnd());
        }
    }

    private readonly int LineEnd() => _text[_at.._end].IndexOf('\n') is >= 0 and var length ? _at + length : _end;

    private readonly bool StartsWith(string mark) => _text[_at.._end].StartsWith(mark);

    private void ReadSymbol(char c)
    {
        var start = _at++;
        switch (c)
        {
            case '(' or '[' or '{':
                _brackets.Add(new(_tokens.Count, _bracket));
                Add(TokenKind.Symbol, start, _at);
                _bracket = _brackets.Count - 1;
                return;
            case ')' or ']' or '}':
                if (_bracket >= 0)
                {
                    ref var closed = ref CollectionsMarshal.AsSpan(_brackets)[_bracket];
                    closed.Close = _tokens.Count;
                    _bracket = closed.Parent;
                }

                break;
            case '=' or '<' or '>' or '!' or ':' or '|' or '&' or '-' or '.' or '~' or '+':
                while (_at < _end && _at - start < 3 && _text[_at] is '=' or '<' or '>' or ':' or '|' or '&' or '.' or '~' && IsOperator(_text[start..(_at + 1)])) _at++;
                break;
        }

        Add(TokenKind.Symbol, start, _at);
    }

    private static bool IsOperator(ReadOnlySpan<char> text) => text is "==" or "<=" or ">=" or "!=" or "=:" or "=>" or "->" or "::" or "||" or "&&" or "==="
        or "!==" or "<>" or ":=" or ".." or "..." or "..<" or "=~" or "!~" or "<=:" or ">=:" or "<:" or ">:" or "|>" or "<-";

    private void Add(TokenKind kind, int start, int end)
    {
        _tokens.Add(new(kind, start, end, start, end, _bracket));
        _isStatementStart = kind == TokenKind.Symbol && _syntax.StarComment != 0 && _text[start] == _syntax.StarComment;
    }

    private void AddString(int start, int content, int contentEnd, int end, bool isRegex = false)
    {
        _tokens.Add(new(TokenKind.String, start, end, content, contentEnd, _bracket, isRegex));
        (_at, _isStatementStart) = (end, false);
    }

    private void AddComment(int content, int contentEnd, int end)
    {
        _tokens.Add(new(TokenKind.Comment, _at, end, content, contentEnd, _bracket));
        _at = Math.Max(end, _at + 1);
    }
}
