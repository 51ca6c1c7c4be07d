namespace Icd.Search.Indexing;

/// <summary>Collects postings and puts them in the order of their tokens.</summary>
internal sealed class PostingWriter(int tokenCount)
{
    private readonly List<(int Token, Posting Posting)> _postings = [];

    public void Add(int token, Posting posting)
    {
        if (token >= 0) _postings.Add((token, posting));
    }

    /// <summary>Postings by token, and inside a token by term: a counting sort, which keeps the order of arrival.</summary>
    public (int[] Starts, Posting[] Postings) Sorted()
    {
        var starts = new int[tokenCount + 1];
        foreach (var (token, _) in _postings) starts[token + 1]++;
        for (var i = 0; i < tokenCount; i++) starts[i + 1] += starts[i];
        var next = starts.AsSpan(0, tokenCount).ToArray();
        var sorted = new Posting[_postings.Count];
        foreach (var (token, posting) in _postings) sorted[next[token]++] = posting;
        return (starts, sorted);
    }
}
