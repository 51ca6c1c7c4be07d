using System.Text.Json;
using Icd.Api.Fhir.Protocol;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Reads the ValueSet resources that clients send.</summary>
internal static class ValueSetReader
{
    public static ValueSetDefinition Read(JsonElement resource)
    {
        if (TypeOf(resource) != "ValueSet") throw FhirException.Invalid("The value set is no ValueSet resource.", "valueSet");
        return new()
        {
            Url = Text(resource, "url"),
            Version = Text(resource, "version"),
            Name = Text(resource, "name"),
            Title = Text(resource, "title"),
            Status = Text(resource, "status") ?? "active",
            Experimental = resource.TryGetProperty("experimental", out var experimental) && experimental.ValueKind is JsonValueKind.True or JsonValueKind.False ? experimental.GetBoolean() : null,
            Date = Text(resource, "date"),
            Publisher = Text(resource, "publisher"),
            Description = Text(resource, "description"),
            Includes = resource.TryGetProperty("compose", out var compose) ? [.. Array(compose, "include").Select(ReadClause)] : FromExpansion(resource),
            Excludes = compose.ValueKind == JsonValueKind.Object ? [.. Array(compose, "exclude").Select(ReadClause)] : [],
            Source = resource,
        };
    }

    public static string? TypeOf(JsonElement resource) => resource.ValueKind == JsonValueKind.Object ? Text(resource, "resourceType") : null;

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? TextOf(value) : null;

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static Clause ReadClause(JsonElement clause)
    {
        if (clause.ValueKind != JsonValueKind.Object) throw Malformed("an include or exclude is no object");
        var system = Text(clause, "system");
        var hasConcepts = clause.TryGetProperty("concept", out _);
        var filters = Array(clause, "filter").Select(ReadFilter).ToList();
        List<Canonical> valueSets = [.. Array(clause, "valueSet").Select(reference => Canonical.Parse(TextOf(reference) ?? throw Malformed("an include names a valueSet by something that is no text")))];
        if (system is null && (hasConcepts || filters.Count > 0)) throw Malformed("an include has concepts or filters but no system");
        if (system is null && valueSets.Count == 0) throw Malformed("an include has neither system nor valueSet");
        if (hasConcepts && filters.Count > 0) throw Malformed("an include has both concepts and filters");
        return new(system, Text(clause, "version"), hasConcepts ? [.. Array(clause, "concept").Select(concept => Text(concept, "code") ?? throw Malformed("a concept has no code"))] : null, filters, valueSets);
    }

    private static ClauseFilter ReadFilter(JsonElement filter) => new(
        Text(filter, "property") ?? throw Malformed("a filter has no property"),
        Text(filter, "op") ?? throw Malformed("a filter has no op"),
        Text(filter, "value") ?? throw Malformed($"the filter {Text(filter, "property")} has no value"));

    /// <summary>A value set that is expanded already is the codes of its expansion.</summary>
    private static List<Clause> FromExpansion(JsonElement resource)
    {
        if (!resource.TryGetProperty("expansion", out var expansion)) throw Malformed("it has neither compose nor expansion");
        var clauses = new List<Clause>();
        Gather(expansion);
        return clauses;

        void Gather(JsonElement parent)
        {
            foreach (var entry in Array(parent, "contains"))
            {
                if (entry.ValueKind != JsonValueKind.Object) throw Malformed("a member of its expansion is no object");
                var isAbstract = entry.TryGetProperty("abstract", out var value) && value.ValueKind == JsonValueKind.True;
                if (!isAbstract && Text(entry, "code") is { } code) clauses.Add(new(Text(entry, "system") ?? throw Malformed("a code of its expansion has no system"), Text(entry, "version"), [code], [], []));
                Gather(entry);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Malformed($"{name} stands in something that is no object");
        if (!element.TryGetProperty(name, out var array)) return default;
        return array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : throw Malformed($"{name} is no array");
    }

    private static FhirException Malformed(string what) => new(422, TxIssue.Error("invalid", "vs-invalid", $"The value set is not valid: {what}.", "valueSet"));
}
