using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Mapping.Export;
using Icd.Toolkit.Answers;

namespace Icd.Api.Fhir.Operations;

/// <summary>CapabilityStatement, TerminologyCapabilities and <c>$versions</c>: what is declared here is what is honoured.</summary>
internal static class Capabilities
{
    private const string OperationDefinition = "http://hl7.org/fhir/OperationDefinition/";

    private static readonly string Date = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static readonly string Software = typeof(Capabilities).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static readonly (string Type, string[] Interactions, string[] Searches, string[] Operations)[] Resources =
    [
        ("CodeSystem", ["read", "search-type"], ["url", "version", "system", "_id"], ["lookup", "validate-code", "subsumes"]),
        ("ValueSet", ["read", "search-type"], ["url", "version", "_id"], ["expand", "validate-code"]),
        ("ConceptMap", ["read", "search-type"], ["url", "version", "_id"], ["translate"]),
    ];

    /// <summary>The parameters of <c>$expand</c> that are honoured.</summary>
    public static IReadOnlyList<string> ExpansionParameters { get; } =
    [
        "activeOnly", "cache-id", "check-system-version", "count", "default-valueset-version", "designation", "displayLanguage", "excludeNested", "filter", "force-system-version",
        "includeDefinition", "includeDesignations", "offset", "property", "system-version", "tx-resource", "url", "valueSet", "valueSetVersion",
    ];

    public static string NumberOf(FhirVersion version) => version == FhirVersion.R5 ? "5.0.0" : "4.0.1";

    public static void WriteStatement(Utf8JsonWriter writer, FhirVersion version)
    {
        WriteHead(writer, "CapabilityStatement", "IcdTerminologyServer", "FHIR terminology over ICD-11, ICF and the Norwegian ICD-10");
        writer.WriteString("fhirVersion", NumberOf(version));
        writer.WriteStartArray("format");
        foreach (var format in (string[])["application/fhir+json", "json"]) writer.WriteStringValue(format);
        writer.WriteEndArray();
        writer.WriteStartArray("instantiates");
        writer.WriteStringValue("http://hl7.org/fhir/CapabilityStatement/terminology-server");
        writer.WriteEndArray();
        writer.WriteStartArray("rest");
        writer.WriteStartObject();
        writer.WriteString("mode", "server");
        writer.WriteStartArray("resource");
        foreach (var resource in Resources) WriteResource(writer, resource);
        writer.WriteEndArray();
        writer.WriteStartArray("interaction");
        writer.WriteStartObject();
        writer.WriteString("code", "batch");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("operation");
        foreach (var (type, _, _, operations) in Resources)
        {
            foreach (var operation in operations) WriteOperation(writer, type, operation);
        }

        // $versions is defined by FHIR itself, not for a resource type.
        WriteOperation(writer, "CapabilityStatement", "versions");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter writer, string type, string name, string title)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", type);
        writer.WriteString("url", "urn:x-icd-toolkit:" + type);
        writer.WriteString("version", Software);
        writer.WriteString("name", name);
        writer.WriteString("title", title);
        writer.WriteString("status", "active");
        writer.WriteString("date", Date);
        writer.WriteString("kind", "instance");
        writer.WriteStartObject("software");
        writer.WriteString("name", "ICD-11 transition toolkit");
        writer.WriteString("version", Software);
        writer.WriteEndObject();
        writer.WriteStartObject("implementation");
        writer.WriteString("description", title);
        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, (string Type, string[] Interactions, string[] Searches, string[] Operations) resource)
    {
        writer.WriteStartObject();
        writer.WriteString("type", resource.Type);
        writer.WriteObjects("interaction", resource.Interactions, interaction =>
        {
            writer.WriteString("code", interaction);
        });
        writer.WriteObjects("searchParam", resource.Searches, name =>
        {
            writer.WriteString("name", name);
            writer.WriteString("type", name is "url" or "system" ? "uri" : "token");
        });
        writer.WriteStartArray("operation");
        foreach (var operation in resource.Operations) WriteOperation(writer, resource.Type, operation);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter writer, string type, string operation)
    {
        writer.WriteStartObject();
        writer.WriteString("name", operation);
        writer.WriteString("definition", $"{OperationDefinition}{type}-{operation}");
        writer.WriteEndObject();
    }

    public static void WriteTerminology(Utf8JsonWriter writer, FhirContext context)
    {
        WriteHead(writer, "TerminologyCapabilities", "IcdTerminologyCapabilities", "Terminology capabilities: ICD-11, ICF and the Norwegian ICD-10");
        writer.WriteStartArray("codeSystem");
        foreach (var versions in context.Terminology.Systems.GroupBy(system => system.Url)) WriteSystem(writer, [.. versions], context.Version);
        writer.WriteEndArray();
        writer.WriteStartObject("expansion");
        writer.WriteBoolean("hierarchical", true);
        writer.WriteBoolean("paging", true);
        writer.WriteBoolean("incomplete", false);
        writer.WriteObjects("parameter", ExpansionParameters, name =>
        {
            writer.WriteString("name", name);
        });
        writer.WriteString("textFilter", "Each word must begin a word of the title or of an index term, in any order and without regard to case and accents. In Norwegian also what the search finds.");
        writer.WriteEndObject();
        writer.WriteStartObject("validateCode");
        writer.WriteBoolean("translations", true);
        writer.WriteEndObject();
        writer.WriteStartObject("translation");
        writer.WriteBoolean("needsMap", false);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter writer, IReadOnlyList<CodeSystemVersion> versions, FhirVersion fhir)
    {
        writer.WriteStartObject();
        writer.WriteString("uri", versions[0].Url);
        writer.WriteObjects("version", versions, system =>
        {
            writer.WriteString("code", system.Version);
            writer.WriteBoolean("isDefault", system == versions[^1]);
            writer.WriteBoolean("compositional", system.IsCompositional);
            writer.WriteStartArray("language");
            foreach (var language in system.Languages) writer.WriteStringValue(language);
            writer.WriteEndArray();
            writer.WriteObjects("filter", CompiledFilter.Declared, filter =>
            {
                var (property, _, operators, _) = filter;
                writer.WriteString("code", property);
                writer.WriteStartArray("op");
                foreach (var op in CompiledFilter.OperatorsIn(fhir, operators)) writer.WriteStringValue(op);
                writer.WriteEndArray();
            });
            writer.WriteStartArray("property");
            foreach (var property in system.Properties) writer.WriteStringValue(property.Code);
            writer.WriteEndArray();
        });
        if (fhir == FhirVersion.R5) writer.WriteString("content", "not-present");
        writer.WriteBoolean("subsumption", true);
        writer.WriteEndObject();
    }

    public static void WriteVersions(Utf8JsonWriter writer, FhirVersion version)
    {
        writer.BeginParameters();
        foreach (var number in (string[])["4.0", "5.0"]) writer.Parameter("version", "valueCode", number);
        writer.Parameter("default", "valueCode", version == FhirVersion.R5 ? "5.0" : "4.0");
        writer.EndParameters();
    }
}
