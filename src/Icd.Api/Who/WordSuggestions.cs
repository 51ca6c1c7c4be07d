using System.Collections.Frozen;
using Icd.Search.Lexicons;

namespace Icd.Api.Who;

/// <summary>Words to go on with, taken from what was found: completions of an unfinished last word, else words that stand beside the query's.</summary>
internal sealed record WordSuggestions(int GuessType, IReadOnlyList<WordAnswer> Words, bool IsChopped)
{
    private const int Most = 20, LeastRelatedLength = 4;

    /// <summary>Words that titles are full of and that narrow nothing down.</summary>
    private static readonly FrozenSet<string> Empty = Lexicon.Default.Stopwords.Concat(
    [
        "klassifisert", "klassifiserte", "spesifisert", "spesifiserte", "uspesifisert", "uspesifiserte", "annet", "sted",
        "specified", "unspecified", "elsewhere", "classified", "following", "certain", "otro", "otra", "otros", "otras", "especificado", "especificada",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static WordSuggestions None { get; } = new(0, [], false);

    /// <summary>Words from the names that matched and the titles shown.</summary>
    /// <param name="query">The query's words.</param>
    /// <param name="found">The texts of each hit with its score.</param>
    public static WordSuggestions Of(QueryWords query, IReadOnlyList<(IReadOnlyList<string> Texts, double Score)> found)
    {
        if (query.Last.Length == 0) return None;
        if (query.IsOpen && From(found, word => word.Length > query.Last.Length && word.StartsWith(query.Last, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } completions)
            return new(1, Best(completions, found.Count), completions.Count > Most);
        var related = From(found, word => word.Length >= LeastRelatedLength && !query.Contains(word) && !Empty.Contains(word) && word.All(char.IsLetter));
        return related.Count > 0 ? new(2, Best(related, found.Count), related.Count > Most) : None;
    }

    private static Dictionary<string, (double Weight, int Hits)> From(IReadOnlyList<(IReadOnlyList<string> Texts, double Score)> found, Func<string, bool> isWanted)
    {
        var words = new Dictionary<string, (double Weight, int Hits)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (texts, score) in found)
        {
            var here = texts.SelectMany(text => QueryWords.WordsOf(text).Select(range => text[range])).Where(isWanted).Distinct(StringComparer.OrdinalIgnoreCase);
            foreach (var word in here)
            {
                var (weight, hits) = words.GetValueOrDefault(word);
                words[word] = (weight + score, hits + 1);
            }
        }

        return words;
    }

    private static WordAnswer[] Best(Dictionary<string, (double Weight, int Hits)> words, int hits) =>
    [
        .. words.OrderByDescending(word => word.Value.Weight).ThenBy(word => word.Key, StringComparer.OrdinalIgnoreCase).Take(Most)
            .Select(word => new WordAnswer(AsWord(word.Key), word.Value.Hits == hits)),
    ];

    /// <summary>A capital at the beginning may be a sentence's; capitals elsewhere are the word's own.</summary>
    private static string AsWord(string word) => word.AsSpan(1).ContainsAnyInRange('A', 'Z') ? word : word.ToLowerInvariant();
}
