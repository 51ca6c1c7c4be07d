using System.Text.Json;
using Icd.Core.Codes;
using Icd.Mapping;

namespace Icd.Transition.Scan.Reports;

/// <summary>Writes a report as JSON; the names are documented in <c>docs/cli.md</c>.</summary>
public static class FindingJson
{
    /// <summary>Writes the whole report as one object.</summary>
    public static void Write(ScanReport report, Utf8JsonWriter writer, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("icd10", report.Icd10);
        writer.WriteString("icd11", report.Icd11);
        writer.WriteStartObject("counts");
        writer.WriteNumber("files", report.Counts.Files);
        writer.WriteNumber("bytes", report.Counts.Bytes);
        writer.WriteNumber("examined", report.Counts.Examined);
        writer.WriteNumber("binary", report.Counts.Binary);
        writer.WriteNumber("ignored", report.Counts.Ignored);
        writer.WriteNumber("links", report.Counts.Links);
        writer.WriteNumber("findings", report.Findings.Count);
        writer.WriteNumber("suppressed", report.Suppressed);
        writer.WriteNumber("known", report.Known);
        writer.WriteNumber("belowConfidence", report.BelowConfidence);
        writer.WriteEndObject();
        writer.WriteStartArray("unread");
        foreach (var problem in report.Counts.Problems)
        {
            writer.WriteStartObject();
            writer.WriteString("path", problem.Path);
            writer.WriteString("reason", problem.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("systems");
        foreach (var system in SystemSummary.Of(report)) WriteSystem(writer, system);
        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in report.Findings) WriteFinding(writer, finding, language);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter writer, SystemSummary system)
    {
        writer.WriteStartObject();
        writer.WriteString("name", system.Name);
        writer.WriteNumber("files", system.Files);
        writer.WriteNumber("high", system.High);
        writer.WriteNumber("medium", system.Medium);
        writer.WriteNumber("low", system.Low);
        writer.WriteNumber("info", system.Info);
        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", finding.Kind.Name());
        writer.WriteString("risk", finding.Risk.Name());
        writer.WriteNumber("confidence", finding.Confidence);
        writer.WriteString("system", finding.System);
        writer.WriteString("path", finding.Path);
        writer.WriteNumber("line", finding.Location.Line);
        writer.WriteNumber("column", finding.Location.Column);
        writer.WriteString("language", finding.Language);
        writer.WriteString("place", finding.Place.Name());
        WriteTexts(writer, "written", finding.Written);
        writer.WriteString("snippet", finding.Snippet);
        writer.WriteString("change", finding.Change.In(language));
        WriteTexts(writer, "reasons", finding.Reasons.Select(reason => reason.In(language)));
        writer.WritePropertyName("codes");
        WriteCounts(writer, finding.Counts);
        writer.WriteStartArray("counterparts");
        foreach (var counterpart in finding.Counterparts) WriteCounterpart(writer, counterpart);
        writer.WriteEndArray();
        writer.WriteStartArray("cover");
        foreach (var part in finding.Cover) WriteSubtree(writer, part, language);
        writer.WriteEndArray();
        WriteNumber(writer, "length", finding.Length);
        writer.WriteString("name", finding.Name);
        writer.WriteNumber("count", finding.Count);
        writer.WriteStartArray("locations");
        foreach (var location in finding.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteNumber("endLine", location.EndLine);
            writer.WriteNumber("endColumn", location.EndColumn);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, CounterpartCounts? counts)
    {
        if (counts is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("codes", counts.Codes);
        writer.WriteNumber("oneToOne", counts.OneToOne);
        writer.WriteNumber("postcoordinated", counts.Postcoordinated);
        writer.WriteNumber("lossy", counts.Lossy);
        writer.WriteNumber("unmapped", counts.Unmapped);
        writer.WriteNumber("review", counts.Review);
        writer.WriteEndObject();
    }

    private static void WriteCounterpart(Utf8JsonWriter writer, Counterpart counterpart)
    {
        writer.WriteStartObject();
        writer.WriteString("icd10", counterpart.Icd10);
        writer.WriteString("icd11", counterpart.Icd11);
        writer.WriteString("relation", counterpart.Relation == MapRelation.Unknown ? null : counterpart.Relation.Code());
        writer.WriteBoolean("review", counterpart.NeedsReview);
        writer.WriteString("provenance", counterpart.Provenance);
        writer.WriteEndObject();
    }

    private static void WriteSubtree(Utf8JsonWriter writer, Subtree part, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", part.Code);
        writer.WriteString("blockId", part.BlockId);
        writer.WriteString("title", part.Title.In(language));
        writer.WriteString("titleLanguage", language == MessageLanguage.Bokmal && part.HasNorwegian ? "nb" : "en");
        writer.WriteBoolean("alone", part.IsAlone);
        writer.WriteNumber("targets", part.Targets);
        writer.WriteNumber("extra", part.Extra);
        writer.WriteStartArray("extraExamples");
        foreach (var extra in part.ExtraExamples)
        {
            writer.WriteStartObject();
            writer.WriteString("icd11", extra.Icd11);
            writer.WriteString("icd10", extra.Icd10);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
