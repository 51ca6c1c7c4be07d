namespace Icd.Search.Analysis;

/// <summary>
/// Takes compounds apart (<c>lårhalsbrudd</c> into <c>lårhals</c>, <c>hals</c>, <c>brudd</c>) and Latin and Greek words into their combining
/// forms (<c>nefritt</c> into what means kidney and inflammation).
/// </summary>
/// <remarks>
/// The dictionary is made of the words of the classifications and the lexicon. Among all ways to cut a word into known parts, an s or e
/// between two of them or a vowel behind a combining form allowed, the likeliest counts: the one whose parts are the most frequent, each cut
/// costing something. Parts are taken apart in their turn. A word that is commoner than its parts, in the geometric mean of their
/// frequencies, is no compound of them (Koehn and Knight, "Empirical methods for compound splitting", EACL 2003): <c>sykdom</c>, <c>problem</c>.
/// </remarks>
internal sealed class Decompounder
{
    /// <summary>What a cut costs, in the unit of <see cref="PartDictionary"/>'s costs, natural logarithms of probabilities.</summary>
    private const float CutCost = 3.5f;

    /// <summary>What finding what a combining form means says about the word.</summary>
    public const byte FormWeight = 175;

    private const float LinkCost = 1.2f;

    /// <summary>How much commoner a word may be than its parts, as a logarithm: some twenty-five times, for many a part is a word in compounds only.</summary>
    private const float Commoner = 3.2f;

    private const int ShortestSplit = 6;

    private readonly PartDictionary _parts;
    private readonly WordKeys _keys;
    private readonly StringTable _lexemes;

    /// <summary>A decompounder over a dictionary.</summary>
    /// <param name="parts">What compounds are made of.</param>
    /// <param name="keys">For inflected last parts.</param>
    /// <param name="lexemes">Stems; their indexes are what nodes carry.</param>
    public Decompounder(PartDictionary parts, WordKeys keys, StringTable lexemes) => (_parts, _keys, _lexemes) = (parts, keys, lexemes);

    /// <summary>Takes a word apart.</summary>
    /// <param name="word">A word as it is written.</param>
    /// <param name="lexeme">The whole word's stem, or -1.</param>
    /// <param name="tree">Receives the whole word as first node, then parts and their parts.</param>
    public void Split(ReadOnlySpan<char> word, int lexeme, ref WordTree tree)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        var length = LetterFolding.Fold(word, folded);
        tree.Clear();
        tree.Add(default);
        var leaves = SplitInto(folded[..length], lexeme < 0 ? 0 : _parts.CostOfLexeme(lexeme), 0, 0, ref tree, depth: 0);
        tree.LeafCount = Math.Max(1, leaves);
        if (leaves == 0) tree.LeafStarts[0] = 0;
        tree.ReplaceFirst(new(lexeme, 0, (byte)tree.LeafCount, 255));
    }

    /// <summary>Splits a stretch of a word; returns how many leaves it gave, 0 where it is not a compound.</summary>
    /// <param name="word">The stretch.</param>
    /// <param name="cost">What it costs as a whole; 0 where it is no part.</param>
    /// <param name="offset">Where it begins in the word.</param>
    /// <param name="firstLeaf">Its first leaf.</param>
    /// <param name="tree">Receives the parts.</param>
    /// <param name="depth">How often the word has been split before.</param>
    private int SplitInto(scoped ReadOnlySpan<char> word, float cost, int offset, int firstLeaf, ref WordTree tree, int depth)
    {
        Span<Cut> cuts = stackalloc Cut[WordTree.MaxLeaves];
        var count = depth < 3 ? BestCuts(word, cuts) : 0;
        if (count < 2 || (cost > 0 && IsCommoner(cost, cuts[..count]))) return 0;
        var leaf = firstLeaf;
        for (var i = 0; i < count; i++)
        {
            if (leaf >= WordTree.MaxLeaves) break;
            ref readonly var cut = ref cuts[i];
            var at = tree.Count;
            // A head says more of what a compound is than what stands before it.
            var weight = (byte)(cut.IsForm ? FormWeight : i == count - 1 ? 222 : 215);
            foreach (var lexeme in _parts.LexemesOf(cut.Part)) tree.Add(new(lexeme, (byte)leaf, 1, weight));
            if (cut.Part < 0) tree.Add(new(cut.Lexeme, (byte)leaf, 1, weight));
            var own = tree.Count;
            var inner = cut.IsForm ? 0 : SplitInto(word.Slice(cut.Start, cut.Length), CostOf(cut), offset + cut.Start, leaf, ref tree, depth + 1);
            if (inner == 0)
            {
                tree.LeafStarts[leaf] = (byte)(offset + cut.Start);
                leaf++;
            }
            else
            {
                tree.Widen(at, own, inner);
                leaf += inner;
            }
        }

        return leaf - firstLeaf;
    }

    /// <summary>Whether a word is too common to be made of these parts. Combining forms have no frequency, so of nothing but them it is.</summary>
    private bool IsCommoner(float cost, ReadOnlySpan<Cut> cuts)
    {
        var sum = 0f;
        var words = 0;
        foreach (ref readonly var cut in cuts)
        {
            sum += CostOf(cut);
            if (!cut.IsForm) words++;
        }

        return words > 0 && sum / cuts.Length > cost + Commoner;
    }

    private float CostOf(in Cut cut) => cut.Part >= 0 ? _parts.CostOf(cut.Part) : _parts.CostOfLexeme(cut.Lexeme);

    private readonly record struct Cut(int Start, int Length, int Part, int Lexeme, bool IsForm);

    /// <summary>The cheapest way to cut a word into at least two known parts; 0 where there is none.</summary>
    private int BestCuts(ReadOnlySpan<char> word, Span<Cut> cuts)
    {
        var n = word.Length;
        if (n < ShortestSplit) return 0;
        Span<float> best = stackalloc float[n + 1];
        Span<Cut> by = stackalloc Cut[n + 1];
        Span<short> from = stackalloc short[n + 1];
        best.Fill(float.PositiveInfinity);
        best[0] = 0;
        for (var start = 0; start < n; start++)
        {
            if (float.IsInfinity(best[start])) continue;
            for (var end = Math.Min(n, start + PartDictionary.LongestPart); end >= start + 2; end--)
            {
                if (start == 0 && end == n) continue;
                var text = word[start..end];
                var (cost, cut) = Look(text, start, isLast: end == n);
                // A form of two letters stands behind another form only: lip-om is a tumour, sykd-om is none.
                if (float.IsInfinity(cost) || (cut.IsForm && end - start == 2 && start > 0 && !by[start].IsForm)) continue;
                var total = best[start] + cost + CutCost;
                Reach(end, total, cut, start, best, by, from);
                if (end >= n - 1) continue;
                var link = word[end];
                if (cut.IsForm ? link is 'o' or 'i' or 'a' or 'e' or 'y' : link is 's' or 'e') Reach(end + 1, total + LinkCost, cut, start, best, by, from);
            }
        }

        if (float.IsInfinity(best[n])) return 0;
        var count = 0;
        for (var at = n; at > 0; at = from[at]) count++;
        if (count < 2 || count > cuts.Length) return 0;
        var i = count;
        for (var at = n; at > 0; at = from[at]) cuts[--i] = by[at];
        return count;
    }

    private static void Reach(int end, float cost, in Cut cut, int start, Span<float> best, Span<Cut> by, Span<short> from)
    {
        if (cost >= best[end]) return;
        (best[end], by[end], from[end]) = (cost, cut, (short)start);
    }

    private (float Cost, Cut Cut) Look(ReadOnlySpan<char> text, int start, bool isLast)
    {
        if (_parts.Find(text) is >= 0 and var part && _parts.Fits(part, isLast))
            return (_parts.CostOf(part), new(start, text.Length, part, -1, _parts.IsForm(part)));
        if (!isLast || text.Length < 4) return (float.PositiveInfinity, default);

        // The last part may be inflected in a way that no name is.
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        var lexeme = _lexemes.Find(stem[.._keys.Stem(key[.._keys.Write(text, key)], stem)]);
        return lexeme >= 0 && _parts.CostOfLexeme(lexeme) is > 0 and var cost
            ? (cost + 0.5f, new(start, text.Length, -1, lexeme, false))
            : (float.PositiveInfinity, default);
    }
}
