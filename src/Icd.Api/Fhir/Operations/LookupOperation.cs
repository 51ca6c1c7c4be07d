using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;

namespace Icd.Api.Fhir.Operations;

/// <summary><c>CodeSystem/$lookup</c>.</summary>
internal static class LookupOperation
{
    /// <summary>Names that a client may ask for among the properties and that are parameters of their own.</summary>
    private const string Everything = "*", Designations = "designation";

    public static FhirResult Run(FhirContext context, OperationInput input, CodeSystemVersion? instance)
    {
        var coding = input.Coding("coding");
        if (coding is not null && input.Has("code")) throw FhirException.Invalid("Give either code and system or coding, not both.");
        var url = FhirContext.SystemOf(input, instance, coding, "system") ?? throw FhirException.Required("Name the code system by system, or in coding.");
        var code = coding?.Code ?? input.Text("code") ?? throw FhirException.Required("Name the code by code, or in coding.");
        var system = new VersionRules(context.Terminology, input).Resolve(url, FhirContext.VersionOf(input, instance, coding, "system"));
        var language = DisplayLanguage.Of(input, system) ?? system.Languages[0];
        var located = system.Locate(code);
        if (located.Concept is not { } concept) throw LocateIssues.Exception(system, code, located.Failure!);

        var asked = input.All("property").ToHashSet(StringComparer.Ordinal);
        var wantsAll = asked.Count == 0 || asked.Contains(Everything);
        var properties = system.PropertiesOf(concept, language).Where(property => wantsAll || asked.Contains(property.Code)).ToList();
        var wantsDesignations = !concept.IsExpression && (wantsAll || asked.Contains(Designations) || asked.Any(name => name.StartsWith("lang.", StringComparison.Ordinal)));
        return FhirResult.Ok(writer => Write(writer, concept, language, properties, wantsDesignations));
    }

    private static void Write(Utf8JsonWriter writer, Concept concept, string language, List<ConceptProperty> properties, bool withDesignations)
    {
        var system = concept.System;
        writer.BeginParameters();
        writer.Parameter("name", "valueString", system.Name);
        writer.Parameter("version", "valueString", system.Version);
        writer.Parameter("display", "valueString", concept.Display(language));
        writer.Parameter("code", "valueCode", concept.Asked);
        writer.Parameter("system", "valueUri", system.Url);
        if (withDesignations)
        {
            foreach (var designation in system.DesignationsOf(concept.Entity))
            {
                writer.BeginParts("designation");
                writer.Parameter("language", "valueCode", designation.Language);
                WriteUse(writer, designation);
                writer.Parameter("value", "valueString", designation.Value);
                writer.EndParts();
            }
        }

        foreach (var property in properties) WriteProperty(writer, property);
        writer.EndParameters();
    }

    private static void WriteUse(Utf8JsonWriter writer, Designation designation)
    {
        writer.WriteStartObject();
        writer.WriteString("name", "use");
        writer.WritePropertyName("valueCoding");
        DesignationUse.Write(writer, designation);
        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, ConceptProperty property)
    {
        if (property.Value.Length == 0) return;
        writer.BeginParts("property");
        writer.Parameter("code", "valueCode", property.Code);
        WriteValue(writer, property);
        writer.Parameter("description", "valueString", property.Description);
        foreach (var part in property.Parts.Where(part => part.Value.Length > 0))
        {
            writer.BeginParts("subproperty");
            writer.Parameter("code", "valueCode", part.Code);
            WriteValue(writer, part);
            writer.Parameter("description", "valueString", part.Description);
            writer.EndParts();
        }

        writer.EndParts();
    }

    private static void WriteValue(Utf8JsonWriter writer, ConceptProperty property)
    {
        if (property.Type == "valueBoolean") writer.Parameter("value", property.Value == "true");
        else writer.Parameter("value", property.Type, property.Value);
    }
}
