namespace Icd.Mapping.Conversion;

/// <summary>The summary of a whole from those of its shards, which list all their codes.</summary>
internal static class SummarySum
{
    public static ConversionSummary Of(IReadOnlyList<ConversionSummary> parts)
    {
        var codes = Sum(parts.Select(part => part.MostFrequent));
        var chapters = parts.SelectMany(part => part.Chapters).GroupBy(chapter => chapter.Chapter).Select(group => group.Aggregate(Plus));
        return new()
        {
            Direction = parts[0].Direction,
            Rows = parts.Sum(part => part.Rows),
            RejectedRows = parts.Sum(part => part.RejectedRows),
            Cells = parts.Sum(part => part.Cells),
            Codes = parts.Sum(part => part.Codes),
            DistinctCodes = codes.Count,
            Converted = parts.Sum(part => part.Converted),
            NeedReview = parts.Sum(part => part.NeedReview),
            NotInEdition = parts.Sum(part => part.NotInEdition),
            Decided = parts.Sum(part => part.Decided),
            Escaped = parts.Sum(part => part.Escaped),
            Relations = Sum(parts.Select(part => part.Relations)),
            Provenance = Sum(parts.Select(part => part.Provenance)),
            Reasons = Sum(parts.Select(part => part.Reasons)),
            Chapters = [.. chapters.OrderBy(chapter => chapter.Chapter.Length == 0 ? int.MaxValue : chapter.Place)],
            MostFrequent = [.. codes.Take(ConversionSummary.CodesListed)],
            MostFrequentLosing = [.. Sum(parts.Select(part => part.MostFrequentLosing)).Take(ConversionSummary.CodesListed)],
            MostFrequentForReview = [.. Sum(parts.Select(part => part.MostFrequentForReview)).Take(ConversionSummary.CodesListed)],
            MostFrequentWithout = [.. Sum(parts.Select(part => part.MostFrequentWithout)).Take(ConversionSummary.CodesListed)],
        };
    }

    private static List<CodeCount> Sum(IEnumerable<IReadOnlyList<CodeCount>> lists) =>
    [
        .. lists.SelectMany(list => list).GroupBy(code => code.Uncounted).Select(group => group.Key with { Count = group.Sum(code => code.Count) }).MostFrequentFirst(code => code),
    ];

    private static ChapterCount Plus(ChapterCount one, ChapterCount other) => one with
    {
        Codes = one.Codes + other.Codes,
        Equivalent = one.Equivalent + other.Equivalent,
        Narrower = one.Narrower + other.Narrower,
        Broader = one.Broader + other.Broader,
        Related = one.Related + other.Related,
        Without = one.Without + other.Without,
        NeedReview = one.NeedReview + other.NeedReview,
    };

    private static SortedDictionary<string, long> Sum(IEnumerable<IReadOnlyDictionary<string, long>> counts)
    {
        var sum = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, count) in counts.SelectMany(part => part)) sum[name] = sum.GetValueOrDefault(name) + count;
        return sum;
    }
}
