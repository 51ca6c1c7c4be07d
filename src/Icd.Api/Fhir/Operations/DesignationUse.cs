using System.Text.Json;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.Operations;

/// <summary>Writes what a designation is for, and whether it is ours.</summary>
internal static class DesignationUse
{
    private const string Usage = "http://terminology.hl7.org/CodeSystem/designation-usage";

    public static void Write(Utf8JsonWriter writer, Designation designation)
    {
        writer.WriteStartObject();
        writer.WriteString("system", Usage);
        writer.WriteString("code", designation.Use);
        if (designation.IsAuthored) writer.WriteString("display", "Our wording, not the publisher's");
        writer.WriteEndObject();
    }
}
