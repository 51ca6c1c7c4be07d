using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Mapping;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Operations;

/// <summary>Writes what <c>$translate</c> found, as R4 or R5.</summary>
internal sealed class TranslationWriter(FhirVersion version, MapDirection direction, Translation translation)
{
    private const string Extension = "urn:x-icd-toolkit:mapping-";

    public void Write(Utf8JsonWriter writer)
    {
        writer.BeginParameters();
        writer.Parameter("result", translation.IsFound);
        writer.Parameter("message", "valueString", translation.Message);
        foreach (var match in translation.Matches) WriteMatch(writer, match);
        writer.EndParameters();
    }

    private void WriteMatch(Utf8JsonWriter writer, TranslationMatch match)
    {
        writer.WriteStartObject();
        WriteRemarks(writer, match.Remarks);
        writer.WriteString("name", "match");
        writer.WriteStartArray("part");
        if (version == FhirVersion.R5) writer.Parameter("relationship", "valueCode", match.Relation == MapRelation.Unknown ? "related-to" : match.Relation.Code());
        else writer.Parameter("equivalence", "valueCode", match.Relation.Equivalence());
        var main = match.Targets[0];
        writer.CodingParameter("concept", main.System, main.Version, main.Code, main.Display);
        // A cluster may need several codes of ICD-10 together.
        foreach (var other in match.Targets.Skip(1)) WriteProduct(writer, other);
        if (version == FhirVersion.R5) writer.Parameter("originMap", "valueUri", direction.Url);
        else writer.Parameter("source", "valueUri", direction.Url);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteProduct(Utf8JsonWriter writer, TranslationTarget other)
    {
        writer.BeginParts("product");
        if (version == FhirVersion.R5)
        {
            writer.Parameter("attribute", "valueUri", Extension + "further-code");
            writer.CodingParameter("value", other.System, other.Version, other.Code, other.Display);
        }
        else
        {
            writer.Parameter("element", "valueUri", Extension + "further-code");
            writer.CodingParameter("concept", other.System, other.Version, other.Code, other.Display);
        }

        writer.EndParts();
    }

    private static void WriteRemarks(Utf8JsonWriter writer, Remarks remarks)
    {
        writer.WriteStartArray("extension");
        Text("provenance", remarks.Provenance.ToString());
        foreach (var lost in remarks.Lost) Text("lost", lost.ToString());
        foreach (var added in remarks.Added) Text("added", added.ToString());
        if (remarks.Condition is { } condition) Text("condition", condition.ToString());
        if (remarks.NeedsReview)
        {
            writer.WriteStartObject();
            writer.WriteString("url", Extension + "needs-review");
            writer.WriteBoolean("valueBoolean", true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        void Text(string name, string value)
        {
            if (value.Length == 0) return;
            writer.WriteStartObject();
            writer.WriteString("url", Extension + name);
            writer.WriteString("valueString", value);
            writer.WriteEndObject();
        }
    }
}
