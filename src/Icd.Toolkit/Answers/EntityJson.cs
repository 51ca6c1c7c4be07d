using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Toolkit.Answers;

/// <summary>Entities as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
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
        writer.WriteOptional("foundationUri", entity.FoundationUri.ToString());
        writer.WriteBoolean("selectable", entity.IsSelectable);
        writer.WriteBoolean("extension", entity.IsExtension);
        writer.WriteOptional("residual", entity.Residual == Residual.None ? "" : ContractName.Of(entity.Residual));
        WriteTitles(writer, entity, catalog);
        WriteAll(writer, "ancestors", entity.Ancestors.Reverse(), catalog, language);
        WriteChildren(writer, entity, catalog, language, depth);
        writer.WriteStartObject("residuals");
        writer.WriteOptional("other", entity.ResidualChild(Residual.Other)?.Code ?? "");
        writer.WriteOptional("unspecified", entity.ResidualChild(Residual.Unspecified)?.Code ?? "");
        writer.WriteEndObject();
        WriteTerms(writer, entity, catalog);
        WriteScales(writer, entity, catalog, language);
        writer.WriteEndObject();
    }

    public static void WriteReference(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language)
    {
        var title = catalog.TitleOf(entity, language);
        writer.WriteOptional("code", entity.Code);
        writer.WriteOptional("uri", entity.Uri.ToString());
        writer.WriteOptional("blockId", entity.BlockId ?? "");
        writer.WriteString("kind", ContractName.Of(entity.Kind));
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

    public static void WriteAll(Utf8JsonWriter writer, string name, IEnumerable<Entity> entities, ReleaseCatalog catalog, string language)
    {
        writer.WriteObjects(name, entities, entity =>
        {
            WriteReference(writer, entity, catalog, language);
        });
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
        foreach (var child in entity.Children) WriteChild(writer, child, catalog, language, depth - 1);
        writer.WriteEndArray();
    }

    /// <summary>An entity in a tree, with as many levels below it as are asked for.</summary>
    public static void WriteChild(Utf8JsonWriter writer, Entity child, ReleaseCatalog catalog, string language, int depth)
    {
        writer.WriteStartObject();
        WriteReference(writer, child, catalog, language);
        writer.WriteNumber("descendants", child.DescendantCount);
        WriteChildren(writer, child, catalog, language, depth);
        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog)
    {
        writer.WriteObjects("terms", catalog.TermsOf(entity), term =>
        {
            writer.WriteString("kind", ContractName.Of(term.Kind));
            writer.WriteOptional("language", term.Language);
            writer.WriteOptional("text", term.Text);
            writer.WriteOptional("reference", term.Reference.ToString());
            writer.WriteString("source", ContractName.Of(term.Source.Kind));
        });
    }

    private static void WriteScales(Utf8JsonWriter writer, Entity entity, ReleaseCatalog catalog, string language)
    {
        writer.WriteObjects("scales", entity.Scales, scale =>
        {
            writer.WriteString("axis", scale.Axis);
            writer.WriteBoolean("required", scale.IsRequired);
            writer.WriteString("allowMultipleValues", scale.AllowMultipleValues.ToString());
            WriteAll(writer, "roots", scale.Roots, catalog, language);
            writer.WriteString("source", ContractName.Of(scale.Source.Kind));
        });
    }
}
