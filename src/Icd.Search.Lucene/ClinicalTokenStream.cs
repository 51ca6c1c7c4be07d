using Icd.Search.Analysis;
using Icd.Search.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Icd.Search.Lucene;

/// <summary>
/// The analysis of <c>Icd.Search</c> as a stream of tokens: at each position a word's stem and, over it, the stems of its parts and the tokens of the
/// classes that it belongs to.
/// </summary>
internal sealed class ClinicalTokenStream : TokenStream
{
    private readonly List<(string Token, int Start, int End, int Increment)> _tokens = [];
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private int _next;

    /// <summary>A stream over a text.</summary>
    public ClinicalTokenStream(IndexTables tables, string text)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        Collect(tables, text);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next == _tokens.Count) return false;
        var (token, start, end, increment) = _tokens[_next++];
        ClearAttributes();
        _term.Append(token);
        _offset.SetOffset(start, end);
        _increment.PositionIncrement = increment;
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    private void Collect(IndexTables tables, string text)
    {
        var decompounder = new Decompounder(tables.Parts, tables.Keys, tables.Lexemes);
        Span<WordNode> nodes = stackalloc WordNode[WordTree.MaxNodes];
        Span<byte> starts = stackalloc byte[WordTree.MaxLeaves];
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var word = scanner.Current;
            var stem = tables.Keys.StemOf(word.In(text));
            var lexeme = tables.Lexemes.Find(stem);
            if (lexeme >= 0 && tables.Importance[lexeme] == 0) continue;
            var tree = new WordTree(nodes, starts);
            decompounder.Split(word.In(text), lexeme, ref tree);
            Add(stem, word, increment: 1);
            foreach (var node in tree.Nodes)
            {
                if (node.Lexeme < 0) continue;
                if (node.Lexeme != lexeme) Add(tables.Lexemes[node.Lexeme].ToString(), word, increment: 0);
                for (var i = tables.ExpansionStarts[node.Lexeme]; i < tables.ExpansionStarts[node.Lexeme + 1]; i++)
                    Add($"#{tables.Expansions[i].Token}", word, increment: 0);
            }
        }
    }

    private void Add(string token, Word word, int increment) => _tokens.Add((token, word.Start, word.End, increment));
}
