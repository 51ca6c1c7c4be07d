using System.Text;
using Icd.Tests;
using Icd.Transition.Comparison;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Comparison;

public class SeriesComparisonTests
{
    private static ComparisonReport Run(string csv, string? groups = null, int suppressBelow = 0, int breakYear = 0) => SeriesComparison.Run(
        EventTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), new ComparisonColumns()), TestReleases.Crosswalk,
        new() { Groups = groups is null ? null : TestReleases.Compile(groups), SuppressBelow = suppressBelow, BreakYear = breakYear });

    [WhoDataFact]
    public void Run_CodesByTheCrosswalk_AreCountedInBothSystems()
    {
        // Stroke moves from the circulatory chapter to that of the nervous system; infarction and diabetes stay.
        var report = Run("icd10,count\nI21.4,60\nI64,40\nE11.9,100\n");

        Assert.False(report.IsRegistered);
        Assert.Equal(200, report.Events.Value);
        var circulatory = report.Forward.Single(unit => unit is { Level: UnitLevel.Chapter, Unit.Id: "IX" });
        Assert.Equal([("11", 60L), ("08", 40L)], circulatory.Flows.Select(flow => (flow.To.Id, flow.Events.Value!.Value)));
        Assert.True(circulatory.Changes.HasFlag(UnitChanges.MovesChapter | UnitChanges.Splits));
        Assert.Equal(("11", 60L, 60L, 0.6), (circulatory.Counterpart, circulatory.CounterpartEvents.Value!.Value, circulatory.Both.Value!.Value, circulatory.Ratio!.Value.Value));
        Assert.Equal("I64", report.Causes[0].Code);
        Assert.Equal(("8B20", UnitChanges.MovesChapter), (report.Causes[0].Target, report.Causes[0].Changes));
        Assert.Contains(report.Back, unit => unit is { Level: UnitLevel.Chapter, Unit.Id: "08" } && unit.Flows.Single().To.Id == "IX");
    }

    [WhoDataFact]
    public void Run_EveryLevel_AddsUpToAllEvents()
    {
        var report = Run("icd10,count\n" + string.Concat(TestReleases.Crosswalk.Codes.Where((_, i) => i % 7 == 0).Select((code, i) => $"{code.ToString("N", null)},{(i % 50) + 1}\n")));

        foreach (var level in Enum.GetValues<UnitLevel>())
        {
            foreach (var side in (IReadOnlyList<UnitComparison>[])[report.Forward, report.Back])
            {
                Assert.Equal(report.Events.Value, side.Where(unit => unit.Level == level).Sum(unit => unit.Events.Value));
                Assert.All(side.Where(unit => unit.Level == level), unit => Assert.Equal(unit.Events.Value, unit.Flows.Sum(flow => flow.Events.Value)));
            }
        }
    }

    [WhoDataFact]
    public void Run_Groups_HaveRatiosBoundsAndStrata()
    {
        var report = Run(
            "icd10,count,sex,age\nI21.4,90,F,0-64\nI25.4,10,F,65+\nI21.4,50,M,65+\nE11.9,7,M,65+\n",
            "group ihd\n icd10 I20-I25\n icd11 BlockL1-BA4\n");
        var group = Assert.Single(report.Groups);

        // I25.4 becomes BA81, outside of the block.
        Assert.Equal((150L, 140L, 140L, 10L, 0L), (group.Old.Value, group.New.Value, group.Both.Value, group.OnlyOld.Value, group.OnlyNew.Value));
        Assert.Equal(140.0 / 150, group.Ratio!.Value.Value, 10);
        Assert.Equal(new ComparabilityRatio(140, 10, 0).Interval, group.Ratio);
        Assert.Equal([("sex", "F", 100L, 90L), ("sex", "M", 50L, 50L), ("age", "0-64", 90L, 90L), ("age", "65+", 60L, 50L)], group.Strata.Select(stratum => (stratum.Variable, stratum.Value, stratum.Old.Value!.Value, stratum.New.Value!.Value)));
        Assert.True(group.Lowest <= group.Ratio.Value.Value && group.Ratio.Value.Value <= group.Highest);
    }

    [WhoDataFact]
    public void Run_RowsRegisteredTwice_GiveObservedRatiosMatrixAndKappa()
    {
        var report = Run("icd10,icd11,count\nI21.4,BA41.1,80\nI21.4,CA40.Z,5\nI64,8B20,40\nJ18.9,CA40.Z,70\nJ18.9,BA41.1,5\n", "group ami\n match main\n icd10 I21-I22\n icd11 BA41-BA42\n");
        var agreement = report.Agreement!;

        Assert.True(report.IsRegistered);
        Assert.Equal((85L, 85L, 80L), (report.Groups[0].Old.Value, report.Groups[0].New.Value, report.Groups[0].Both.Value));
        Assert.Equal(["08", "11", "12"], agreement.Chapters.Select(chapter => chapter.Id));
        Assert.Equal([[40L, 0L, 0L], [0L, 80L, 5L], [0L, 5L, 70L]], agreement.Table.Select(row => row.Select(count => count.Value!.Value)));
        // By hand: observed 190/200; expected (40² + 85² + 75²)/200² = 0.36125; kappa 0.58875/0.63875.
        Assert.Equal(0.58875 / 0.63875, agreement.Kappa.Kappa!.Value.Value, 10);
        Assert.Equal(["I21.4", "J18.9"], agreement.Disagreements.Select(cause => cause.Code));
        Assert.Equal("BA41.1", agreement.Disagreements[0].Expected);
    }

    [WhoDataFact]
    public void Run_StemsWithBothKinds_SuggestConditionsThatTellThemApart()
    {
        // A fracture of the neck of the femur is the group's on the left only; which side, only the extension code says. Ten events without it are a third kind of evidence.
        var report = Run(
            "icd10,icd11,count\nS72.0,NC72.2&XK8G,60\nS72.1,NC72.2&XK9K,90\nS72.1,NC72.2,10\nI21.4,BA41.1,100\nI25.4,BA41.1/BA81,20\n",
            "group left\n icd10 S72.0\n icd11 NC72.2\ngroup heart\n icd10 I21\n icd11 BA41\n");
        var (left, heart) = (report.Groups[0].Suggestion!, report.Groups[1].Suggestion!);

        Assert.Equal(["=NC72.2 & XK8G"], left.Terms);
        Assert.Equal((60L, 60L, 60L), (left.Old.Value, left.New.Value, left.Both.Value));
        Assert.Contains(heart.Terms, term => term.StartsWith("not ", StringComparison.Ordinal) && term.EndsWith("/ BA81", StringComparison.Ordinal));
        Assert.Equal((100L, 100L), (heart.New.Value, heart.Both.Value));
    }

    [WhoDataFact]
    public void Run_FewEventsOfACondition_MakeNone()
    {
        var report = Run("icd10,icd11,count\nS72.0,NC72.2&XK8G,3\nS72.1,NC72.2&XK9K,90\nS72.0,NC72.3,9\n", "group left\n icd10 S72.0\n icd11 NC72.2\n");

        Assert.DoesNotContain(report.Groups[0].Suggestion!.Terms, term => term.Contains('&', StringComparison.Ordinal));
    }

    [WhoDataFact]
    public void Run_RowsRegisteredTwice_SuggestADefinitionWithItsSensitivityAndPrecision()
    {
        var report = Run("icd10,icd11,count\nI63.9,8B11.5Z,90\nI63.9,8B20,10\nI64,8B20,30\nG45.9,8B10.Z,50\nG45.9,8B11.5Z,4\n", "group infarction\n icd10 I63\n icd11 8B11\n");
        var suggestion = report.Groups[0].Suggestion!;

        Assert.Equal(["8B11.5Z"], suggestion.Terms);
        Assert.Equal(0.9, suggestion.Sensitivity!.Value.Value, 10);
        Assert.Equal(90.0 / 94, suggestion.Precision!.Value.Value, 10);
    }

    [WhoDataFact]
    public void Run_Years_GiveSeriesAndTheBreak()
    {
        var report = Run("year,icd10,icd11,count\n2020,I64,,30\n2021,I64,,33\n2022,,8B20,35\n2022,,BA41.Z,20\n", "group stroke\n icd10 I64\n icd11 8B20\n");
        var series = report.Series.Single(series => series.IsGroup);

        Assert.Equal(2022, report.BreakYear);
        Assert.Equal([(2020, 30L, 30L), (2021, 33L, 33L), (2022, null, 35L)], series.Points.Select(point => (point.Year, point.Old?.Value, point.New.Value!.Value)));
        Assert.Equal(63, report.Events.Value);
    }

    [WhoDataFact]
    public void Run_RowsThatCannotBeUsed_AreCountedAndShown()
    {
        var table = EventTable.Read(new MemoryStream("icd10;antall;år\nI21.4;3;2020\nI21!;1;2020\nI21;x;2020\nI21;1;20xx\n;1;2020\nI29.9;2;2020\n"u8.ToArray()), new ComparisonColumns());
        var report = SeriesComparison.Run(table, TestReleases.Crosswalk);

        Assert.Equal((6L, 4L), (report.Rows, report.RejectedRows));
        Assert.Equal(["row 3, ICD-10: 'I21!'", "row 4, count: 'x'", "row 5, year: '20xx'", "row 6, ICD-10: ''"], report.Rejected.Select(text => text[..(text.IndexOf('\'', text.IndexOf('\'', StringComparison.Ordinal) + 1) + 1)]));
        Assert.Equal(["I29.9 (2)"], report.UnknownCodes);
        Assert.Equal(5, report.Events.Value);
    }

    [WhoDataFact]
    public void Run_WithoutColumnOfCodes_SaysWhichColumnsThereAre()
    {
        var error = Assert.Throws<InvalidDataException>(() => EventTable.Read(new MemoryStream("a,b\n1,2\n"u8.ToArray()), new ComparisonColumns()));

        Assert.StartsWith("There is no column of codes; the columns are a, b.", error.Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Run_SmallCells_AreKeptBackInEveryTableTogether()
    {
        var random = new Random(2);
        var rows = TestReleases.Crosswalk.Codes.Where((_, i) => i % 23 == 0).SelectMany(code => Enumerable.Range(2019, 3).Select(year =>
            $"{code.ToString("N", null)},{year},{(random.Next(2) == 0 ? "F" : "M")},{(random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 60))}\n"));
        const string groups = "group cancer\n icd10 C00-C97\n icd11 BlockL1-2B5\ngroup circulatory\n icd10 ch:IX\n icd11 ch:11\n";
        var csv = "icd10,year,sex,count\n" + string.Concat(rows);
        var (open, kept) = (Run(csv, groups), Run(csv, groups, suppressBelow: 5));

        // The whole report holds no small count, and each shown count is the true one.
        var shown = Counts(kept).ToList();
        Assert.DoesNotContain(shown, count => count.Value is > 0 and < 5);
        Assert.Contains(shown, count => count.IsSuppressed);
        Assert.True(shown.Count(count => count.Value is > 0) > 100);
        Assert.Equal(open.Forward.Select(unit => (unit.Level, unit.Unit.Id)), kept.Forward.Select(unit => (unit.Level, unit.Unit.Id)));
        foreach (var (before, after) in open.Forward.Zip(kept.Forward).Where(pair => !pair.Second.Events.IsSuppressed)) Assert.Equal(before.Events.Value, after.Events.Value);
        // No unit shows all flows but one of a total that is shown.
        Assert.All(kept.Forward.Concat(kept.Back).Where(unit => !unit.Events.IsSuppressed), unit => Assert.NotEqual(1, unit.Flows.Count(flow => flow.Events.IsSuppressed)));
        Assert.All(kept.Groups, group => Assert.True(group.Lowest is null && group.Highest is null));
    }

    private static IEnumerable<PublishedCount> Counts(ComparisonReport report) =>
    [
        report.Events,
        .. report.Forward.Concat(report.Back).SelectMany(unit => (PublishedCount[])[unit.Events, unit.Both, unit.CounterpartEvents, .. unit.Flows.Select(flow => flow.Events)]),
        .. report.Groups.SelectMany(group => (PublishedCount[])[group.Old, group.New, group.Both, group.OnlyOld, group.OnlyNew, .. group.Strata.SelectMany(stratum => (PublishedCount[])[stratum.Old, stratum.New, stratum.Both])]),
        .. report.Series.SelectMany(series => series.Points.SelectMany(point => (PublishedCount[])(point.Old is null ? [point.New] : [point.Old, point.New]))),
        .. report.Causes.Select(cause => cause.Events),
    ];
}
