using System.Globalization;
using System.Text.Json;

namespace Icd.Transition.Comparison;

/// <summary>Writes a comparison as CSV files (RFC 4180, UTF-8, a header each); a count that is kept back is <c>:</c>.</summary>
public static class ComparisonCsv
{
    /// <summary>Writes all tables of a report.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="open">Makes the file of a name such as <c>groups.csv</c>.</param>
    public static void Write(ComparisonReport report, Func<string, TextWriter> open)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(open);
        Table("units.csv", "direction,level,unit,title,events,counterpart,counterpart_events,both,ratio,low,high,changes", Sides(report).Select(side => (string[])[
            side.Direction, Name(side.Unit.Level), side.Unit.Unit.Id, side.Unit.Unit.Title, Count(side.Unit.Events), side.Unit.Counterpart, Count(side.Unit.CounterpartEvents), Count(side.Unit.Both), .. Interval(side.Unit.Ratio), Names(side.Unit.Changes)]));
        Table("flows.csv", "direction,level,from,to,to_title,events", Sides(report).SelectMany(side => side.Unit.Flows.Select(flow => (string[])[side.Direction, Name(side.Unit.Level), side.Unit.Unit.Id, flow.To.Id, flow.To.Title, Count(flow.Events)])));
        Table("groups.csv", "group,icd10,icd11,both,only_icd10,only_icd11,ratio,low,high,lowest,highest", report.Groups.Select(group => (string[])[
            group.Group.Id, Count(group.Old), Count(group.New), Count(group.Both), Count(group.OnlyOld), Count(group.OnlyNew), .. Interval(group.Ratio), Number(group.Lowest), Number(group.Highest)]));
        Table("strata.csv", "group,variable,value,icd10,icd11,both,ratio,low,high", report.Groups.SelectMany(group => group.Strata.Select(stratum => (string[])[
            group.Group.Id, stratum.Variable, stratum.Value, Count(stratum.Old), Count(stratum.New), Count(stratum.Both), .. Interval(stratum.Ratio)])));
        Table("series.csv", "series,kind,year,icd10,icd11", report.Series.SelectMany(series => series.Points.Select(point => (string[])[
            series.Id, series.IsGroup ? "group" : "chapter", point.Year.ToString(CultureInfo.InvariantCulture), point.Old is null ? "" : Count(point.Old), Count(point.New)])));
        Table("causes.csv", "rank,icd10,title,icd11,icd11_title,expected,changes,groups,events,provenance", Causes(report.Causes));
        if (report.Agreement is not { } agreement) return;
        Table("agreement.csv", "expected,registered,events", agreement.Chapters.SelectMany((row, i) => agreement.Chapters.Select((column, j) => (string[])[row.Id, column.Id, Count(agreement.Table[i][j])])));
        Table("disagreements.csv", "rank,icd10,title,icd11,icd11_title,expected,changes,groups,events,provenance", Causes(agreement.Disagreements));
        Table("suggestions.csv", "group,definition,sensitivity,sensitivity_low,sensitivity_high,precision,precision_low,precision_high", report.Groups.Where(group => group.Suggestion is { Terms.Count: > 0 }).Select(group => (string[])[
            group.Group.Id, string.Join(", ", group.Suggestion!.Terms), .. Interval(group.Suggestion.Sensitivity), .. Interval(group.Suggestion.Precision)]));

        void Table(string name, string header, IEnumerable<string[]> rows)
        {
            using var writer = open(name);
            writer.Write(header + "\r\n");
            foreach (var row in rows) writer.Write(string.Join(',', row.Select(Quoted)) + "\r\n");
        }
    }

    /// <summary>The names of changes as CSV and JSON have them, such as <c>moves-chapter</c>.</summary>
    public static IEnumerable<string> NamesOf(UnitChanges changes) =>
        Enum.GetValues<UnitChanges>().Where(change => change != 0 && changes.HasFlag(change)).Select(change => JsonNamingPolicy.KebabCaseLower.ConvertName(change.ToString()));

    private static IEnumerable<(string Direction, UnitComparison Unit)> Sides(ComparisonReport report) =>
        report.Forward.Select(unit => ("icd10-to-icd11", unit)).Concat(report.Back.Select(unit => ("icd11-to-icd10", unit)));

    private static IEnumerable<string[]> Causes(IReadOnlyList<Cause> causes) => causes.Select((cause, i) => (string[])[
        (i + 1).ToString(CultureInfo.InvariantCulture), cause.Code, cause.Title, cause.Target, cause.TargetTitle, cause.Expected, Names(cause.Changes), string.Join(' ', cause.Groups), Count(cause.Events), cause.Provenance]);

    private static string Names(UnitChanges changes) => string.Join(' ', NamesOf(changes));

    private static string Name(UnitLevel level) => JsonNamingPolicy.KebabCaseLower.ConvertName(level.ToString());

    private static string Count(PublishedCount count) => count.Value?.ToString(CultureInfo.InvariantCulture) ?? ":";

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string[] Interval(ConfidenceInterval? interval) => [Number(interval?.Value), Number(interval?.Low), Number(interval?.High)];

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
