using System.Text.Json;
using Icd.Api.Hosting;
using Icd.Search;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>Search and type-ahead.</summary>
internal static class SearchHandler
{
    public static void Search(RestRequest request, Utf8JsonWriter writer)
    {
        var query = request.Text("q");
        var systems = SystemsOf(request.Text("system"));
        var options = new SearchOptions
        {
            Systems = systems,
            Limit = request.Number("limit"),
            Offset = request.Number("offset"),
            Within = request.Find("within") is { Length: > 0 } place ? place : null,
            SelectableOnly = request.Flag("selectable"),
            Sex = request.Find("sex") switch { "female" => Sex.Female, "male" => Sex.Male, _ => null },
            Favourites = request.Find("favourites") is { } codes ? codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) : null,
            GroupCategories = request.Flag("group"),
            Facets = request.Flag("facets"),
            Language = request.Language,
        };
        var release = request.ReleaseId;
        var index = release.IsNone ? request.Loaded.SearchIn(systems) : request.Loaded.SearchOf(release) ?? throw request.NotLoaded(release);
        var result = index.Search(query, options);
        IcdMetrics.Found(result.Hits.Count);
        new SearchJson(new Lazy<Core.Postcoordination.StemAxes?>(() => request.Engines.Validator.Axes)).WritePage(writer, query, result, options);
    }

    public static SearchSystems SystemsOf(string name) => name switch
    {
        "icd10" => SearchSystems.Icd10,
        "icd11" => SearchSystems.Icd11,
        _ => SearchSystems.All,
    };
}
