using System.Text.Json;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Protocol;

/// <summary>Writes OperationOutcomes.</summary>
internal static class OutcomeWriter
{
    private const string MessageIdExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";

    public static void Write(Utf8JsonWriter writer, IEnumerable<TxIssue> issues, FhirVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "OperationOutcome");
        writer.WriteStartArray("issue");
        foreach (var issue in issues) Write(writer, issue, version);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TxIssue issue, FhirVersion version)
    {
        writer.WriteStartObject();
        if (issue.MessageId is { } id)
        {
            writer.WriteStartArray("extension");
            writer.WriteStartObject();
            writer.WriteString("url", MessageIdExtension);
            writer.WriteString("valueString", id);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteString("severity", issue.Severity);
        writer.WriteString("code", issue.Code);
        writer.WriteStartObject("details");
        if (issue.TxCode is { } txCode) WriteCoding(writer, txCode);
        writer.WriteString("text", issue.Text);
        writer.WriteEndObject();
        if (issue.Expression is { } expression)
        {
            // R4 clients read location; FHIR deprecated it in favour of expression.
            if (version == FhirVersion.R4) One(writer, "location", expression);
            One(writer, "expression", expression);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoding(Utf8JsonWriter writer, string txCode)
    {
        writer.WriteStartArray("coding");
        writer.WriteStartObject();
        writer.WriteString("system", TxIssue.TypeSystem);
        writer.WriteString("code", txCode);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void One(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
