namespace Icd.Mapping.Conversion;

/// <summary>The summary of a whole from those of its shards, which list all their codes. Shards may be hundreds: what was added up needs not be kept.</summary>
internal sealed class SummarySum
{
    private readonly Dictionary<CodeCount, long> _all = [], _losing = [], _forReview = [], _without = [];
    private readonly SortedDictionary<string, long> _relations = new(StringComparer.Ordinal), _provenance = new(StringComparer.Ordinal), _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChapterCount> _chapters = [];
    private ConversionSummary? _totals;

    public void Add(ConversionSummary part)
    {
        Add(_all, part.MostFrequent);
        Add(_losing, part.MostFrequentLosing);
        Add(_forReview, part.MostFrequentForReview);
        Add(_without, part.MostFrequentWithout);
        Add(_relations, part.Relations);
        Add(_provenance, part.Provenance);
        Add(_reasons, part.Reasons);
        foreach (var chapter in part.Chapters) _chapters[chapter.Chapter] = _chapters.TryGetValue(chapter.Chapter, out var known) ? Plus(known, chapter) : chapter;
        _totals = _totals is null ? WithoutLists(part) : _totals with
        {
            Rows = _totals.Rows + part.Rows,
            RejectedRows = _totals.RejectedRows + part.RejectedRows,
            Cells = _totals.Cells + part.Cells,
            Codes = _totals.Codes + part.Codes,
            Converted = _totals.Converted + part.Converted,
            NeedReview = _totals.NeedReview + part.NeedReview,
            NotInEdition = _totals.NotInEdition + part.NotInEdition,
            Decided = _totals.Decided + part.Decided,
            Escaped = _totals.Escaped + part.Escaped,
        };
    }

    /// <summary>The sum of what was added, at least one part.</summary>
    public ConversionSummary Whole() => _totals! with
    {
        DistinctCodes = _all.Count,
        Relations = _relations,
        Provenance = _provenance,
        Reasons = _reasons,
        Chapters = [.. _chapters.Values.OrderBy(chapter => chapter.Chapter.Length == 0 ? int.MaxValue : chapter.Place)],
        MostFrequent = Listed(_all),
        MostFrequentLosing = Listed(_losing),
        MostFrequentForReview = Listed(_forReview),
        MostFrequentWithout = Listed(_without),
    };

    /// <summary>A summary with its totals only.</summary>
    public static ConversionSummary WithoutLists(ConversionSummary part) => part with { MostFrequent = [], MostFrequentLosing = [], MostFrequentForReview = [], MostFrequentWithout = [] };

    private static List<CodeCount> Listed(Dictionary<CodeCount, long> codes) =>
        [.. codes.Select(pair => pair.Key with { Count = pair.Value }).MostFrequentFirst(code => code).Take(ConversionSummary.CodesListed)];

    private static void Add(Dictionary<CodeCount, long> sum, IEnumerable<CodeCount> codes)
    {
        foreach (var code in codes) sum[code.Uncounted] = sum.GetValueOrDefault(code.Uncounted) + code.Count;
    }

    private static void Add(SortedDictionary<string, long> sum, IReadOnlyDictionary<string, long> counts)
    {
        foreach (var (name, count) in counts) sum[name] = sum.GetValueOrDefault(name) + count;
    }

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
}
