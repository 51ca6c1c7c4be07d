namespace Icd.Core.Sanctioning;

/// <summary>The words of an English title that carry meaning, as a key that ignores their order.</summary>
/// <remarks>Only words that never change what is meant are left out: "and", "or", "not", "without" stay.</remarks>
internal static class TitleWords
{
    private static readonly HashSet<string> Silent = new(["of", "the", "due", "to", "in", "with", "by", "from", "a", "an"], StringComparer.Ordinal);

    public static string[] Of(string title)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= title.Length; i++)
        {
            var isWord = i < title.Length && char.IsLetterOrDigit(title[i]);
            if (isWord && start < 0) start = i;
            if (isWord || start < 0) continue;
            var word = title[start..i].ToLowerInvariant();
            if (!Silent.Contains(word)) words.Add(word);
            start = -1;
        }

        words.Sort(StringComparer.Ordinal);
        return [.. words];
    }

    public static string Key(IEnumerable<string> sortedWords) => string.Join(' ', sortedWords);

    /// <summary>What is left of sorted words when others are taken out once each; <see langword="null"/> where not all of them are there.</summary>
    public static List<string>? Without(string[] words, string[] others)
    {
        var left = new List<string>(words.Length);
        var o = 0;
        foreach (var word in words)
        {
            if (o < others.Length && others[o] == word) o++;
            else left.Add(word);
        }

        return o == others.Length ? left : null;
    }
}
