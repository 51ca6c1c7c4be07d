using System.Text.Json;

namespace Icd.Mapping.Export;

/// <summary>Writes a crosswalk as a FHIR ConceptMap.</summary>
public static class ConceptMapExport
{
    /// <summary>Writes all codes of the edition; those without a target as <c>noMap</c> (R5) or <c>unmatched</c> (R4).</summary>
    /// <param name="crosswalk">The crosswalk.</param>
    /// <param name="version">Which FHIR release.</param>
    /// <param name="stream">Where to; UTF-8.</param>
    public static void Write(Crosswalk crosswalk, FhirVersion version, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(crosswalk, version, writer);
    }

    /// <summary>The same into a document that is being written.</summary>
    /// <param name="crosswalk">The crosswalk.</param>
    /// <param name="version">Which FHIR release.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="id">The resource's id on a server; <see langword="null"/> for none.</param>
    /// <param name="url">Its canonical URL; <see langword="null"/> for none.</param>
    public static void Write(Crosswalk crosswalk, FhirVersion version, Utf8JsonWriter writer, string? id = null, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ConceptMap");
        if (id is not null) writer.WriteString("id", id);
        if (url is not null) writer.WriteString("url", url);
        writer.WriteString("version", $"{crosswalk.Edition.Key.ReleaseId}-{crosswalk.Release.Key.ReleaseId}");
        writer.WriteString("name", "NorwegianIcd10ToIcd11");
        writer.WriteString("title", "Norwegian ICD-10 to ICD-11 MMS");
        writer.WriteString("status", "draft");
        writer.WriteString("description", "Made on the user's machine from WHO's tables and rules that do not originate from WHO or Helsedirektoratet.");
        writer.WriteStartArray("group");
        writer.WriteStartObject();
        // R5 has the version in the canonical, R4 in an element of its own.
        var edition = crosswalk.Edition.Key.ReleaseId.ToString();
        var release = crosswalk.Release.Key.ReleaseId.ToString();
        writer.WriteString("source", version == FhirVersion.R5 ? $"{CodeSystems.NorwegianIcd10}|{edition}" : CodeSystems.NorwegianIcd10);
        if (version == FhirVersion.R4) writer.WriteString("sourceVersion", edition);
        writer.WriteString("target", version == FhirVersion.R5 ? $"{CodeSystems.Icd11Mms}|{release}" : CodeSystems.Icd11Mms);
        if (version == FhirVersion.R4) writer.WriteString("targetVersion", release);
        writer.WriteStartArray("element");
        foreach (var row in CrosswalkRow.All(crosswalk)) WriteElement(writer, row, version);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter writer, CrosswalkRow row, FhirVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("code", row.Icd10);
        writer.WriteString("display", row.Display);
        if (row.Icd11.Length == 0 && version == FhirVersion.R5)
        {
            writer.WriteBoolean("noMap", true);
            writer.WriteEndObject();
            return;
        }

        writer.WriteStartArray("target");
        writer.WriteStartObject();
        if (row.Icd11.Length > 0) writer.WriteString("code", row.Icd11);
        if (version == FhirVersion.R5) writer.WriteString("relationship", row.Relation.Code());
        else writer.WriteString("equivalence", row.Icd11.Length == 0 ? "unmatched" : row.Relation.Equivalence());
        if (row.Comment is { } comment) writer.WriteString("comment", comment);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
