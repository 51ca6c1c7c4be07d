namespace Icd.Api.Who;

/// <summary>The words of a query as letters stand there, for marking and completing what the search engine has found by meaning.</summary>
internal sealed class QueryWords
{
    private readonly List<string> _words = [];

    /// <summary>The words of a query.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="isOpen">Whether the last word may be the beginning of one.</param>
    public QueryWords(string query, bool isOpen)
    {
        foreach (var range in WordsOf(query)) _words.Add(query[range]);
        IsOpen = isOpen;
    }

    /// <summary>Whether the last word may be the beginning of one.</summary>
    public bool IsOpen { get; }

    /// <summary>The last word; empty where there is none.</summary>
    public string Last => _words.Count > 0 ? _words[^1] : "";

    /// <summary>Whether the query has a word, in any case.</summary>
    public bool Contains(string word) => _words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a text has the query's words or, for the last one, its beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasAll">Whether it has all of them.</param>
    public IReadOnlyList<Range> In(string text, out bool hasAll)
    {
        var found = new List<Range>();
        var seen = new bool[_words.Count];
        foreach (var range in WordsOf(text))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            for (var i = 0; i < _words.Count; i++)
            {
                var isBeginning = IsOpen && i == _words.Count - 1;
                if (!text.AsSpan(start, length).StartsWith(_words[i], StringComparison.OrdinalIgnoreCase) || (!isBeginning && length != _words[i].Length)) continue;
                seen[i] = true;
                found.Add(start..(start + _words[i].Length));
                break;
            }
        }

        hasAll = seen.Length > 0 && seen.All(word => word);
        return found;
    }

    /// <summary>The runs of letters and digits of a text.</summary>
    public static IEnumerable<Range> WordsOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] == '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))) end++;
            yield return start..end;
            start = end;
        }
    }
}
