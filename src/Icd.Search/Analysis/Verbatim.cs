namespace Icd.Search.Analysis;

/// <summary>Text but for case and for what stands between the words: what "word for word" means.</summary>
internal static class Verbatim
{
    /// <summary>A hash of a text's letters and digits: FNV-1a, the same in every process.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            if (char.IsLetterOrDigit(unit)) hash = (hash ^ char.ToLowerInvariant(unit)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Whether a name is a query word for word.</summary>
    /// <param name="letters">The query's letters and digits, in lower case.</param>
    /// <param name="name">A name as it is written.</param>
    public static bool IsSame(ReadOnlySpan<char> letters, ReadOnlySpan<char> name)
    {
        var at = 0;
        foreach (var unit in name)
        {
            if (!char.IsLetterOrDigit(unit)) continue;
            if (at == letters.Length || letters[at++] != char.ToLowerInvariant(unit)) return false;
        }

        return at == letters.Length;
    }
}
