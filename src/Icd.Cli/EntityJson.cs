using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Cli;

/// <summary>The JSON of <c>icd show</c>; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class EntityJson
{
    public static void Write(Utf8JsonWriter writer, string query, IEnumerable<Entity> entities, ReleaseCatalog catalog, string language, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("query", query);
        writer.WriteStartArray("entities");
        foreach (var entity in entities) WriteEntity(writer, entity, catalog, language, depth);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("system", entity.Release.Classification.Name());
        writer.WriteString("systemUri", entity.Release.Classification.SystemUri());
        writer.WriteString("release", entity.Release.Key.ReleaseId.ToString());
        writer.WriteBoolean("starter", entity.Release.Key.IsStarter);
        WriteReference(writer, entity, catalog, language);
        WriteOptional(writer, "foundationUri", entity.FoundationUri.ToString());
        writer.WriteBoolean("selectable", entity.IsSelectable);
        writer.WriteBoolean("extension", entity.IsExtension);
        WriteOptional(writer, "residual", entity.Residual == Residual.None ? "" : Terminal.Kebab(entity.Residual));
        WriteTitles(writer, entity, catalog);
        WriteAll(writer, "ancestors", entity.Ancestors.Reverse(), catalog, language);
        WriteChildren(writer, entity, catalog, language, depth);
        writer.WriteStartObject("residuals");
        WriteOptional(writer, "other", entity.ResidualChild(Residual.Other)?.Code ?? "");
        WriteOptional(writer, "unspecified", entity.ResidualChild(Residual.Unspecified)?.Code ?? "");
        writer.WriteEndObject();
        WriteTerms(writer, entity, catalog);
        WriteScales(writer, entity, catalog, language);
        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language)
    {
        var title = catalog.TitleOf(entity, language);
        WriteOptional(writer, "code", entity.Code);
        WriteOptional(writer, "uri", entity.Uri.ToString());
        WriteOptional(writer, "blockId", entity.BlockId ?? "");
        writer.WriteString("kind", Terminal.Kebab(entity.Kind));
        writer.WriteString("title", title.Text);
        writer.WriteString("titleLanguage", title.Language);
        writer.WriteBoolean("titleAuthored", title.IsAuthored);
    }

    private static void WriteTitles(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog)
    {
        writer.WriteStartObject("titles");
        foreach (var language in entity.Release.Languages.Append("nb").Distinct())
        {
            // The overlay's title is ours; whoever needs to know has titleAuthored.
            if (catalog.TitleOf(entity, language) is { Text: { Length: > 0 } text } title && title.Language == language) writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IEnumerable<Entity> entities, ReleaseCatalog catalog, string language)
    {
        writer.WriteStartArray(name);
        foreach (var entity in entities)
        {
            writer.WriteStartObject();
            WriteReference(writer, entity, catalog, language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteChildren(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language, int depth)
    {
        // Children that --depth cuts off are null: an empty list would say that there are none.
        if (depth <= 0 && !entity.IsLeaf)
        {
            writer.WriteNull("children");
            return;
        }

        writer.WriteStartArray("children");
        foreach (var child in entity.Children)
        {
            writer.WriteStartObject();
            WriteReference(writer, child, catalog, language);
            writer.WriteNumber("descendants", child.DescendantCount);
            WriteChildren(writer, child, catalog, language, depth - 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTerms(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog)
    {
        writer.WriteStartArray("terms");
        foreach (var term in catalog.TermsOf(entity))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Terminal.Kebab(term.Kind));
            WriteOptional(writer, "language", term.Language);
            WriteOptional(writer, "text", term.Text);
            WriteOptional(writer, "reference", term.Reference.ToString());
            writer.WriteString("source", Terminal.Kebab(term.Source.Kind));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteScales(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language)
    {
        writer.WriteStartArray("scales");
        foreach (var scale in entity.Scales)
        {
            writer.WriteStartObject();
            writer.WriteString("axis", scale.Axis);
            writer.WriteBoolean("required", scale.IsRequired);
            writer.WriteString("allowMultipleValues", scale.AllowMultipleValues.ToString());
            WriteAll(writer, "roots", scale.Roots, catalog, language);
            writer.WriteString("source", Terminal.Kebab(scale.Source.Kind));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Absent facts are null, not empty strings, and never left out: every object has the same names.</summary>
    private static void WriteOptional(Utf8JsonWriter writer, string name, string value)
    {
        if (value.Length > 0) writer.WriteString(name, value);
        else writer.WriteNull(name);
    }
}
