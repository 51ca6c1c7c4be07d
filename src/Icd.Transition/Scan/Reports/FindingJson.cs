using System.Text.Json;
using Icd.Core.Codes;
using Icd.Mapping;
using Icd.Toolkit.Answers;

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
        writer.WriteObjects("unread", report.Counts.Problems, problem =>
        {
            writer.WriteString("path", problem.Path);
            writer.WriteString("reason", problem.Reason);
        });
        writer.WriteObjects("systems", SystemSummary.Of(report), system => WriteSystem(writer, system));
        writer.WriteObjects("findings", report.Findings, finding => WriteFinding(writer, finding, language));
        writer.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter writer, SystemSummary system)
    {
        writer.WriteString("name", system.Name);
        writer.WriteNumber("files", system.Files);
        writer.WriteNumber("high", system.High);
        writer.WriteNumber("medium", system.Medium);
        writer.WriteNumber("low", system.Low);
        writer.WriteNumber("info", system.Info);
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding, MessageLanguage language)
    {
        writer.WriteString("kind", finding.Kind.Name());
        writer.WriteString("risk", finding.Risk.Name());
        writer.WriteNumber("confidence", finding.Confidence);
        writer.WriteString("system", finding.System);
        writer.WriteString("path", finding.Path);
        writer.WriteNumber("line", finding.Location.Line);
        writer.WriteNumber("column", finding.Location.Column);
        writer.WriteString("language", finding.Language);
        writer.WriteString("place", finding.Place.Name());
        writer.WriteTexts("written", finding.Written);
        writer.WriteString("snippet", finding.Snippet);
        writer.WriteString("change", finding.Change.In(language));
        writer.WriteTexts("reasons", finding.Reasons.Select(reason => reason.In(language)));
        writer.WritePropertyName("codes");
        WriteCounts(writer, finding.Counts);
        writer.WriteObjects("counterparts", finding.Counterparts, counterpart => WriteCounterpart(writer, counterpart));
        writer.WriteObjects("cover", finding.Cover, part => WriteSubtree(writer, part, language));
        writer.WriteOptional("length", finding.Length);
        writer.WriteString("name", finding.Name);
        writer.WriteNumber("count", finding.Count);
        writer.WriteObjects("locations", finding.Locations, location =>
        {
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteNumber("endLine", location.EndLine);
            writer.WriteNumber("endColumn", location.EndColumn);
        });
        writer.WriteString("fingerprint", finding.Fingerprint);
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
        writer.WriteString("icd10", counterpart.Icd10);
        writer.WriteString("icd11", counterpart.Icd11);
        writer.WriteString("relation", counterpart.Relation == MapRelation.Unknown ? null : counterpart.Relation.Code());
        writer.WriteBoolean("review", counterpart.NeedsReview);
        writer.WriteString("provenance", counterpart.Provenance);
    }

    private static void WriteSubtree(Utf8JsonWriter writer, Subtree part, MessageLanguage language)
    {
        writer.WriteString("code", part.Code);
        writer.WriteString("blockId", part.BlockId);
        writer.WriteString("title", part.Title.In(language));
        writer.WriteString("titleLanguage", language == MessageLanguage.Bokmal && part.HasNorwegian ? "nb" : "en");
        writer.WriteBoolean("alone", part.IsAlone);
        writer.WriteNumber("targets", part.Targets);
        writer.WriteNumber("extra", part.Extra);
        writer.WriteObjects("extraExamples", part.ExtraExamples, extra =>
        {
            writer.WriteString("icd11", extra.Icd11);
            writer.WriteString("icd10", extra.Icd10);
        });
    }
}
