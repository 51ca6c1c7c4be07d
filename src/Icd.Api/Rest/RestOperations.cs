using Icd.Search;

namespace Icd.Api.Rest;

/// <summary>All operations of <c>/api/v1</c>.</summary>
internal static class RestOperations
{
    private static readonly RestParameter Lang = new("lang", "Language of titles and messages; without it Accept-Language decides, else nb") { Choices = ["nb", "en"] };
    private static readonly RestParameter Release = new("release", "The release of ICD-11 MMS, such as 2024-01; default: the newest that is loaded") { Type = RestType.Release };
    private static readonly RestParameter AnyRelease = new("release", "A release such as 2024-01; default: the newest that is loaded") { Type = RestType.Release };
    private static readonly RestParameter System = new("system", "Only this classification") { Choices = ["mms", "icd10", "icf", "icpc2"] };
    private static readonly RestParameter Depth = new("depth", "How many levels below to show") { Type = RestType.Number, Default = "1", Max = 4 };
    private static readonly RestParameter Expression = new("expression", "An ICD-11 expression of codes, entity URIs or both, or an ICF code with qualifiers") { IsRequired = true };
    private static readonly RestParameter Stem = new("stem", "A stem code or its URI") { IsInPath = true, IsRequired = true };
    private static readonly RestParameter Code = new("code", "A code, chapter number, block id, entity id, or entity URI with its slashes written %2F") { IsInPath = true, IsRequired = true };

    public static IReadOnlyList<RestOperation> All { get; } =
    [
        new("search", "/search", "searched", "Find codes by what clinicians call things; for type-ahead send what has been typed so far.", SearchHandler.Search)
        {
            IsQuestion = true,
            Remarks = "The last word is taken for the beginning of one unless a space follows it. The first 256 characters and 16 words count. An empty q finds nothing.",
            Parameters =
            [
                new("q", "What was typed, spaces included") { IsRequired = true },
                new("system", "What is searched") { Choices = ["all", "icd10", "icd11"], Default = "all" },
                new("limit", "How many hits") { Type = RestType.Number, Default = "10", Min = 1, Max = 100 },
                new("offset", "How many hits to pass over") { Type = RestType.Number, Default = "0", Max = CodeIndex.MaxHits },
                new("within", "Only what is this code or below it: a category, a chapter by its number, a block by its range or id"),
                new("selectable", "Only codes that may be used for coding") { Type = RestType.Flag, Default = "false" },
                new("sex", "Leaves out codes that only the other sex can have") { Choices = ["female", "male"] },
                new("favourites", "Only these codes, separated by commas") { MaxLength = 8000 },
                new("group", "Whether hits of one category are gathered below the best of them, as grouped") { Type = RestType.Flag, Default = "false" },
                new("facets", "Whether hits are counted by chapter") { Type = RestType.Flag, Default = "false" },
                new("release", "Search another release of ICD-11 MMS than the newest; the first such search takes some seconds") { Type = RestType.Release },
                Lang,
            ],
        },
        new("entity", "/entities/{code}", "shown", "What a code, URI, chapter number or block id is, in every classification that has it.", EntityHandler.Entity) { Parameters = [Code, System, AnyRelease, Depth, Lang] },
        new("entityById", "/entities", "shown", "The same with the code or URI in the query, where a proxy does not let %2F through.", EntityHandler.Entity)
        {
            Parameters = [new("id", "As code in the path") { IsRequired = true }, System, AnyRelease, Depth, Lang],
        },
        new("children", "/entities/{code}/children", "tree", "What stands directly below an entity.", EntityHandler.Children) { Parameters = [Code, System, AnyRelease, Depth, Lang] },
        new("ancestors", "/entities/{code}/ancestors", "path", "What stands above an entity, the chapter first.", EntityHandler.Ancestors) { Parameters = [Code, System, AnyRelease, Lang] },
        new("chapters", "/chapters", "tree", "The chapters of a classification.", EntityHandler.Chapters)
        {
            Parameters = [new("system", "The classification") { Choices = ["mms", "icd10", "icf", "icpc2"], Default = "mms" }, AnyRelease, new("depth", "How many levels below to show") { Type = RestType.Number, Default = "0", Max = 2 }, Lang],
        },
        new("axes", "/axes/{stem}", "axes", "The axes of a stem, required ones marked, with the values at their top or those that a text names.", AxesHandler.Axes)
        {
            Parameters = [Stem, new("find", "List the values that a text names: words or their beginnings in Norwegian or English, or a code"), new("limit", "How many values are found on an axis") { Type = RestType.Number, Default = "20", Min = 1, Max = 200 }, Release, Lang],
        },
        new("axisValues", "/axes/{stem}/{axis}", "axis", "The values of one axis of a stem: at its top, below one of them, or those that a text names.", AxesHandler.Values)
        {
            Parameters =
            [
                Stem, new("axis", "The axis, by WHO's name, such as laterality") { IsInPath = true, IsRequired = true },
                new("below", "List what stands directly below this value: a code, URI or entity id"), new("find", "List the values that a text names"),
                new("limit", "How many values") { Type = RestType.Number, Default = "50", Min = 1, Max = 1000 }, new("offset", "How many to pass over") { Type = RestType.Number, Default = "0", Max = 100_000 }, Release, Lang,
            ],
        },
        new("parse", "/parse", "parsed", "The form of a code or expression; no release is asked whether it exists.", ExpressionHandler.Parse)
        {
            IsQuestion = true,
            Parameters = [Expression with { Description = "An ICD-10 code, or an ICD-11 expression" }, new("system", "What the input is") { Choices = ["auto", "icd10", "icd11"], Default = "auto" }, Lang],
        },
        new("validate", "/validate", "judged", "A verdict on an expression, with the reasons.", ExpressionHandler.Validate)
        {
            IsQuestion = true,
            Parameters = [Expression, new("lenient", "A missing required axis is a warning, and what only our axis profile refuses is not evaluated") { Type = RestType.Flag, Default = "false" }, Release, Lang],
        },
        new("canonicalise", "/canonicalise", "judged", "The canonical form, and the precoordinated expression that says exactly the same, as replacement.", ExpressionHandler.Canonicalise) { IsQuestion = true, Parameters = [Expression, Release, Lang] },
        new("describe", "/describe", "described", "What a code or expression says, read out in bokmål and English.", ExpressionHandler.Describe)
        {
            IsQuestion = true,
            Parameters = [Expression with { Description = "An ICD-11 expression, an ICD-10 code, or a pair such as 'A17.0+ G01*'" }, Release, Lang],
        },
        new("map", "/map", "mapped", "An ICD-10 code, or a pair of dagger and asterisk code, to ICD-11; or an ICD-11 expression to ICD-10.", MappingHandler.Map)
        {
            IsQuestion = true,
            Parameters = [new("code", "An ICD-10 code, a pair such as 'A17.0+ G01*', or an ICD-11 expression") { IsRequired = true }, Release, Lang],
        },
        new("dualCheck", "/dual/check", "dual", "Whether ICD-10 and ICD-11 say the same diagnosis.", MappingHandler.Check)
        {
            IsQuestion = true,
            Parameters = [new("icd10", "An ICD-10 code, or a pair such as 'A17.0+ G01*'") { IsRequired = true }, new("icd11", "An ICD-11 expression") { IsRequired = true }, Release, Lang],
        },
        new("dualDerive", "/dual/derive", "registration", "A dual registration from the side that was entered; give one of icd10 and icd11.", MappingHandler.Derive)
        {
            IsQuestion = true,
            IsVolatile = true,
            Parameters = [new("icd10", "An ICD-10 code, or a pair such as 'A17.0+ G01*'"), new("icd11", "An ICD-11 expression"), Release, Lang],
        },
        new("releases", "/releases", "releases", "The releases that are loaded, and the files that were refused.", ServerHandler.Releases) { IsVolatile = true, Parameters = [Lang] },
        new("problems", "/problems", "problems", "All problems that this interface reports, with code and remedy.", ServerHandler.Problems) { Parameters = [Lang] },
        new("reload", "/admin/reload", "reloaded", "Load the data directory anew, beside what is there, and swap.", ServerHandler.Reload) { IsCommand = true, IsForAdministrators = true, IsVolatile = true, Parameters = [Lang] },
        new("status", "/admin/status", "status", "How the server is: version, releases, memory, the last reload.", ServerHandler.Status) { IsForAdministrators = true, IsVolatile = true, Parameters = [Lang] },
    ];
}
