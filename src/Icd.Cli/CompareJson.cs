using System.Text.Json;
using Icd.Core.Codes;
using Icd.Toolkit.Answers;
using Icd.Transition.Comparison;

namespace Icd.Cli;

/// <summary>The JSON of <c>icd compare</c>; every name is a contract, documented in <c>docs/cli.md</c>. A count that is kept back is null.</summary>
internal static class CompareJson
{
    public static void Write(Utf8JsonWriter writer, ComparisonReport report, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("edition", report.Edition);
        writer.WriteString("release", report.Release);
        writer.WriteString("basis", report.IsRegistered ? "registered" : "crosswalk");
        Count(writer, "events", report.Events);
        writer.WriteNumber("rows", report.Rows);
        writer.WriteNumber("rejectedRows", report.RejectedRows);
        writer.WriteTexts("rejected", report.Rejected);
        writer.WriteTexts("unknownCodes", report.UnknownCodes);
        if (report.BreakYear == 0) writer.WriteNull("breakYear");
        else writer.WriteNumber("breakYear", report.BreakYear);
        writer.WriteNumber("suppressBelow", report.SuppressBelow);
        Units(writer, "forward", report.Forward);
        Units(writer, "back", report.Back);
        writer.WriteObjects("groups", report.Groups, group => Group(writer, group, language));
        writer.WriteObjects("series", report.Series, series =>
        {
            writer.WriteString("id", series.Id);
            writer.WriteString("title", series.Title);
            writer.WriteBoolean("group", series.IsGroup);
            writer.WriteObjects("points", series.Points, point =>
            {
                writer.WriteNumber("year", point.Year);
                if (point.Old is null) writer.WriteNull("icd10");
                else Count(writer, "icd10", point.Old);
                Count(writer, "icd11", point.New);
            });
        });
        writer.WriteObjects("causes", report.Causes, cause => Cause(writer, cause));
        if (report.Agreement is { } agreement) Agreement(writer, agreement);
        else writer.WriteNull("agreement");
        writer.WriteEndObject();
    }

    private static void Units(Utf8JsonWriter writer, string name, IReadOnlyList<UnitComparison> units) => writer.WriteObjects(name, units, unit =>
    {
        writer.WriteString("level", ContractName.Of(unit.Level));
        writer.WriteString("id", unit.Unit.Id);
        writer.WriteString("title", unit.Unit.Title);
        Count(writer, "events", unit.Events);
        writer.WriteString("counterpart", unit.Counterpart);
        Count(writer, "counterpartEvents", unit.CounterpartEvents);
        Count(writer, "both", unit.Both);
        Interval(writer, "ratio", unit.Ratio);
        writer.WriteTexts("changes", ComparisonCsv.NamesOf(unit.Changes));
        writer.WriteObjects("flows", unit.Flows, flow =>
        {
            writer.WriteString("to", flow.To.Id);
            writer.WriteString("title", flow.To.Title);
            Count(writer, "events", flow.Events);
        });
    });

    private static void Group(Utf8JsonWriter writer, GroupComparison group, MessageLanguage language)
    {
        writer.WriteString("id", group.Group.Id);
        writer.WriteString("name", group.Group.Name.In(language));
        Count(writer, "icd10", group.Old);
        Count(writer, "icd11", group.New);
        Count(writer, "both", group.Both);
        Count(writer, "onlyIcd10", group.OnlyOld);
        Count(writer, "onlyIcd11", group.OnlyNew);
        Interval(writer, "ratio", group.Ratio);
        writer.WriteOptional("lowest", group.Lowest);
        writer.WriteOptional("highest", group.Highest);
        writer.WriteObjects("strata", group.Strata, stratum =>
        {
            writer.WriteString("variable", stratum.Variable);
            writer.WriteString("value", stratum.Value);
            Count(writer, "icd10", stratum.Old);
            Count(writer, "icd11", stratum.New);
            Count(writer, "both", stratum.Both);
            Interval(writer, "ratio", stratum.Ratio);
        });
        if (group.Suggestion is not { } suggestion)
        {
            writer.WriteNull("suggestion");
            return;
        }

        writer.WriteStartObject("suggestion");
        writer.WriteTexts("terms", suggestion.Terms);
        Interval(writer, "sensitivity", suggestion.Sensitivity);
        Interval(writer, "precision", suggestion.Precision);
        writer.WriteEndObject();
    }

    private static void Cause(Utf8JsonWriter writer, Cause cause)
    {
        writer.WriteString("code", cause.Code);
        writer.WriteString("title", cause.Title);
        writer.WriteString("target", cause.Target.Length > 0 ? cause.Target : null);
        writer.WriteString("targetTitle", cause.TargetTitle.Length > 0 ? cause.TargetTitle : null);
        writer.WriteString("expected", cause.Expected.Length > 0 ? cause.Expected : null);
        writer.WriteTexts("changes", ComparisonCsv.NamesOf(cause.Changes));
        writer.WriteTexts("groups", cause.Groups);
        writer.WriteString("provenance", cause.Provenance);
        Count(writer, "events", cause.Events);
    }

    private static void Agreement(Utf8JsonWriter writer, Agreement agreement)
    {
        writer.WriteStartObject("agreement");
        Interval(writer, "kappa", agreement.Kappa.Kappa);
        writer.WriteNumber("observed", agreement.Kappa.Observed);
        writer.WriteNumber("expected", agreement.Kappa.Expected);
        writer.WriteTexts("chapters", agreement.Chapters.Select(chapter => chapter.Id));
        writer.WriteStartArray("table");
        foreach (var row in agreement.Table)
        {
            writer.WriteStartArray();
            foreach (var count in row)
            {
                if (count.Value is { } value) writer.WriteNumberValue(value);
                else writer.WriteNullValue();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteObjects("disagreements", agreement.Disagreements, cause => Cause(writer, cause));
        writer.WriteEndObject();
    }

    private static void Count(Utf8JsonWriter writer, string name, PublishedCount count)
    {
        if (count.Value is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static void Interval(Utf8JsonWriter writer, string name, ConfidenceInterval? interval)
    {
        if (interval is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("value", known.Value);
        writer.WriteNumber("low", known.Low);
        writer.WriteNumber("high", known.High);
        writer.WriteEndObject();
    }
}
