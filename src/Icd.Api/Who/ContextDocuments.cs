using System.Text.Json.Nodes;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>JSON-LD contexts of our own for the shapes, and what an axis is called: the addresses that answers mention besides entities.</summary>
internal static class ContextDocuments
{
    private static readonly string[] Shapes =
    [
        "MultiVersion", "TopLevel", "LinearizationEntity", "FoundationTopLevel", "FoundationEntity", "CodeInfo", "Icd10TopLevel", "Icd10Entity",
    ];

    private static readonly string[] References =
    [
        "parent", "child", "ancestor", "descendant", "source", "browserUrl", "latestRelease", "release", "foundationReference", "linearizationReference", "axisName", "scaleEntity",
        "stemId", "relatedEntitiesInMaternalChapter", "relatedEntitiesInPerinatalChapter",
    ];

    private static readonly (string Term, string Meaning)[] Standard =
    [
        ("title", "http://www.w3.org/2004/02/skos/core#prefLabel"), ("label", "http://www.w3.org/2004/02/skos/core#prefLabel"),
        ("definition", "http://www.w3.org/2004/02/skos/core#definition"), ("code", "http://www.w3.org/2004/02/skos/core#notation"),
    ];

    /// <summary>The context of a shape, named as in <see cref="WhoAddress.Context"/>; <see langword="null"/> where there is no such shape.</summary>
    public static JsonObject? Context(string name)
    {
        if (!Shapes.Any(shape => WhoAddress.Context(shape).EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase))) return null;
        var context = new JsonObject { ["@vocab"] = PostcoordinationScale.AxisUriPrefix };
        foreach (var (term, meaning) in Standard) context[term] = meaning;
        foreach (var reference in References) context[reference] = new JsonObject { ["@type"] = "@id" };
        return new() { ["@context"] = context };
    }

    /// <summary>What an axis is called, in our words; <see langword="null"/> where there is no such axis.</summary>
    public static JsonObject? Axis(string name) => !AxisNames.IsKnown(name) ? null : new()
    {
        ["@id"] = PostcoordinationScale.AxisUriPrefix + name,
        ["label"] = new JsonArray([Label(name, "en", MessageLanguage.English), Label(name, "nb", MessageLanguage.Bokmal)]),
        ["x-authored"] = true,
    };

    private static JsonObject Label(string name, string tag, MessageLanguage language) => new() { ["@language"] = tag, ["@value"] = AxisNames.Label(name, language) };
}
