using System.Globalization;
using System.Text.Json;
using Icd.Core.Codes;

namespace Icd.Transition.Scan.Reports;

/// <summary>Writes a report as SARIF 2.1.0, which code-scanning views open.</summary>
/// <remarks>
/// A rule for each <see cref="FindingKind"/>; the level is the finding's risk: high is <c>error</c>, medium <c>warning</c>, low and info <c>note</c>. <c>rank</c> is the confidence in percent. The fingerprint
/// is that of baselines, under <c>icdScan/v1</c>.
/// </remarks>
public static class Sarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private const int MostRelated = 100;

    /// <summary>Writes one run.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="writer">Takes the log.</param>
    /// <param name="language">The language of messages.</param>
    public static void Write(ScanReport report, string version, Utf8JsonWriter writer, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, version, language);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", true);
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in report.Counts.Problems)
        {
            writer.WriteStartObject();
            writer.WriteString("level", "warning");
            writer.WriteStartObject("message");
            writer.WriteString("text", $"{problem.Path}: {problem.Reason}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("results");
        foreach (var finding in report.Findings) WriteResult(writer, finding, language);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, string version, MessageLanguage language)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "icd scan");
        writer.WriteString("semanticVersion", version);
        writer.WriteStartArray("rules");
        foreach (var kind in FindingKinds.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", RuleId(kind));
            writer.WriteString("name", string.Concat("Icd10", kind.ToString()));
            WriteText(writer, "shortDescription", kind.Title().In(language));
            WriteText(writer, "fullDescription", kind.Advice().In(language));
            WriteText(writer, "help", kind.Advice().In(language));
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", "warning");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Finding finding, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", RuleId(finding.Kind));
        writer.WriteNumber("ruleIndex", IndexOf(finding.Kind));
        writer.WriteString("level", finding.Risk switch { Risk.High => "error", Risk.Medium => "warning", _ => "note" });
        writer.WriteNumber("rank", Math.Round(finding.Confidence * 100, 1));
        WriteText(writer, "message", $"{finding.Kind.Title().In(language)}: {string.Join(", ", finding.Written.Take(10))}{(finding.Written.Count > 10 ? " …" : "")}. {finding.Change.In(language)}");
        writer.WriteStartArray("locations");
        WriteLocation(writer, finding, finding.Location, finding.Snippet);
        writer.WriteEndArray();
        if (finding.Locations.Count > 1)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var location in finding.Locations.Skip(1).Take(MostRelated)) WriteLocation(writer, finding, location, null);
            writer.WriteEndArray();
        }

        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("icdScan/v1", finding.Fingerprint);
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("risk", finding.Risk.Name());
        writer.WriteNumber("confidence", finding.Confidence);
        writer.WriteString("system", finding.System);
        writer.WriteStartArray("reasons");
        foreach (var reason in finding.Reasons) writer.WriteStringValue(reason.In(language));
        writer.WriteEndArray();
        if (finding.Cover.Count > 0)
        {
            writer.WriteStartArray("icd11");
            foreach (var part in finding.Cover) writer.WriteStringValue(part.IsAlone ? "=" + part.Code : part.Code);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, Finding finding, FindingLocation location, string? snippet)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(finding.Path));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", location.Line);
        writer.WriteNumber("startColumn", location.Column);
        writer.WriteNumber("endLine", location.EndLine);
        writer.WriteNumber("endColumn", location.EndColumn);
        if (snippet is { Length: > 0 }) WriteText(writer, "snippet", snippet);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string RuleId(FindingKind kind) => "ICD" + ((int)kind).ToString("000", CultureInfo.InvariantCulture);

    private static int IndexOf(FindingKind kind)
    {
        for (var i = 0; i < FindingKinds.All.Count; i++)
        {
            if (FindingKinds.All[i] == kind) return i;
        }

        return -1;
    }

    /// <summary>A path as a relative URI, or a file URI where it is absolute.</summary>
    private static string UriOf(string path)
    {
        var escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? "file://" + escaped : path.Length > 1 && path[1] == ':' ? "file:///" + path[..2] + escaped[4..] : escaped;
    }
}
