using Icd.Search.Indexing;
using static Icd.Search.SearchScratch;

namespace Icd.Search;

/// <summary>The best hits of a search: a heap with the worst of them on top.</summary>
internal static class BestHits
{
    /// <summary>Best first; equal ones in a fixed order.</summary>
    public static int Compare(IndexTables tables, in Candidate one, in Candidate other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        if (byScore != 0) return byScore;
        var byPrior = tables.Documents[other.Document].Prior.CompareTo(tables.Documents[one.Document].Prior);
        return byPrior != 0 ? byPrior : one.Document.CompareTo(other.Document);
    }

    /// <summary>Keeps a hit if it is among the best. A concept found twice keeps its better score.</summary>
    public static void Keep(IndexTables tables, SearchScratch scratch, int depth, in Candidate candidate)
    {
        var best = scratch.Best;
        for (var i = 0; scratch.HasEarlier && i < scratch.BestCount; i++)
        {
            if (best[i].Document != candidate.Document) continue;
            if (Compare(tables, candidate, best[i]) >= 0) return;
            best[i] = candidate;
            SiftDown(tables, best, i, scratch.BestCount);
            return;
        }

        if (scratch.BestCount < depth)
        {
            best[scratch.BestCount] = candidate;
            SiftUp(tables, best, scratch.BestCount++);
        }
        else if (Compare(tables, candidate, best[0]) < 0)
        {
            best[0] = candidate;
            SiftDown(tables, best, 0, scratch.BestCount);
        }
    }

    private static void SiftUp(IndexTables tables, Candidate[] heap, int at)
    {
        while (at > 0 && Compare(tables, heap[at], heap[(at - 1) / 2]) > 0)
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private static void SiftDown(IndexTables tables, Candidate[] heap, int at, int count)
    {
        while (true)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < count; child++)
            {
                if (Compare(tables, heap[child], heap[worst]) > 0) worst = child;
            }

            if (worst == at) return;
            (heap[at], heap[worst]) = (heap[worst], heap[at]);
            at = worst;
        }
    }
}
