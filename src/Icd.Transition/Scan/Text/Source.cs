using Icd.Transition.Scan.Detection;

namespace Icd.Transition.Scan.Text;

/// <summary>A piece of a file, divided into tokens.</summary>
internal sealed class Source : IDisposable
{
    private readonly Buffers _buffers;
    private readonly List<int> _lines;
    private readonly Dictionary<int, bool?> _declared = [];
    private Dictionary<int, Bracket>? _byClose;

    public Source(string path, Syntax syntax, string text, int firstLine = 1)
    {
        (Path, Syntax, Text, FirstLine) = (path, syntax, text, firstLine);
        _buffers = Buffers.Rent();
        (Tokens, Brackets, _lines) = (_buffers.Tokens, _buffers.Brackets, _buffers.Lines);
        _lines.Add(0);
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1)) _lines.Add(at + 1);
        if (syntax.IsMarkup) MarkupLexer.Read(text, 0, text.Length, Tokens, Brackets);
        else if (!syntax.IsTable) Lexer.Read(text, syntax, 0, text.Length, Tokens, Brackets);
    }

    /// <summary>The tokens of a part of another source that is in a language of its own, such as a query in a literal.</summary>
    public Source(Source outer, Syntax syntax, int start, int end)
    {
        (Path, Syntax, Text, FirstLine, _lines, Outer) = (outer.Path, syntax, outer.Text, outer.FirstLine, outer._lines, outer);
        _buffers = new();
        (Tokens, Brackets) = (_buffers.Tokens, _buffers.Brackets);
        Lexer.Read(Text, syntax, start, end, Tokens, Brackets);
    }

    public string Path { get; }

    public Syntax Syntax { get; }

    public string Text { get; }

    /// <summary>The number of the piece's first line in the file, from 1.</summary>
    public int FirstLine { get; }

    public Source? Outer { get; }

    public List<Token> Tokens { get; }

    public List<Bracket> Brackets { get; }

    /// <summary>The names that say that this is about diagnoses, or about other codes, in order; asked for a first time they are looked for.</summary>
    public IReadOnlyList<(int Token, double Weight)> StrongWords => _strongWords ??= ContextWords.StrongIn(this);

    private List<(int Token, double Weight)>? _strongWords;

    /// <summary>Gives the lists back for the next file; the source and what was read from it must not be used any more.</summary>
    public void Dispose()
    {
        if (Outer is null) _buffers.Return();
    }

    public int LineCount => _lines.Count;

    /// <summary>The line of a character, from 0 within the piece.</summary>
    public int LineAt(int offset) => _lines.BinarySearch(offset) is var found && found >= 0 ? found : ~found - 1;

    public int LineStart(int line) => _lines[line];

    /// <summary>A line without its end.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        if (line < 0 || line >= _lines.Count) return [];
        var end = line + 1 < _lines.Count ? _lines[line + 1] - 1 : Text.Length;
        return Text.AsSpan(_lines[line], Math.Max(0, end - _lines[line])).TrimEnd('\r');
    }

    public ReadOnlySpan<char> TextOf(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    public ReadOnlySpan<char> ContentOf(int token) => Text.AsSpan(Tokens[token].Content, Tokens[token].ContentEnd - Tokens[token].Content);

    public bool IsWord(int token, string word) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Word && TextOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(int token, string symbol) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Symbol && TextOf(token).SequenceEqual(symbol);

    /// <summary>The token that opens the outermost bracket round a token; itself where there is none.</summary>
    public int OutermostOf(int token)
    {
        var open = token;
        for (var bracket = Tokens[token].Bracket; bracket >= 0; bracket = Brackets[bracket].Parent) open = Brackets[bracket].Open;
        return open;
    }

    /// <summary>The last token that begins at a character or before it; -1 for none.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>What an identifier of a code system among the members of an object or element says; those of objects in it speak of other values.</summary>
    public bool? DeclaredIn(int bracket)
    {
        if (_declared.TryGetValue(bracket, out var known)) return known;
        bool? declared = null;
        var close = Math.Min(Brackets[bracket].Close, Tokens.Count);
        for (var i = Brackets[bracket].Open + 1; i < close && declared is null; i++)
        {
            // Values, not keys: a member may be named after another system.
            if (Tokens[i].Kind == TokenKind.String && (IsSymbol(i - 1, ":") || IsSymbol(i - 1, "="))) declared = CodeSystemIdentifiers.IsIcd10(ContentOf(i));
            else if (Tokens[i].Kind == TokenKind.Symbol && BracketOpenedBy(i) is { } inner) i = Math.Min(inner.Close, close);
        }

        return _declared[bracket] = declared;
    }

    /// <summary>The pair that a token closes.</summary>
    public Bracket? BracketClosedBy(int token)
    {
        if (_byClose is null)
        {
            _byClose = [];
            foreach (var bracket in Brackets) _byClose.TryAdd(bracket.Close, bracket);
        }

        return _byClose.TryGetValue(token, out var found) ? found : null;
    }

    /// <summary>The pair that a token opens.</summary>
    public Bracket? BracketOpenedBy(int token)
    {
        // Pairs are numbered as they open, so they are sorted.
        var (low, high) = (0, Brackets.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var open = Brackets[middle].Open;
            if (open == token) return Brackets[middle];
            if (open < token) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The nearest token before one that is no comment; -1 for none.</summary>
    public int Before(int token)
    {
        for (token--; token >= 0 && Tokens[token].Kind == TokenKind.Comment; token--) { }
        return token;
    }

    /// <summary>The nearest token after one that is no comment; the number of tokens for none.</summary>
    public int After(int token)
    {
        for (token++; token < Tokens.Count && Tokens[token].Kind == TokenKind.Comment; token++) { }
        return token;
    }

    /// <summary>The lists that a file's tokens fill: large, short-lived, and therefore used again.</summary>
    private sealed class Buffers
    {
        /// <summary>Lists of larger files are left to the collector.</summary>
        private const int MostKept = 1 << 20;

        [ThreadStatic]
        private static Buffers? _free;

        public List<Token> Tokens { get; } = [];

        public List<Bracket> Brackets { get; } = [];

        public List<int> Lines { get; } = [];

        public static Buffers Rent()
        {
            var free = _free ?? new();
            _free = null;
            return free;
        }

        public void Return()
        {
            if (Tokens.Capacity > MostKept) return;
            Tokens.Clear();
            Brackets.Clear();
            Lines.Clear();
            _free = this;
        }
    }
}
