using System.Text.Json;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Toolkit.Answers;

namespace Icd.Api.Fhir.Operations;

/// <summary>Writes a code system as a resource without its concepts, which <c>$lookup</c> and <c>$expand</c> give.</summary>
internal static class CodeSystemWriter
{
    public static void Write(Utf8JsonWriter writer, CodeSystemVersion system, FhirContext context)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "CodeSystem");
        writer.WriteString("id", system.Id);
        writer.WriteString("url", system.Url);
        writer.WriteString("version", system.Version);
        writer.WriteString("name", string.Concat(system.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        writer.WriteString("title", system.Name);
        writer.WriteString("status", "active");
        writer.WriteBoolean("experimental", false);
        writer.WriteString("date", system.Version.Split("-starter")[0]);
        writer.WriteString("publisher", system.Publisher);
        writer.WriteString("copyright", system.Copyright);
        writer.WriteBoolean("caseSensitive", context.Options.CaseSensitive);
        writer.WriteString("valueSet", ImplicitValueSets.AllCodesOf(system.Url));
        writer.WriteString("hierarchyMeaning", system.HierarchyMeaning);
        writer.WriteBoolean("compositional", system.IsCompositional);
        writer.WriteBoolean("versionNeeded", system is not FoundationSystem);
        writer.WriteString("content", "not-present");
        writer.WriteNumber("count", system.Trees.Sum(tree => tree.Entities.Count(system.Holds)));
        writer.WriteObjects("filter", CompiledFilter.Declared, filter =>
        {
            var (property, description, operators, value) = filter;
            writer.WriteString("code", property);
            writer.WriteString("description", description);
            writer.WriteStartArray("operator");
            foreach (var op in CompiledFilter.OperatorsIn(context.Version, operators)) writer.WriteStringValue(op);
            writer.WriteEndArray();
            writer.WriteString("value", value);
        });
        writer.WriteObjects("property", system.Properties, property =>
        {
            writer.WriteString("code", property.Code);
            writer.WriteString("description", property.Description);
            writer.WriteString("type", property.Type);
        });
        writer.WriteEndObject();
    }
}
