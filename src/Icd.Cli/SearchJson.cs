using System.Text.Json;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Search;

namespace Icd.Cli;

/// <summary>The JSON of <c>icd search</c>; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal sealed class SearchJson(ReleaseCatalog catalog)
{
    private readonly Lazy<StemAxes?> _axes = new(() => catalog.Newest(Classification.Mms) is { } release ? new(release) : null);

    public void Write(string query, IReadOnlyList<SearchHit> hits) => Terminal.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("query", query);
        writer.WriteStartArray("hits");
        foreach (var hit in hits) Write(writer, hit);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private void Write(Utf8JsonWriter writer, SearchHit hit)
    {
        writer.WriteStartObject();
        writer.WriteString("system", SearchCommand.Name(hit.System));
        writer.WriteString("code", hit.Code);
        writer.WriteString("term", hit.Title);
        writer.WriteString("termLanguage", hit.TitleLanguage);
        writer.WriteBoolean("termAuthored", hit.IsTitleAuthored);
        WriteOptional(writer, "termEn", hit.TitleEn);
        WriteOptional(writer, "uri", hit.Entity.IsNone ? "" : hit.Entity.Uri.ToString());
        writer.WriteNumber("score", Math.Round(hit.Score, 4));
        WriteMatched(writer, hit);
        writer.WriteBoolean("selectable", hit.IsSelectable);
        writer.WriteBoolean("extension", hit.IsExtension);
        writer.WriteString("postcoordination", PostcoordinationOf(hit));
        writer.WriteStartArray("links");
        foreach (var link in hit.Links)
        {
            writer.WriteStartObject();
            writer.WriteString("system", SearchCommand.Name(link.System));
            writer.WriteString("code", link.Code);
            writer.WriteString("term", link.Title);
            writer.WriteString("relation", Terminal.Kebab(link.Relation));
            writer.WriteString("provenance", link.Provenance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMatched(Utf8JsonWriter writer, SearchHit hit)
    {
        writer.WriteStartObject("matched");
        writer.WriteString("kind", Terminal.Kebab(hit.Kind));
        writer.WriteString("text", hit.MatchedText);
        WriteOptional(writer, "provenance", hit.MatchProvenance);
        writer.WriteStartArray("highlights");
        foreach (var range in hit.Highlights)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", range.Start.Value);
            writer.WriteNumber("end", range.End.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Whether a stem takes extension codes, or must have some; null where nothing is known or it is no stem.</summary>
    private string? PostcoordinationOf(SearchHit hit)
    {
        if (hit.System != SearchSystems.Icd11 || hit.IsExtension || hit.Entity.IsNone || _axes.Value is not { } axes || !axes.Covers(hit.Entity)) return null;
        var own = axes.Of(hit.Entity);
        return own.Any(axis => axis.IsRequired) ? "required" : own.Count > 0 ? "possible" : "none";
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string value)
    {
        if (value.Length > 0) writer.WriteString(name, value);
        else writer.WriteNull(name);
    }
}
