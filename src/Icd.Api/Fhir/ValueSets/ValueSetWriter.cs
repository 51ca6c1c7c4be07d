using System.Text.Json;
using Icd.Api.Fhir.Systems;
using Icd.Toolkit.Answers;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Writes value sets.</summary>
internal static class ValueSetWriter
{
    private static readonly HashSet<string> NotDefinition = ["resourceType", "id", "meta", "implicitRules", "text", "url", "version", "name", "title", "status", "experimental", "date", "expansion"];

    /// <summary>A value set of this server's own as a resource.</summary>
    public static void Write(Utf8JsonWriter writer, ValueSetDefinition definition, string? id)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ValueSet");
        if (id is not null) writer.WriteString("id", id);
        WriteMetadata(writer, definition, withDefinition: true);
        writer.WriteEndObject();
    }

    /// <summary>The members of a ValueSet before its expansion.</summary>
    public static void WriteMetadata(Utf8JsonWriter writer, ValueSetDefinition definition, bool withDefinition)
    {
        Text("url", definition.Url);
        Text("version", definition.Version);
        Text("name", definition.Name);
        Text("title", definition.Title);
        writer.WriteString("status", definition.Status);
        if (definition.Experimental is { } experimental) writer.WriteBoolean("experimental", experimental);
        Text("date", definition.Date);
        if (!withDefinition) return;
        if (definition.Source.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in definition.Source.EnumerateObject().Where(property => !NotDefinition.Contains(property.Name))) property.WriteTo(writer);
            return;
        }

        Text("publisher", definition.Publisher);
        Text("description", definition.Description);
        writer.WriteStartObject("compose");
        WriteClauses(writer, "include", definition.Includes);
        WriteClauses(writer, "exclude", definition.Excludes);
        writer.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null) writer.WriteString(name, value);
        }
    }

    private static void WriteClauses(Utf8JsonWriter writer, string name, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count == 0) return;
        writer.WriteObjects(name, clauses, clause =>
        {
            writer.WriteString("system", clause.System);
            writer.WriteString("version", clause.Version);
            if (clause.Concepts is { } codes)
            {
                writer.WriteObjects("concept", codes, code =>
                {
                    writer.WriteString("code", code);
                });
            }

            if (clause.Filters.Count > 0)
            {
                writer.WriteObjects("filter", clause.Filters, filter =>
                {
                    writer.WriteString("property", filter.Property);
                    writer.WriteString("op", filter.Op);
                    writer.WriteString("value", filter.Value);
                });
            }

        });
    }

    /// <summary>The id of the value set of all codes of a system.</summary>
    public static string IdOf(CodeSystemVersion system) => system.Id + "-all";
}
