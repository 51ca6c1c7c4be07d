using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Crawl;

/// <summary>A linearization entity as the ICD-API describes it (v2, <c>LinearizationEntity</c>).</summary>
internal readonly struct ApiEntity(string name, JsonElement json)
{
    private static readonly (string Property, TermKind Kind)[] Texts =
    [
        ("fullySpecifiedName", TermKind.FullySpecifiedName), ("definition", TermKind.Definition), ("longDefinition", TermKind.LongDefinition),
        ("codingNote", TermKind.CodingNote), ("diagnosticCriteria", TermKind.DiagnosticCriteria),
    ];

    private static readonly (string Property, TermKind Kind)[] Lists =
    [
        ("synonym", TermKind.Synonym), ("narrowerTerm", TermKind.NarrowerTerm), ("inclusion", TermKind.Inclusion), ("exclusion", TermKind.Exclusion),
        ("indexTerm", TermKind.IndexTerm), ("foundationChildElsewhere", TermKind.FoundationChildElsewhere), ("relatedImpairment", TermKind.RelatedImpairment),
    ];

    private static readonly (string Property, TermKind Kind)[] References =
    [
        ("relatedEntitiesInMaternalChapter", TermKind.RelatedInMaternalChapter), ("relatedEntitiesInPerinatalChapter", TermKind.RelatedInPerinatalChapter),
    ];

    public string Code => Text("code");

    public string BlockId => Text("blockId");

    public IEnumerable<string> Children => Strings("child");

    public IEnumerable<string> Descendants => Strings("descendant");

    public EntityKind Kind => Text("classKind") switch
    {
        "chapter" => EntityKind.Chapter,
        "block" => EntityKind.Block,
        "category" => EntityKind.Category,
        "window" => EntityKind.Window,
        var other => throw Error($"'{other}' is not a class kind (chapter, block, category, window)"),
    };

    /// <summary>Whether the entity's wording is ours and not WHO's: our own server says so.</summary>
    public bool IsAuthored => Text("x-authored") == "true";

    /// <summary>Whether the title alone is ours.</summary>
    public bool IsTitleAuthored => Text("x-titleAuthored") == "true";

    /// <summary>WHO's column "Primary tabulation", which only our own server hands on.</summary>
    public bool IsPrimaryTabulation => Text("x-primaryTabulation") == "true";

    /// <summary>Of a root: whether all of the release is our starter release.</summary>
    public bool IsStarter => Text("x-starter") == "true";

    /// <summary>The title and the language it really is in: servers answer in English where a translation is missing.</summary>
    public (string Language, string Text) Title => TryGet(json, "title", out var title) ? Localised(title) : throw Error("there is no title");

    /// <summary>The texts but the title.</summary>
    /// <param name="source">Who says so.</param>
    /// <param name="withAuthored">Whether terms count that a server of ours adds: in WHO's release they would pass for WHO's.</param>
    public IEnumerable<Term> Terms(ReleaseSource source, bool withAuthored)
    {
        foreach (var (property, kind) in Texts)
        {
            if (TryGet(json, property, out var value) && Localised(value) is { Text.Length: > 0 } text) yield return new(kind, text.Language, text.Text, default, source);
        }

        foreach (var (property, kind) in Lists)
        {
            foreach (var item in ItemsOf(property, kind))
            {
                if (!withAuthored && new ApiEntity(name, item).IsAuthored) continue;
                var (language, text) = TryGet(item, "label", out var label) ? Localised(label) : ("", "");
                if (text.Length > 0) yield return new(kind, language, text, Reference(item), source);
            }
        }

        foreach (var (property, kind) in References)
        {
            foreach (var uri in Strings(property)) yield return new(kind, "", "", ParseUri(uri), source);
        }
    }

    /// <summary>WHO's scales. Axes of our own profile, by which our server stands in for them, are left out.</summary>
    public IEnumerable<DraftScale> Scales(ReleaseSource source)
    {
        foreach (var scale in Items("postcoordinationScale"))
        {
            var entity = new ApiEntity(name, scale);
            if (entity.IsAuthored) continue;
            var axis = entity.Text("axisName");
            axis = axis[(axis.LastIndexOf('/') + 1)..];
            if (axis.Length == 0) throw Error("a postcoordination scale has no axis name");
            var multiple = entity.Text("allowMultipleValues");
            if (!Enum.TryParse<AllowMultipleValues>(multiple, out var allowed)) throw Error($"'{multiple}' is not a value of allowMultipleValues");
            yield return new(axis, entity.Text("requiredPostcoordination").Equals("true", StringComparison.OrdinalIgnoreCase), allowed, [.. entity.Strings("scaleEntity").Select(entity.ParseUri)], source);
        }
    }

    /// <summary>The items of a list. Our server marks those index terms that are synonyms.</summary>
    private IEnumerable<JsonElement> ItemsOf(string property, TermKind kind)
    {
        foreach (var item in Items(property))
        {
            if (kind != TermKind.IndexTerm || !IsSynonym(item)) yield return item;
        }

        if (kind != TermKind.Synonym) yield break;
        foreach (var item in Items("indexTerm"))
        {
            if (IsSynonym(item)) yield return item;
        }

        static bool IsSynonym(JsonElement item) => TryGet(item, "x-kind", out var kind) && String(kind) == "synonym";
    }

    private static EntityUri Reference(JsonElement item)
    {
        foreach (var property in (ReadOnlySpan<string>)["linearizationReference", "foundationReference"])
        {
            if (TryGet(item, property, out var uri) && EntityUri.TryParse(String(uri), out var found)) return found.Unversioned;
        }

        return default;
    }

    private EntityUri ParseUri(string text) => EntityUri.TryParse(text, out var uri) ? uri.Unversioned : throw Error($"'{text}' is not an entity URI");

    /// <summary>A string, or a boolean where the schema says string: both forms are in use.</summary>
    private string Text(string property) => !TryGet(json, property, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    private JsonElement.ArrayEnumerator Items(string property) =>
        TryGet(json, property, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private IEnumerable<string> Strings(string property) => Items(property).Select(String);

    private static (string Language, string Text) Localised(JsonElement value) =>
        (TryGet(value, "@language", out var language) ? String(language) : "", TryGet(value, "@value", out var text) ? String(text).Trim() : "");

    /// <summary>A server may answer anything: a property of what is no object is missing, not a crash.</summary>
    private static bool TryGet(JsonElement element, string property, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out value);
    }

    private static string String(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private ImportException Error(string what) => new(name, what, "The server answers differently from ICD-API v2; report it with this message.");
}
