using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>
/// Reads a query into units, the smallest parts of its words, and evidence: every token that would answer some of them, with how surely. What
/// the names went through is done to the query too: stems, spellings, compounds, classes; and for the last word beginnings, for unknown words
/// typing errors.
/// </summary>
internal sealed class QueryReader
{
    /// <summary>How much of a query counts.</summary>
    public const int MaxLength = 256;

    /// <summary>How many words of a query count.</summary>
    public const int MaxWords = 16;

    /// <summary>How often a query goes through the vocabulary for similar words.</summary>
    private const int MaxFuzzyScans = 40;

    /// <summary>What a word is worth that no name has in this spelling or form.</summary>
    private const int VariantWeight = 236;

    /// <summary>What such a word is worth where other words begin with its very letters.</summary>
    private const int DoubtfulWeight = 150;

    /// <summary>What stands before the head of a compound counts a little less than the head: a milk allergy is an allergy before it is milk.</summary>
    private const float Modifier = 0.85f;

    private readonly IndexTables _tables;
    private readonly Decompounder _decompounder;
    private readonly LexemeEvidence _evidence;
    private readonly Completions _completions;
    private readonly Misspellings _misspellings;
    private readonly WordGroups _groups;
    private readonly UnitWeights _weights;

    public QueryReader(IndexTables tables)
    {
        _tables = tables;
        _decompounder = new(tables.Parts, tables.Keys, tables.Lexemes);
        _evidence = new(tables);
        _completions = new(tables, _evidence);
        _misspellings = new(tables, _evidence);
        _groups = new(tables, _evidence);
        _weights = new(tables);
    }

    /// <summary>Reads a query.</summary>
    public void Read(ReadOnlySpan<char> query, SearchScratch scratch)
    {
        Span<QueryWord> words = stackalloc QueryWord[MaxWords];
        var count = 0;
        scratch.QueryLength = 0;
        scratch.FuzzyBudget = MaxFuzzyScans;
        foreach (var unit in query)
        {
            if (char.IsLetterOrDigit(unit)) scratch.Query[scratch.QueryLength++] = char.ToLowerInvariant(unit);
        }

        var scanner = new WordScanner(query);
        var negation = Negation.None;
        var before = ReadOnlySpan<char>.Empty;
        var end = 0;
        while (count < MaxWords && scanner.MoveNext())
        {
            var word = scanner.Current;
            var isOpen = word.End == query.Length;
            var first = scratch.UnitCount;
            if (negation != Negation.None && Negations.EndsAt(query[end..word.Start], negation)) negation = Negation.None;
            // Between words it is "but"; menn are men, and MEN-syndrom is a name.
            var isBut = word.In(query) is "men" && word.Start > 0 && !isOpen && query[word.End] == ' ';
            // "type I" and "grad III": alone the letter I is a word that says nothing.
            if (!isBut && Read(word, word.In(query), isOpen, isOnly: count == 0 && isOpen, scratch) is { } read) words[count++] = read;
            UnitWeights.Role(word.In(query), before, first, ref negation, scratch);
            before = word.In(query);
            end = word.End;
            if (scratch.UnitCount >= SearchScratch.MaxUnits) break;
        }

        _weights.WeighDescribing(query, words[..count], scratch);
        _groups.Join(query, words[..count], scratch);
        _groups.AddPhrases(words[..count], scratch);
    }

    private QueryWord? Read(Word at, ReadOnlySpan<char> word, bool isOpen, bool isOnly, SearchScratch scratch)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        var spelled = key[.._tables.Keys.Write(word, key)];
        if (spelled.IsEmpty) return null;
        var spelling = _tables.Spellings.Find(spelled);
        var lexeme = spelling >= 0 ? _tables.SpellingLexemes[spelling] : _tables.Lexemes.Find(stem[.._tables.Keys.Stem(spelled, stem)]);
        if (lexeme >= 0 && _tables.Importance[lexeme] == 0 && !isOnly) return null;
        // Q-feber, hepatitt C: a letter that names have counts. Others are beginnings of nothing: s. or v.
        if (word.Length == 1 && !isOpen && lexeme < 0) return null;

        Span<char> letters = stackalloc char[LetterFolding.MaxWordLength];
        var surface = letters[..LetterFolding.Lower(word, letters)];
        var isSurface = _tables.Surfaces.Find(surface) >= 0;
        // Many words are spelled like one of a few letters: zzzqqq is no SCC. One that no name has, and that is much longer than its key, is none of them.
        if (!isSurface && spelled.Length <= Completions.ShortKey && LetterFolding.Fold(word, stem) > spelled.Length + 1) lexeme = -1;
        // appen is the beginning of appendisitt before it is another spelling of åpen.
        // So is what is spelled like a name of a few letters, even where some name has it: chol is the beginning of cholera before it is KOL.
        var isShort = spelled.Length <= Completions.ShortKey && WithoutDoubles(surface) > spelled.Length;
        var isBeginning = isOpen && (!isSurface || isShort) && _tables.Surfaces.Range(surface) is var (begin, end) && end - begin > (isSurface ? 1 : 0);
        var whole = lexeme;
        if (isBeginning && isShort) lexeme = -1;
        Span<WordNode> nodes = stackalloc WordNode[WordTree.MaxNodes];
        Span<byte> starts = stackalloc byte[WordTree.MaxLeaves];
        var tree = new WordTree(nodes, starts);
        _decompounder.Split(word, lexeme, ref tree);
        var first = scratch.UnitCount;
        var units = Math.Min(tree.LeafCount, SearchScratch.MaxUnits - first);
        for (var unit = 0; unit < units; unit++) scratch.AddUnit(ImportanceOf(tree.Nodes, unit) * (unit == units - 1 ? 1f : Modifier));
        // Forms in a word that no name has are a guess: more often it is a misspelling of another.
        var isGuess = lexeme < 0 && HasForm(tree.Nodes);
        foreach (var node in tree.Nodes)
        {
            if (node.FirstLeaf >= units) continue;
            // What is written otherwise than in any name is a little less sure.
            var weight = isSurface || node.Lexeme != lexeme ? node.Weight : node.Weight * (isBeginning ? DoubtfulWeight : VariantWeight) / 255;
            _evidence.Add(node.Lexeme, first + node.FirstLeaf, Math.Min(node.LeafCount, units - node.FirstLeaf), isGuess ? weight * 2 / 3 : weight, false, scratch);
        }

        var isKnown = lexeme >= 0 || (tree.LeafCount > 1 && !isGuess);
        if (isOpen)
        {
            _completions.AddCompletions(surface, spelled, whole, first, units, isSurface, isSurface || isShort, scratch);
            if (!isKnown && !isBeginning) isKnown = _completions.AddCompoundCompletions(word, first, scratch);
        }

        scratch.IsOpen |= isBeginning;
        if (!isSurface && !isBeginning) _misspellings.AddSimilar(surface, spelled, isOpen, first, units, isKnown, scratch);
        return new(at.Start, at.End, lexeme, (byte)first, (byte)(scratch.UnitCount - first));
    }

    /// <summary>How many letters a word has, doubled ones counted once: menn is spelled men, and still itself.</summary>
    private static int WithoutDoubles(ReadOnlySpan<char> surface)
    {
        var count = 0;
        for (var i = 0; i < surface.Length; i++) count += i == 0 || surface[i] != surface[i - 1] ? 1 : 0;
        return count;
    }

    private static bool HasForm(ReadOnlySpan<WordNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Weight == Decompounder.FormWeight) return true;
        }

        return false;
    }

    /// <summary>What a unit counts: the rarer its part, the more. Unknown parts count as much as middling ones.</summary>
    private float ImportanceOf(ReadOnlySpan<WordNode> nodes, int unit)
    {
        foreach (var node in nodes)
        {
            if (node.LeafCount == 1 && node.FirstLeaf == unit && node.Lexeme >= 0) return _evidence.ImportanceOf(node.Lexeme);
        }

        return LexemeEvidence.UnknownImportance;
    }
}
