using Icd.Search.Analysis;

namespace Icd.Search.Indexing;

/// <summary>A slot before its mass is known.</summary>
/// <param name="Lexeme">The stem of what stands there.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="IsAside">Whether it says less.</param>
internal readonly record struct DraftSlot(int Lexeme, int Start, int Length, bool IsAside);

/// <summary>Turns the words of names into slots and postings.</summary>
internal sealed class TermAnalysis(
    Decompounder decompounder, WordClasses classes, Func<string, int> lexemeOf, Func<string, bool> isNorwegian, HashSet<int> stopwords, HashSet<int> fillers, int maxSlots)
{
    private readonly Dictionary<string, (WordNode[] Nodes, int LeafCount, byte[] LeafStarts)> _trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DraftSlot> _slots = [];
    private readonly List<int> _starts = [0];
    private readonly List<SlotRange> _denied = [];
    private readonly List<int> _onlyWords = [];

    /// <summary>The slots of a name that was written.</summary>
    public IEnumerable<DraftSlot> SlotsOf(int term)
    {
        for (var i = _starts[term]; i < _starts[term + 1]; i++) yield return _slots[i];
    }

    /// <summary>The slots of a name that was written which it says are absent.</summary>
    public SlotRange DeniedBy(int term) => _denied[term];

    /// <summary>The stem of the one word that a name that was written consists of, or -1.</summary>
    public int OnlyWordOf(int term) => _onlyWords[term];

    /// <summary>The words of a text.</summary>
    public static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext()) words.Add(scanner.Current.In(text).ToString());
        return words;
    }

    /// <summary>Writes the postings of the next name.</summary>
    public void Write(int term, ReadOnlySpan<ReadWord> words, PostingWriter writer)
    {
        var content = new List<(int Lexeme, int Slot, int SlotCount)>(words.Length);
        var slot = 0;
        var (lastSlot, lastCount) = (0, 1);
        var scope = default(NegationScope);
        foreach (var word in words)
        {
            var (nodes, leafCount, leafStarts) = TreeOf(word.Text);
            if (word.IsAlternative)
            {
                // Another reading of a short form lies over the slots of the first.
                foreach (var node in nodes) Post(node.Lexeme, (byte)lastSlot, (byte)lastCount, (byte)(node.Weight * 200 / 255));
                continue;
            }

            if (slot + leafCount > maxSlots) break;
            AddSlots(word, nodes, leafCount, leafStarts);
            foreach (var node in nodes) Post(node.Lexeme, (byte)(slot + node.FirstLeaf), node.LeafCount, node.Weight);
            if (nodes[0].Lexeme >= 0 && !stopwords.Contains(nodes[0].Lexeme)) content.Add((nodes[0].Lexeme, slot, leafCount));
            scope.Read(word.Text, word.ClauseEnds, slot, slot + leafCount);
            (lastSlot, lastCount) = (slot, leafCount);
            slot += leafCount;
        }

        PostPhrases(term, content, writer);
        content.RemoveAll(word => fillers.Contains(word.Lexeme));
        _onlyWords.Add(content.Count == 1 ? content[0].Lexeme : -1);
        _denied.Add(scope.Denied);
        _starts.Add(_slots.Count);

        void Post(int lexeme, byte at, byte count, byte weight)
        {
            if (lexeme < 0 || stopwords.Contains(lexeme)) return;
            writer.Add(lexeme, new(term, at, count, weight));
            foreach (var token in classes.OfName(lexeme)) writer.Add(token, new(term, at, count, weight));
        }
    }

    private void AddSlots(ReadWord word, WordNode[] nodes, int leafCount, byte[] leafStarts)
    {
        if (leafCount == 1)
        {
            _slots.Add(new(nodes[0].Lexeme, word.Start, word.Length, word.IsAside));
            return;
        }

        // Parts are marked in the text where it has the word as it is; a word written out is marked as a whole.
        var inPlace = word.Text.Length == word.Length && leafStarts[leafCount - 1] < word.Length;
        for (var leaf = 0; leaf < leafCount; leaf++)
        {
            var lexeme = Array.Find(nodes, node => node.FirstLeaf == leaf && node.LeafCount == 1).Lexeme;
            var start = inPlace ? leafStarts[leaf] : 0;
            var end = inPlace && leaf + 1 < leafCount ? leafStarts[leaf + 1] : word.Length;
            _slots.Add(new(lexeme, word.Start + start, end - start, word.IsAside));
        }
    }

    private void PostPhrases(int term, List<(int Lexeme, int Slot, int SlotCount)> content, PostingWriter writer)
    {
        Span<int> phrase = stackalloc int[classes.LongestNamePhrase];
        for (var i = 0; i < content.Count; i++)
        {
            for (var count = 1; count <= phrase.Length && i + count <= content.Count; count++)
            {
                phrase[count - 1] = content[i + count - 1].Lexeme;
                if (count == 1) continue;
                foreach (var token in classes.OfNamePhrase(phrase[..count]))
                {
                    var last = content[i + count - 1];
                    writer.Add(token, new(term, (byte)content[i].Slot, (byte)(last.Slot + last.SlotCount - content[i].Slot), 250));
                }
            }
        }
    }

    private (WordNode[] Nodes, int LeafCount, byte[] LeafStarts) TreeOf(string word)
    {
        if (_trees.TryGetValue(word, out var known)) return known;
        var lexeme = lexemeOf(word);
        if (!isNorwegian(word) || stopwords.Contains(lexeme)) return _trees[word] = ([new(lexeme, 0, 1, 255)], 1, [0]);
        Span<WordNode> nodes = stackalloc WordNode[WordTree.MaxNodes];
        Span<byte> starts = stackalloc byte[WordTree.MaxLeaves];
        var tree = new WordTree(nodes, starts);
        decompounder.Split(word, lexeme, ref tree);
        return _trees[word] = (tree.Nodes.ToArray(), tree.LeafCount, tree.LeafStarts.ToArray());
    }
}
