namespace Icd.Search.Analysis;

/// <summary>What compounds are made of: words with how likely they are, and combining forms with what they mean.</summary>
internal sealed class PartDictionary
{
    /// <summary>The longest part looked for.</summary>
    public const int LongestPart = 24;

    private const byte Form = 1, First = 2, Last = 4;

    private readonly StringTable _texts;
    private readonly float[] _costs;
    private readonly byte[] _flags;
    private readonly int[] _lexemeStarts;
    private readonly int[] _lexemes;
    private readonly float[] _lexemeCosts;

    /// <summary>A dictionary of flat arrays.</summary>
    public PartDictionary(StringTable texts, float[] costs, byte[] flags, int[] lexemeStarts, int[] lexemes, float[] lexemeCosts) =>
        (_texts, _costs, _flags, _lexemeStarts, _lexemes, _lexemeCosts) = (texts, costs, flags, lexemeStarts, lexemes, lexemeCosts);

    /// <summary>The parts, folded.</summary>
    public StringTable Texts => _texts;

    /// <summary>The flat arrays behind the dictionary.</summary>
    public (float[] Costs, byte[] Flags, int[] LexemeStarts, int[] Lexemes, float[] LexemeCosts) Arrays => (_costs, _flags, _lexemeStarts, _lexemes, _lexemeCosts);

    /// <summary>The part with this folded text, or -1.</summary>
    public int Find(ReadOnlySpan<char> folded) => _texts.Find(folded);

    /// <summary>Whether a part may stand at the end of a word, or before it.</summary>
    public bool Fits(int part, bool isLast) =>
        (_flags[part] & (First | Last)) switch
        {
            First => !isLast,
            Last => isLast,
            _ => true,
        };

    /// <summary>Whether a part is a combining form.</summary>
    public bool IsForm(int part) => (_flags[part] & Form) != 0;

    /// <summary>What using a part costs: minus the logarithm of its probability.</summary>
    public float CostOf(int part) => _costs[part];

    /// <summary>What using any form of a word as last part costs; 0 where it is no part.</summary>
    public float CostOfLexeme(int lexeme) => _lexemeCosts[lexeme];

    /// <summary>The stems that a part stands for; none for -1.</summary>
    public ReadOnlySpan<int> LexemesOf(int part) => part < 0 ? [] : _lexemes.AsSpan(_lexemeStarts[part], _lexemeStarts[part + 1] - _lexemeStarts[part]);

    /// <summary>Makes a dictionary.</summary>
    /// <param name="words">Words with how often they occur; several spellings may fold to one text.</param>
    /// <param name="forms">Combining forms with position and the words that they mean.</param>
    /// <param name="lexemeOf">The number of a word's stem.</param>
    /// <param name="lexemeCount">How many stems there are.</param>
    public static PartDictionary Of(
        IReadOnlyCollection<(string Word, int Count)> words,
        IEnumerable<(string Form, Lexicons.FormPosition Position, IReadOnlyList<string> Means)> forms,
        Func<string, int> lexemeOf,
        int lexemeCount)
    {
        var entries = new Dictionary<string, (float Cost, byte Flags, List<int> Lexemes)>(StringComparer.Ordinal);
        var lexemeCosts = new float[lexemeCount];
        var total = words.Sum(word => (long)word.Count);
        foreach (var (word, count) in words.OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal))
        {
            var text = Folded(word);
            if (text.Length is < 2 or > LongestPart || lexemeOf(word) is not (>= 0 and var lexeme)) continue;
            var cost = (float)-Math.Log((count + 0.5) / total) + text.Length switch { 2 => 4f, 3 => 2f, _ => 0f };
            if (!entries.TryGetValue(text, out var entry)) entries[text] = entry = (cost, 0, []);
            if (!entry.Lexemes.Contains(lexeme)) entry.Lexemes.Add(lexeme);
            if (text.Length > 2 && (lexemeCosts[lexeme] == 0 || cost < lexemeCosts[lexeme])) lexemeCosts[lexeme] = cost;
        }

        foreach (var (form, position, means) in forms)
        {
            var text = Folded(form);
            var lexemes = means.Where(word => !word.Contains(' ')).Select(lexemeOf).Where(lexeme => lexeme >= 0).Distinct().ToList();
            // A word of its own is known better than the form that looks like it.
            if (text.Length < 2 || lexemes.Count == 0 || entries.ContainsKey(text)) continue;
            var flags = (byte)(Form | position switch { Lexicons.FormPosition.First => First, Lexicons.FormPosition.Last => Last, _ => 0 });
            entries[text] = (9f + (text.Length < 4 ? 2f : 0f), flags, lexemes);
        }

        var texts = StringTable.Of(entries.Keys);
        var (costs, allFlags, starts, all) = (new float[texts.Count], new byte[texts.Count], new int[texts.Count + 1], new List<int>());
        for (var i = 0; i < texts.Count; i++)
        {
            var (cost, flags, lexemes) = entries[texts[i].ToString()];
            (costs[i], allFlags[i]) = (cost, flags);
            all.AddRange(lexemes);
            starts[i + 1] = all.Count;
        }

        return new(texts, costs, allFlags, starts, [.. all], lexemeCosts);
    }

    private static string Folded(string word)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        return folded[..LetterFolding.Fold(word, folded)].ToString();
    }
}
