using System.Runtime.InteropServices;
using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>
/// The lexicon's classes of words and phrases as tokens: a name that has a member gets the class's token, a query that has one looks for
/// it. So <c>brystkreft</c> meets <c>ondartet svulst i bryst</c> at the cost of one more posting list, however many members a class has.
/// </summary>
internal sealed class WordClasses
{
    /// <summary>What finding another word of a class is worth, of 255.</summary>
    public const byte EquivalentWeight = 222;

    private readonly Dictionary<int, List<int>> _nameTokens = [];
    private readonly Dictionary<int, List<Expansion>> _queryTokens = [];
    private readonly Dictionary<string, List<int>> _namePhrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Expansion>> _queryPhrases = new(StringComparer.Ordinal);
    private readonly Func<string, int[]> _lexemesOf;
    private readonly HashSet<int> _stopwords;

    public WordClasses(Lexicon lexicon, Func<string, int[]> lexemesOf, int firstToken)
    {
        _lexemesOf = lexemesOf;
        _stopwords = [.. lexicon.Stopwords.SelectMany(word => lexemesOf(word))];
        var token = firstToken;
        foreach (var row in lexicon.Equivalents)
        {
            foreach (var word in row.Words)
            {
                AddName(word, token);
                AddQuery(word, new(token, EquivalentWeight));
            }

            token++;
        }

        foreach (var row in lexicon.Related)
        {
            foreach (var word in row.Finds) AddName(word, token);
            foreach (var word in row.Query) AddQuery(word, new(token, (byte)(row.Weight * 255)));
            token++;
        }

        Count = token - firstToken;
    }

    /// <summary>How many tokens the classes take.</summary>
    public int Count { get; }

    /// <summary>How many words the longest phrase of a name has.</summary>
    public int LongestNamePhrase { get; private set; }

    /// <summary>The tokens that a word gives a name.</summary>
    public IReadOnlyList<int> OfName(int lexeme) => _nameTokens.TryGetValue(lexeme, out var tokens) ? tokens : [];

    /// <summary>The tokens that a word of a query looks for.</summary>
    public IReadOnlyList<Expansion> OfQuery(int lexeme) => _queryTokens.TryGetValue(lexeme, out var tokens) ? tokens : [];

    /// <summary>The tokens that a phrase gives a name.</summary>
    public IReadOnlyList<int> OfNamePhrase(ReadOnlySpan<int> lexemes) =>
        _namePhrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(MemoryMarshal.Cast<int, char>(lexemes), out var tokens) ? tokens : [];

    public (int[] Starts, Expansion[] Expansions) ByLexeme(int lexemeCount)
    {
        var (starts, expansions) = (new int[lexemeCount + 1], new List<Expansion>());
        for (var lexeme = 0; lexeme < lexemeCount; lexeme++)
        {
            expansions.AddRange(OfQuery(lexeme));
            starts[lexeme + 1] = expansions.Count;
        }

        return (starts, [.. expansions]);
    }

    public (StringTable Phrases, int[] Starts, Expansion[] Expansions) QueryPhrases()
    {
        var phrases = StringTable.Of(_queryPhrases.Keys);
        var (starts, expansions) = (new int[phrases.Count + 1], new List<Expansion>());
        for (var i = 0; i < phrases.Count; i++)
        {
            expansions.AddRange(_queryPhrases[phrases[i].ToString()]);
            starts[i + 1] = expansions.Count;
        }

        return (phrases, starts, [.. expansions]);
    }

    private void AddName(string text, int token)
    {
        var lexemes = Content(text);
        if (lexemes.Length == 1) Add(_nameTokens, lexemes[0], token);
        else if (lexemes.Length > 1)
        {
            Add(_namePhrases, Key(lexemes), token);
            LongestNamePhrase = Math.Max(LongestNamePhrase, lexemes.Length);
        }
    }

    private void AddQuery(string text, Expansion expansion)
    {
        var lexemes = Content(text);
        if (lexemes.Length == 1) Add(_queryTokens, lexemes[0], expansion);
        else if (lexemes.Length > 1) Add(_queryPhrases, Key(lexemes), expansion);
    }

    /// <summary>The words that count.</summary>
    private int[] Content(string text) => [.. _lexemesOf(text).Where(lexeme => lexeme >= 0 && !_stopwords.Contains(lexeme))];

    private static string Key(int[] lexemes) => new(MemoryMarshal.Cast<int, char>(lexemes));

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> map, TKey key, T value) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var values)) map[key] = values = [];
        if (!values.Contains(value)) values.Add(value);
    }
}
