using System.Text.Json;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Search;

namespace Icd.Toolkit.Answers;

/// <summary>Search hits as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
/// <param name="axes">The axes of the release that is searched, where they are known.</param>
internal sealed class SearchJson(Lazy<StemAxes?> axes)
{
    public SearchJson(ReleaseCatalog catalog)
        : this(new Lazy<StemAxes?>(() => catalog.Newest(Classification.Mms) is { } release ? new(release) : null))
    {
    }

    /// <summary>What a shell shows: the query and its hits.</summary>
    public void Write(Utf8JsonWriter writer, string query, IReadOnlyList<SearchHit> hits)
    {
        writer.WriteStartObject();
        writer.WriteString("query", query);
        WriteHits(writer, "hits", hits, withGroups: false);
        writer.WriteEndObject();
    }

    /// <summary>A page of a search with what a user interface needs besides: how many there are, and where.</summary>
    public void WritePage(Utf8JsonWriter writer, string query, SearchResult result, SearchOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("query", query);
        writer.WriteNumber("total", result.Total);
        writer.WriteNumber("offset", options.Offset);
        WriteHits(writer, "hits", result.Hits, options.GroupCategories);
        writer.WriteObjects("facets", result.Facets, facet =>
        {
            writer.WriteString("system", ContractName.Of(facet.System));
            writer.WriteString("chapter", facet.Chapter);
            writer.WriteString("title", facet.Title);
            writer.WriteNumber("count", facet.Count);
        });
        writer.WriteEndObject();
    }

    private void WriteHits(Utf8JsonWriter writer, string name, IReadOnlyList<SearchHit> hits, bool withGroups)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < hits.Count; i++) Write(writer, hits[i], withGroups);
        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, SearchHit hit, bool withGroup)
    {
        writer.WriteStartObject();
        writer.WriteString("system", ContractName.Of(hit.System));
        writer.WriteString("code", hit.Code);
        writer.WriteString("term", hit.Title);
        writer.WriteString("termLanguage", hit.TitleLanguage);
        writer.WriteBoolean("termAuthored", hit.IsTitleAuthored);
        writer.WriteOptional("termEn", hit.TitleEn);
        writer.WriteOptional("uri", hit.Entity.IsNone ? "" : hit.Entity.Uri.ToString());
        writer.WriteNumber("score", Math.Round(hit.Score, 4));
        WriteMatched(writer, hit);
        writer.WriteBoolean("selectable", hit.IsSelectable);
        writer.WriteBoolean("extension", hit.IsExtension);
        writer.WriteString("postcoordination", PostcoordinationOf(hit));
        writer.WriteObjects("links", hit.Links, link =>
        {
            writer.WriteString("system", ContractName.Of(link.System));
            writer.WriteString("code", link.Code);
            writer.WriteString("term", link.Title);
            writer.WriteString("relation", ContractName.Of(link.Relation));
            writer.WriteString("provenance", link.Provenance);
        });
        if (withGroup) WriteHits(writer, "grouped", hit.Grouped, withGroups: true);
        writer.WriteEndObject();
    }

    private static void WriteMatched(Utf8JsonWriter writer, SearchHit hit)
    {
        writer.WriteStartObject("matched");
        writer.WriteString("kind", ContractName.Of(hit.Kind));
        writer.WriteString("text", hit.MatchedText);
        writer.WriteOptional("provenance", hit.MatchProvenance);
        writer.WriteObjects("highlights", hit.Highlights, range =>
        {
            writer.WriteNumber("start", range.Start.Value);
            writer.WriteNumber("end", range.End.Value);
        });
        writer.WriteEndObject();
    }

    /// <summary>Whether a stem takes extension codes, or must have some; null where nothing is known or it is no stem.</summary>
    private string? PostcoordinationOf(SearchHit hit)
    {
        if (hit.System != SearchSystems.Icd11 || hit.IsExtension || hit.Entity.IsNone || axes.Value is not { } known || !known.Covers(hit.Entity)) return null;
        var own = known.Of(hit.Entity);
        foreach (var axis in own)
        {
            if (axis.IsRequired) return "required";
        }

        return own.Count > 0 ? "possible" : "none";
    }
}
