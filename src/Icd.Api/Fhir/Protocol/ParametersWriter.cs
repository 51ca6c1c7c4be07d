using System.Text.Json;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Protocol;

/// <summary>Writes Parameters resources.</summary>
internal static class ParametersWriter
{
    public static void BeginParameters(this Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Parameters");
        writer.WriteStartArray("parameter");
    }

    public static void EndParameters(this Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <param name="writer">The writer.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="type">The FHIR type as it stands in <c>value[x]</c>, such as <c>valueCode</c>.</param>
    /// <param name="value">The value; nothing is written where it is empty, since FHIR has no empty values.</param>
    public static void Parameter(this Utf8JsonWriter writer, string name, string type, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString(type, value);
        writer.WriteEndObject();
    }

    public static void Parameter(this Utf8JsonWriter writer, string name, bool value)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteBoolean("valueBoolean", value);
        writer.WriteEndObject();
    }

    public static void BeginParts(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteStartArray("part");
    }

    public static void EndParts(this Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void OutcomeParameter(this Utf8JsonWriter writer, string name, IEnumerable<TxIssue> issues, FhirVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WritePropertyName("resource");
        OutcomeWriter.Write(writer, issues, version);
        writer.WriteEndObject();
    }

    public static void CodingParameter(this Utf8JsonWriter writer, string name, string system, string version, string code, string? display)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteStartObject("valueCoding");
        writer.WriteString("system", system);
        writer.WriteString("version", version);
        writer.WriteString("code", code);
        if (!string.IsNullOrEmpty(display)) writer.WriteString("display", display);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
