namespace Icd.Core.Sanctioning;

/// <summary>The words of an English title that carry meaning, sorted, as a bag that ignores their order.</summary>
/// <remarks>
/// Only words that never change what is meant are left out: "and", "or", "not", "without" stay. Plurals become singular, and words that
/// mean the same become one by the authored table <c>data/sanctions/words.tsv</c> ("cutaneous" is "skin").
/// </remarks>
internal sealed class TitleWords(IReadOnlyDictionary<string, string> synonyms)
{
    /// <summary>"nos" (not otherwise specified) in histopathology says what the bare word says.</summary>
    private static readonly HashSet<string> Silent = new(["of", "the", "due", "to", "in", "with", "by", "from", "an", "at", "nos"], StringComparer.Ordinal);

    /// <summary>A title's words in canonical form, sorted.</summary>
    public string[] Of(string title)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= title.Length; i++)
        {
            var isWord = i < title.Length && char.IsLetterOrDigit(title[i]);
            if (isWord && start < 0) start = i;
            if (isWord || start < 0) continue;
            Add(words, title.AsSpan(start, i - start));
            start = -1;
        }

        words.Sort(StringComparer.Ordinal);
        return [.. words];
    }

    private void Add(List<string> words, ReadOnlySpan<char> written)
    {
        // "a" is an article, "A" the name of a virus or vitamin.
        if (written is "a") return;
        var word = written.ToString().ToLowerInvariant();
        if (Silent.Contains(word)) return;
        var singular = Singular(word);
        var canonical = synonyms.GetValueOrDefault(word) ?? synonyms.GetValueOrDefault(singular) ?? singular;
        if (canonical.Length > 0) words.AddRange(canonical.Split(' '));
    }

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    public static string Key(IEnumerable<string> sortedWords) => string.Join(' ', sortedWords);

    /// <summary>What is left of sorted words when others are taken out once each, as far as they are there.</summary>
    public static string[] Minus(string[] words, string[] others)
    {
        var left = new List<string>(words.Length);
        var o = 0;
        foreach (var word in words)
        {
            while (o < others.Length && string.CompareOrdinal(others[o], word) < 0) o++;
            if (o < others.Length && others[o] == word) o++;
            else left.Add(word);
        }

        return [.. left];
    }

    /// <summary>Whether every word of one bag is in another, as often as there.</summary>
    public static bool IsWithin(string[] words, string[] others) => Minus(words, others).Length == 0;
}
