using System.Globalization;
using Icd.Mapping;
using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>Compares how events are counted in ICD-10 and ICD-11.</summary>
/// <remarks><c>docs/compare.md</c> says what is computed and how.</remarks>
public static class SeriesComparison
{
    /// <summary>Compares the events of a table.</summary>
    /// <param name="table">The events.</param>
    /// <param name="crosswalk">What ICD-10 codes become.</param>
    /// <param name="options">What the report is to have.</param>
    public static ComparisonReport Run(EventTable table, Crosswalk crosswalk, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(crosswalk);
        options ??= new();
        var events = new ComparedEvents(table, crosswalk, options);
        IReadOnlyList<GroupDefinition> groups = options.Groups?.Groups ?? [];
        var pairs = new CodePairs(events, groups, options.Listed);
        var (causes, disagreements, suggestions) = (pairs.Breaking(), pairs.Disagreeing(), Suggestions(events, groups, crosswalk, options.SuppressBelow));
        var cells = new EventCells(events, groups.Count, suggestions, Places(causes.Concat(disagreements)));
        cells.Count();
        var (flows, counts) = (new UnitFlows(events, cells), new GroupComparisons(events, cells, groups, suggestions));
        var report = new ComparisonReport(
            crosswalk.Edition.Key.ToString(), crosswalk.Release.Key.ToString(), events.IsRegistered, cells.Publish("all"), table.Rows, table.RejectedRows, table.Rejected, UnknownCodes(events), BreakYear(events, options),
            options.SuppressBelow > 1 ? options.SuppressBelow : 0,
            [.. Units.Levels.SelectMany(flows.Forward)], [.. Units.Levels.SelectMany(flows.Back)], [.. groups.Select((_, i) => counts.Of(i))], [.. new YearSeries(events, cells, groups).All()],
            [.. causes.Select(pair => pairs.Describe(pair, cells))], new ChapterAgreement(events, cells).With(disagreements.Select(pair => pairs.Describe(pair, cells))));
        if (options.SuppressBelow <= 1) return report;
        cells.Suppress(options.SuppressBelow);
        return SuppressedReport.Of(report);
    }

    private static Dictionary<(string Code, string Target), int> Places(IEnumerable<CodePair> listed)
    {
        var places = new Dictionary<(string Code, string Target), int>();
        foreach (var pair in listed) places.TryAdd((pair.Old.Text, pair.New.Text), places.Count);
        return places;
    }

    /// <summary>A suggestion for each group that has an ICD-10 side; none without rows that are registered twice.</summary>
    private static List<SuggestedDefinition?> Suggestions(ComparedEvents events, IReadOnlyList<GroupDefinition> groups, Crosswalk crosswalk, int least)
    {
        if (!events.IsRegistered) return [];
        var suggester = new GroupSuggester(crosswalk.Validator.Axes, crosswalk.Edition, least);
        return [.. groups.Select((group, at) => group.Icd10.Count == 0 ? null : suggester.Of(group, events.Basis.Select(row => (row.New, row.Count, GroupSet.Has(row.Old!.Groups, at)))))];
    }

    private static List<string> UnknownCodes(ComparedEvents events) =>
        [.. events.Basis.Where(row => !row.Old!.IsListed).GroupBy(row => row.Old!.Text, StringComparer.Ordinal).OrderByDescending(rows => rows.Sum(row => row.Count))
            .Select(rows => string.Create(CultureInfo.InvariantCulture, $"{rows.Key} ({rows.Sum(row => row.Count)})"))];

    private static int BreakYear(ComparedEvents events, ComparisonOptions options) => options.BreakYear != 0
        ? options.BreakYear
        : events.All.Where(row => row.Old is null && row.Key.Year != 0).Select(row => row.Key.Year).DefaultIfEmpty(0).Min();
}
