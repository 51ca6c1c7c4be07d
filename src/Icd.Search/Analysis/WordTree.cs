namespace Icd.Search.Analysis;

/// <summary>A part of a word with the leaves that it covers: the whole word, a part of a compound, or a combining form's meaning.</summary>
/// <param name="Lexeme">The stem's number, or -1 where no name has it.</param>
/// <param name="FirstLeaf">The first leaf covered.</param>
/// <param name="LeafCount">How many leaves are covered.</param>
/// <param name="Weight">What finding only this part says about the word: 255 for the whole word.</param>
internal readonly record struct WordNode(int Lexeme, byte FirstLeaf, byte LeafCount, byte Weight);

/// <summary>A word taken apart: nodes over its leaves, the smallest parts, from left to right.</summary>
internal ref struct WordTree(Span<WordNode> nodes, Span<byte> leafStarts)
{
    /// <summary>Room for nodes that any word needs.</summary>
    public const int MaxNodes = 32;

    /// <summary>How many leaves a word has at most.</summary>
    public const int MaxLeaves = 8;

    private readonly Span<WordNode> _nodes = nodes;
    private readonly Span<byte> _leafStarts = leafStarts;

    /// <summary>How many nodes there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many leaves there are, at least one.</summary>
    public int LeafCount { get; set; }

    /// <summary>The nodes, the whole word first.</summary>
    public readonly ReadOnlySpan<WordNode> Nodes => _nodes[..Count];

    /// <summary>Where each leaf begins in the folded word.</summary>
    public readonly Span<byte> LeafStarts => _leafStarts;

    /// <summary>Adds a node, where there is room for it.</summary>
    public void Add(WordNode node)
    {
        if (Count < _nodes.Length) _nodes[Count++] = node;
    }

    /// <summary>Puts the whole word in its place, once its leaves are counted.</summary>
    public readonly void ReplaceFirst(WordNode whole) => _nodes[0] = whole;

    /// <summary>Lets the nodes of a part, which had one leaf so far, cover all leaves that the part turned out to have.</summary>
    public readonly void Widen(int from, int to, int leafCount)
    {
        foreach (ref var node in _nodes[from..to]) node = node with { LeafCount = (byte)leafCount };
    }

    /// <summary>Makes the tree empty.</summary>
    public void Clear() => (Count, LeafCount) = (0, 0);
}
