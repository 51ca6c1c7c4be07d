using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Mapping;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Operations;

/// <summary>Reading and searching the resources that this server has.</summary>
internal static class ResourceReads
{
    /// <summary>Finds the version of a code system by its resource's id.</summary>
    public static CodeSystemVersion CodeSystem(FhirContext context, string id) =>
        context.Terminology.Systems.FirstOrDefault(system => system.Id == id) ?? throw FhirException.NotFound($"There is no CodeSystem/{id}.");

    /// <summary>Finds a value set by its resource's id.</summary>
    public static ValueSetDefinition ValueSet(FhirContext context, string id) =>
        context.Terminology.Systems.FirstOrDefault(system => ValueSetWriter.IdOf(system) == id) is { } system ? ImplicitValueSets.All(system) : throw FhirException.NotFound($"There is no ValueSet/{id}.");

    /// <summary>Finds a map by its resource's id.</summary>
    public static MapDirection ConceptMap(string id) => MapDirection.All.FirstOrDefault(map => map.Id == id) ?? throw FhirException.NotFound($"There is no ConceptMap/{id}.");

    public static FhirResult Read(FhirContext context, string type, string id) => type switch
    {
        "CodeSystem" when CodeSystem(context, id) is var system => FhirResult.Ok(writer => CodeSystemWriter.Write(writer, system, context)),
        "ValueSet" when ValueSet(context, id) is var definition => FhirResult.Ok(writer => ValueSetWriter.Write(writer, definition, id)),
        _ => ReadMap(context, ConceptMap(id)),
    };

    /// <summary>The way there has all its codes; the way back answers expressions, of which there is no end, so it is described only.</summary>
    private static FhirResult ReadMap(FhirContext context, MapDirection map)
    {
        if (map == MapDirection.Back || Crosswalk(context) is not { } crosswalk) return FhirResult.Ok(writer => WriteMap(writer, context, map));
        return FhirResult.Ok(writer => ConceptMapExport.Write(crosswalk, context.Version, writer, map.Id, map.Url));
    }

    private static Crosswalk? Crosswalk(FhirContext context) => ((MmsSystem)context.Terminology.Find(MmsSystem.SystemUrl)!).Engines.Crosswalk;

    private static void WriteMap(Utf8JsonWriter writer, FhirContext context, MapDirection map)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ConceptMap");
        writer.WriteString("id", map.Id);
        writer.WriteString("url", map.Url);
        writer.WriteString("version", MapVersion(context));
        writer.WriteString("name", map == MapDirection.Forward ? "NorwegianIcd10ToIcd11" : "Icd11ToNorwegianIcd10");
        writer.WriteString("title", map.Title);
        writer.WriteString("status", "draft");
        writer.WriteString("description", "Answered by $translate, from WHO's tables and rules that do not originate from WHO or Helsedirektoratet.");
        writer.WriteString(context.Version == FhirVersion.R5 ? "sourceScopeUri" : "sourceUri", ImplicitValueSets.AllCodesOf(map.Source));
        writer.WriteString(context.Version == FhirVersion.R5 ? "targetScopeUri" : "targetUri", ImplicitValueSets.AllCodesOf(map.Target));
        writer.WriteEndObject();
    }

    private static string MapVersion(FhirContext context) =>
        $"{context.Terminology.Find(NorwegianIcd10System.SystemUrl)?.Version}-{context.Terminology.Find(MmsSystem.SystemUrl)!.Version}";

    public static FhirResult Search(FhirContext context, string type, OperationInput input)
    {
        var given = input.Text("url", "system") is { } url ? Canonical.Parse(url) : (Canonical?)null;
        var version = input.Text("version") ?? given?.Version;
        var id = input.Text("_id");
        List<(string? Id, Action<Utf8JsonWriter> Write)> found = type switch
        {
            "CodeSystem" => [.. context.Terminology.Systems
                .Where(system => (given is null || system.Url == Terminology.Normal(given.Value.Url)) && (version is null || system.Version == version) && (id is null || system.Id == id))
                .Select(system => (system.Id, (Action<Utf8JsonWriter>)(writer => CodeSystemWriter.Write(writer, system, context))))],
            "ValueSet" => ValueSets(context, given, version, id),
            _ => [.. MapDirection.All.Where(map => (given is null || map.Url == given.Value.Url) && (version is null || MapVersion(context) == version) && (id is null || map.Id == id))
                .Select(map => (map.Id, (Action<Utf8JsonWriter>)(writer => WriteMap(writer, context, map))))],
        };
        var isCount = input.Text("_summary") == "count";
        return FhirResult.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "searchset");
            writer.WriteNumber("total", found.Count);
            if (found.Count > 0 && !isCount)
            {
                writer.WriteStartArray("entry");
                foreach (var (entry, write) in found)
                {
                    writer.WriteStartObject();
                    if (entry is not null) writer.WriteString("fullUrl", $"{context.BaseUrl}/{type}/{entry}");
                    writer.WritePropertyName("resource");
                    write(writer);
                    writer.WriteStartObject("search");
                    writer.WriteString("mode", "match");
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>The value sets of all codes; scales are found by their url only, of which there are very many.</summary>
    private static List<(string?, Action<Utf8JsonWriter>)> ValueSets(FhirContext context, Canonical? given, string? version, string? id)
    {
        if (given is { } canonical && !canonical.Url.EndsWith("?fhir_vs", StringComparison.Ordinal))
        {
            return id is null && ImplicitValueSets.Find(context.Terminology, canonical.Url, version) is { } definition
                ? [(null, writer => ValueSetWriter.Write(writer, definition, null))]
                : [];
        }

        return [.. context.Terminology.Systems
            .Where(system => (given is null || ImplicitValueSets.AllCodesOf(system.Url) == given.Value.Url) && (version is null || system.Version == version) && (id is null || ValueSetWriter.IdOf(system) == id))
            .Select(system => ((string?)ValueSetWriter.IdOf(system), (Action<Utf8JsonWriter>)(writer => ValueSetWriter.Write(writer, ImplicitValueSets.All(system), ValueSetWriter.IdOf(system)))))];
    }
}
