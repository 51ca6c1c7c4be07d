using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary>What <c>icd show</c> says where it has no entity to show, in the language of <c>--lang</c>.</summary>
internal sealed class ShowMessages(bool nb)
{
    /// <summary>More of a wrongly pasted text than this says nothing more to its reader, and it may be a patient's.</summary>
    private const int LongestQuote = 65;

    private readonly string _language = nb ? "nb" : "en";

    public string Starter => nb
        ? "Merk: dette er den innebygde startutgaven (et utvalg, i våre egne ord). For hele ICD-11: `icd data fetch 2024-01`, eller `icd data import FIL`."
        : "Note: this is the built-in starter release (a selection, in our own words). For all of ICD-11: `icd data fetch 2024-01`, or `icd data import FILE`.";

    public string NotLoaded(ReleaseId release, Classification? only)
    {
        var name = only is { } classification ? $"{classification.DisplayName()} {release}" : release.ToString();
        return nb
            ? $"Utgave {name} er ikke lastet inn. `icd data list` viser hva som finnes; `icd data fetch {release}` eller `icd data import FIL` henter den."
            : $"Release {name} is not loaded. `icd data list` shows what is; `icd data fetch {release}` or `icd data import FILE` loads it.";
    }

    public string NotFound(string text, EntityLookup lookup, ReleaseCatalog catalog)
    {
        var trimmed = text.Trim();
        var isAddress = trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (!isAddress && trimmed.AsSpan().ContainsAny('&', '/'))
            return nb
                ? $"'{Quoted(text)}' er et uttrykk; `show` tar én kode om gangen. `icd parse` deler opp uttrykk."
                : $"'{Quoted(text)}' is an expression; `show` takes one code at a time. `icd parse` takes expressions apart.";
        var message = $"'{Quoted(text)}' {(nb ? "finnes ikke i" : "is not in")} {Names(lookup)}.";
        if (isAddress) return EntityUri.TryParse(trimmed, out _, out var uriError) ? message : $"{message} {Describe(uriError, trimmed)}";
        // An entity's number or a block's id has no form of a code to explain.
        if (IsNumberOrBlock(trimmed)) return message;
        if (Icd10Code.TryParse(trimmed, out _, out var icd10Error) || Icd11Code.TryParse(trimmed, out _, out var icd11Error)) return message + Nearest(trimmed, lookup, catalog);
        var isIcd10 = ParsedInput.LooksLikeIcd10(trimmed);
        var proposal = (isIcd10 ? null : ExpressionProposal.For(trimmed)) ?? CodeProposal.ForIcd10(trimmed)?.ToString();
        return $"{message} {Describe(isIcd10 ? icd10Error : icd11Error, trimmed)}{(proposal is null ? "" : nb ? $" Mente du {proposal}?" : $" Did you mean {proposal}?")}";
    }

    private static string Quoted(string text) => text.Length > LongestQuote ? text[..LongestQuote] + "…" : text;

    private static bool IsNumberOrBlock(string text) =>
        text.StartsWith("Block", StringComparison.OrdinalIgnoreCase) || (text.Length > 4 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'));

    private string Names(EntityLookup lookup)
    {
        var names = string.Join(", ", lookup.Releases().Select(release => $"{release.Classification.DisplayName()} {release.Key.ReleaseId}{(release.Key.IsStarter ? " (starter)" : "")}"));
        return names.Length > 0 ? names : nb ? "noen utgave, for ingen er lastet inn" : "any release, because none is loaded";
    }

    private string Describe(SyntaxError error, string text) => error.Describe(text, nb ? MessageLanguage.Bokmal : MessageLanguage.English);

    /// <summary>The longest beginning of a code that is one itself.</summary>
    private string Nearest(string code, EntityLookup lookup, ReleaseCatalog catalog)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            if (lookup.Find(code[..length].TrimEnd('.')) is not [var nearest, ..] || nearest.Kind != EntityKind.Category) continue;
            var title = catalog.TitleOf(nearest, _language).Text;
            return nb ? $" Nærmest over er {nearest.Code}, {title}." : $" The nearest above it is {nearest.Code}, {title}.";
        }

        return "";
    }
}
