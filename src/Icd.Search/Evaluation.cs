namespace Icd.Search;

/// <summary>A query of an evaluation set, with the codes that a coder accepts.</summary>
/// <param name="Query">What is typed.</param>
/// <param name="Kind">What sort of query it is.</param>
/// <param name="Icd10">Accepted ICD-10 codes.</param>
/// <param name="Icd11">Accepted ICD-11 codes.</param>
public sealed record EvaluationQuery(string Query, string Kind, IReadOnlyList<string> Icd10, IReadOnlyList<string> Icd11)
{
    /// <summary>Reads a set: tabs, columns <c>query</c>, <c>kind</c>, <c>icd10</c>, <c>icd11</c>; <c>#</c> begins a comment line.</summary>
    /// <exception cref="Lexicons.LexiconFormatException">A line is malformed; the message names file, line and remedy.</exception>
    public static IReadOnlyList<EvaluationQuery> Read(string path)
    {
        using var text = File.OpenText(path);
        return [.. Lexicons.LexiconTable.Read(Path.GetFileName(path), text, "query", "kind", "icd10", "icd11").Select(row => new EvaluationQuery(row.Cells[0], row.Cells[1], Codes(row.Cells[2]), Codes(row.Cells[3])))];

        static string[] Codes(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether any code is accepted in one of the systems: otherwise the query says nothing about them.</summary>
    public bool IsAbout(SearchSystems systems) =>
        ((systems & SearchSystems.Icd10) != 0 && Icd10.Count > 0) || ((systems & SearchSystems.Icd11) != 0 && Icd11.Count > 0);

    /// <summary>Whether a code is one of the accepted ones, or below one of them.</summary>
    public bool Accepts(SearchSystems system, string code) =>
        (system switch { SearchSystems.Icd10 => Icd10, SearchSystems.Icd11 => Icd11, _ => [] }).Any(accepted => IsAtOrBelow(code, accepted));

    /// <summary>The rank of the first accepted hit, from 1; 0 where there is none.</summary>
    public int RankIn(SearchResult result)
    {
        for (var i = 0; i < result.Hits.Count; i++)
        {
            if (Accepts(result.Hits[i].System, result.Hits[i].Code)) return i + 1;
        }

        return 0;
    }

    private static bool IsAtOrBelow(string code, string accepted) =>
        code.Replace(".", "", StringComparison.Ordinal).StartsWith(accepted.Replace(".", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}

/// <summary>How well a set of queries is answered.</summary>
/// <param name="Kind">The sort of queries, or "all".</param>
/// <param name="Queries">How many there are.</param>
/// <param name="RecallAt1">The share with an accepted code as first hit.</param>
/// <param name="RecallAt5">The share with one among the first five.</param>
/// <param name="RecallAt10">The share with one among the first ten.</param>
/// <param name="Mrr">The mean of one over the rank of the first accepted hit, among the first ten.</param>
public sealed record Evaluation(string Kind, int Queries, double RecallAt1, double RecallAt5, double RecallAt10, double Mrr)
{
    /// <summary>Answers the queries and counts, by kind and at last for all.</summary>
    public static IReadOnlyList<Evaluation> Of(ICodeIndex index, IReadOnlyList<EvaluationQuery> queries, SearchSystems systems)
    {
        var options = new SearchOptions { Systems = systems, Limit = 10 };
        var ranks = queries.Where(query => query.IsAbout(systems)).Select(query => (query.Kind, Rank: query.RankIn(index.Search(query.Query, options)))).ToList();
        return [.. ranks.GroupBy(rank => rank.Kind, StringComparer.Ordinal).Select(group => Count(group.Key, [.. group.Select(rank => rank.Rank)])), Count("all", [.. ranks.Select(rank => rank.Rank)])];
    }

    /// <summary>The figures of a list of ranks, 0 for not found.</summary>
    public static Evaluation Count(string kind, IReadOnlyList<int> ranks)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        return ranks.Count == 0 ? new(kind, 0, 0, 0, 0, 0) : new(kind, ranks.Count, Share(1), Share(5), Share(10), ranks.Average(rank => rank is > 0 and <= 10 ? 1.0 / rank : 0));

        double Share(int depth) => ranks.Count(rank => rank > 0 && rank <= depth) / (double)ranks.Count;
    }
}
