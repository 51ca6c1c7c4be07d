using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Operations;

/// <summary><c>ValueSet/$expand</c>.</summary>
internal static class ExpandOperation
{
    public static FhirResult Run(FhirContext context, OperationInput input, ValueSetDefinition? instance)
    {
        var source = new ValueSetSource(context.Terminology, input, context.Cache);
        var definition = instance ?? source.Named(input);
        var evaluator = new ValueSetEvaluator(source, new VersionRules(context.Terminology, input));
        var request = new ExpansionRequest(input);
        evaluator.Prepare(definition);
        var language = DisplayLanguage.Of(input, evaluator.UsedSystems);
        var passes = Filter(context, request, language);
        var (members, total) = (new List<Member>(), 0);
        var first = request.Offset ?? 0;
        // A page of a large value set costs no memory for the others.
        foreach (var member in evaluator.Members(definition))
        {
            if (!passes(member)) continue;
            if (total >= first && members.Count < (request.Count ?? int.MaxValue)) members.Add(member);
            total++;
            if (request.Count is null && total > context.Options.MaxExpansion)
            {
                throw new FhirException(422, TxIssue.Error(
                    "too-costly", "too-costly", $"The value set '{definition.Reference}' has more than {context.Options.MaxExpansion} codes. Ask for pages by count and offset", null, "VALUESET_TOO_COSTLY"));
            }
        }

        var writer = new ExpansionWriter(context.Version, definition, evaluator, request, language);
        return new(200, (json, cancellation) => writer.WriteAsync(json, members, total, cancellation));
    }

    private static Func<Member, bool> Filter(FhirContext context, ExpansionRequest request, string? language)
    {
        if (request.Filter is not { } text) return _ => true;
        var filters = new Dictionary<string, TextFilter>(StringComparer.Ordinal);
        return member =>
        {
            var shown = language ?? member.System.Languages[0];
            if (!filters.TryGetValue(shown, out var filter)) filters[shown] = filter = new(text, shown, context.Terminology);
            return filter.Matches(member);
        };
    }
}

/// <summary>What an expansion is asked to be like.</summary>
internal sealed class ExpansionRequest
{
    public ExpansionRequest(OperationInput input)
    {
        Count = input.Count("count");
        Offset = input.Count("offset");
        Filter = input.Text("filter");
        IncludeDesignations = input.Boolean("includeDesignations");
        ActiveOnly = input.Boolean("activeOnly");
        ExcludeNested = input.Boolean("excludeNested");
        IncludeDefinition = input.Boolean("includeDefinition");
        DisplayLanguage = input.Text("displayLanguage");
        ValueSetVersion = input.Text("valueSetVersion");
        Properties = [.. input.All("property").Distinct()];
        DesignationLanguages = [.. input.All("designation").Select(token => token[(token.LastIndexOf('|') + 1)..])];
        Versions = [.. ((string[])["system-version", "check-system-version", "force-system-version"]).SelectMany(name => input.All(name).Select(value => (name, value)))];
    }

    public int? Count { get; }

    public int? Offset { get; }

    public string? Filter { get; }

    public bool? IncludeDesignations { get; }

    public bool? ActiveOnly { get; }

    public bool? ExcludeNested { get; }

    public bool? IncludeDefinition { get; }

    public string? DisplayLanguage { get; }

    public string? ValueSetVersion { get; }

    public IReadOnlyList<string> Properties { get; }

    public IReadOnlyList<string> DesignationLanguages { get; }

    public IReadOnlyList<(string Name, string Value)> Versions { get; }

    public bool IsPaged => Count is not null || Offset is not null;

    /// <summary>Whether the tree may show: pages are flat.</summary>
    public bool IsNested => ExcludeNested != true && !IsPaged;
}

/// <summary>Writes an expanded value set.</summary>
internal sealed class ExpansionWriter(FhirVersion version, ValueSetDefinition definition, ValueSetEvaluator evaluator, ExpansionRequest request, string? language)
{
    private const string R5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.";

    public async ValueTask WriteAsync(Utf8JsonWriter writer, IReadOnlyList<Member> members, int total, CancellationToken cancellation)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ValueSet");
        ValueSetWriter.WriteMetadata(writer, definition, request.IncludeDefinition == true);
        writer.WriteStartObject("expansion");
        WriteDeclaredProperties(writer);
        writer.WriteString("identifier", $"urn:uuid:{Guid.NewGuid()}");
        writer.WriteString("timestamp", DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteNumber("total", total);
        if (request.Offset is { } offset) writer.WriteNumber("offset", offset);
        WriteParameters(writer);
        if (version == FhirVersion.R5) WriteProperties(writer);
        if (members.Count > 0) await WriteMembersAsync(writer, members, cancellation);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteParameters(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("parameter");
        foreach (var system in evaluator.UsedSystems) writer.Parameter("used-codesystem", "valueUri", $"{system.Url}|{system.Version}");
        foreach (var valueSet in evaluator.UsedValueSets) writer.Parameter("used-valueset", "valueUri", valueSet.Reference);
        foreach (var (name, value) in request.Versions) writer.Parameter(name, "valueUri", value);
        writer.Parameter("valueSetVersion", "valueString", request.ValueSetVersion);
        Number("count", request.Count);
        Number("offset", request.Offset);
        writer.Parameter("filter", "valueString", request.Filter);
        writer.Parameter("displayLanguage", "valueCode", request.DisplayLanguage ?? language);
        Boolean("includeDesignations", request.IncludeDesignations);
        Boolean("activeOnly", request.ActiveOnly);
        Boolean("excludeNested", request.ExcludeNested);
        Boolean("includeDefinition", request.IncludeDefinition);
        foreach (var property in request.Properties) writer.Parameter("property", "valueString", property);
        foreach (var designation in request.DesignationLanguages) writer.Parameter("designation", "valueString", designation);
        writer.WriteEndArray();

        void Number(string name, int? value)
        {
            if (value is not { } number) return;
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteNumber("valueInteger", number);
            writer.WriteEndObject();
        }

        void Boolean(string name, bool? value)
        {
            if (value is { } flag) writer.Parameter(name, flag);
        }
    }

    /// <summary>Members of one run are nested by the tree: each inside the nearest member above it.</summary>
    private async ValueTask WriteMembersAsync(Utf8JsonWriter writer, IReadOnlyList<Member> members, CancellationToken cancellation)
    {
        var open = new Stack<Member>();
        writer.WriteStartArray("contains");
        for (var i = 0; i < members.Count; i++)
        {
            while (open.TryPeek(out var above) && !Holds(above, members[i])) Close(writer, open);
            writer.WriteStartObject();
            WriteMember(writer, members[i]);
            if (i + 1 < members.Count && Holds(members[i], members[i + 1]))
            {
                writer.WriteStartArray("contains");
                open.Push(members[i]);
            }
            else
            {
                writer.WriteEndObject();
            }

            if (writer.BytesPending > FhirResult.FlushThreshold) await writer.FlushAsync(cancellation);
        }

        while (open.Count > 0) Close(writer, open);
        writer.WriteEndArray();
    }

    private bool Holds(Member above, Member member) => request.IsNested && above.Run != 0 && above.Run == member.Run && above.Entity.Contains(member.Entity);

    private static void Close(Utf8JsonWriter writer, Stack<Member> open)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        open.Pop();
    }

    private void WriteMember(Utf8JsonWriter writer, Member member)
    {
        if (version == FhirVersion.R4 && request.Properties.Count > 0) WritePropertyExtensions(writer, member);
        writer.WriteString("system", member.System.Url);
        if (member.IsAbstract) writer.WriteBoolean("abstract", true);
        if (evaluator.UsedSystems.Count(system => system.Url == member.System.Url) > 1) writer.WriteString("version", member.System.Version);
        writer.WriteString("code", member.Code);
        writer.WriteString("display", member.Display(language ?? member.System.Languages[0]));
        if (request.IncludeDesignations == true || request.DesignationLanguages.Count > 0) WriteDesignations(writer, member);
        if (version != FhirVersion.R5 || request.Properties.Count == 0 || PropertiesOf(member).ToList() is not { Count: > 0 } properties) return;
        writer.WriteStartArray("property");
        foreach (var property in properties)
        {
            writer.WriteStartObject();
            writer.WriteString("code", property.Code);
            WriteValue(writer, property);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteDesignations(Utf8JsonWriter writer, Member member)
    {
        if (member.Entity.IsNone) return;
        var designations = member.System.DesignationsOf(member.Entity)
            .Where(designation => request.DesignationLanguages.Count == 0 || request.DesignationLanguages.Any(tag => DisplayLanguage.Matches(tag, designation.Language))).ToList();
        if (designations.Count == 0) return;
        writer.WriteStartArray("designation");
        foreach (var designation in designations)
        {
            writer.WriteStartObject();
            writer.WriteString("language", designation.Language);
            writer.WritePropertyName("use");
            DesignationUse.Write(writer, designation);
            writer.WriteString("value", designation.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Properties of simple values; an expansion may not hold URIs, so those are given as codes.</summary>
    private IEnumerable<ConceptProperty> PropertiesOf(Member member) =>
        member.System.PropertiesOf(member.Concept, language ?? member.System.Languages[0]).Where(property => request.Properties.Contains(property.Code) && property.Value.Length > 0)
            .Select(property => property.Type == "valueUri" ? property with { Type = "valueCode" } : property);

    private static void WriteValue(Utf8JsonWriter writer, ConceptProperty property)
    {
        if (property.Type == "valueBoolean") writer.WriteBoolean(property.Type, property.Value == "true");
        else writer.WriteString(property.Type, property.Value);
    }

    /// <summary>R4 has no properties in expansions; FHIR says how R5's are carried.</summary>
    private void WritePropertyExtensions(Utf8JsonWriter writer, Member member)
    {
        var properties = PropertiesOf(member).ToList();
        if (properties.Count == 0) return;
        writer.WriteStartArray("extension");
        foreach (var property in properties)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("extension");
            writer.WriteStartObject();
            writer.WriteString("url", "code");
            writer.WriteString("valueCode", property.Code);
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.WriteString("url", "value");
            WriteValue(writer, property);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("url", R5 + "contains.property");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteDeclaredProperties(Utf8JsonWriter writer)
    {
        if (version == FhirVersion.R5 || request.Properties.Count == 0) return;
        writer.WriteStartArray("extension");
        foreach (var property in request.Properties)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("extension");
            writer.WriteStartObject();
            writer.WriteString("url", "code");
            writer.WriteString("valueCode", property);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("url", R5 + "property");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteProperties(Utf8JsonWriter writer)
    {
        if (request.Properties.Count == 0) return;
        writer.WriteStartArray("property");
        foreach (var property in request.Properties)
        {
            writer.WriteStartObject();
            writer.WriteString("code", property);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
