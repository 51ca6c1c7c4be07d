using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Cli;

/// <summary><c>icd show</c>: what a code or URI is.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("CODE")
        {
            Description = "A code of ICD-11, ICD-10, ICF or ICPC-2, a chapter number, a block id or an entity URI",
        };
        var system = SystemOption();
        var release = ReleaseOption();
        var depth = new Option<int>("--depth") { Description = "How many levels below to show", DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new CommandWithExamples(
            "show", "Show a code: titles, place in the tree, residuals, what it takes.",
            "icd show 5A11                       an ICD-11 stem code",
            "icd show XK8G --lang nb             an extension code and its place in chapter X",
            "icd show E11 --depth 2              an ICD-10 category and all below it",
            "icd show http://id.who.int/icd/entity/119724091",
            "icd show 09 --json --release 2024-01")
        { code, system, release, depth };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(code)!, parsed.GetValue(system), parsed.GetValue(release), parsed.GetValue(depth)));
        return command;
    }

    public static Option<string?> SystemOption()
    {
        var option = new Option<string?>("--system") { Description = "Only this classification: mms, icd10, icf or icpc2" };
        option.AcceptOnlyFromAmong("mms", "icd10", "icf", "icpc2");
        return option;
    }

    public static Option<string?> ReleaseOption() =>
        new("--release") { Description = "A release id such as 2024-01 (default: the newest that is loaded)", HelpName = "ID" };

    public static ReleaseId ParseRelease(string? text) =>
        text is null ? default
        : ReleaseId.TryParse(text, out var release) ? release
        : throw new UsageException($"'{text}' is not a release id; expected is for example 2024-01.");

    private static int Run(ParseResult parsed, string text, string? system, string? release, int depth)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var language = GlobalOptions.LanguageOf(parsed);
        var releaseId = ParseRelease(release);
        var lookup = new EntityLookup(catalog, system is null ? null : ClassificationNames.TryParse(system, out var classification) ? classification : null, releaseId);
        if (!releaseId.IsNone && !lookup.Releases().Any())
            throw new DataMissingException($"Release {releaseId} is not loaded. `icd data list` shows what is; `icd data fetch {releaseId}` or `icd data import FILE` loads it.");

        var found = lookup.Find(text);
        WarnOfStarter(found, catalog);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => EntityJson.Write(writer, text, found, catalog, language, depth));
        else foreach (var entity in found) EntityText.Write(Console.Out, entity, catalog, language, depth);
        if (found.Count > 0) return ExitCode.Fine;

        Terminal.Error(NotFound(text, lookup, GlobalOptions.MessageLanguageOf(parsed)));
        return ExitCode.No;
    }

    private static void WarnOfStarter(List<Entity> found, ReleaseCatalog catalog)
    {
        if (found.Count == 0 ? catalog.NewestKey(Classification.Mms) is { IsStarter: true } : found.Exists(entity => entity.Release.Key.IsStarter))
            Terminal.Note("Note: this is the built-in starter release (a selection, in our own words). For all of ICD-11: `icd data fetch 2024-01`, or `icd data import FILE`.");
    }

    private static string NotFound(string text, EntityLookup lookup, MessageLanguage language)
    {
        var trimmed = text.Trim();
        if (trimmed.Contains('&') || (trimmed.Contains('/') && !trimmed.StartsWith("http", StringComparison.Ordinal)))
            return $"'{text}' is an expression; `show` takes one code at a time. `icd parse` takes expressions apart.";
        var names = string.Join(", ", lookup.Releases().Select(release => $"{release.Classification.DisplayName()} {release.Key.ReleaseId}{(release.Key.IsStarter ? " (starter)" : "")}"));
        var message = $"'{text}' is not in {(names.Length > 0 ? names : "any release, because none is loaded")}.";
        if (trimmed.StartsWith("http", StringComparison.Ordinal) && !EntityUri.TryParse(trimmed, out _, out var uriError)) return $"{message} {uriError.Describe(trimmed, language)}";
        if (Icd10Code.TryParse(trimmed, out _) || Icd11Code.TryParse(trimmed, out _, out var error)) return message + Nearest(trimmed, lookup);
        var proposal = ExpressionProposal.For(trimmed) ?? CodeProposal.ForIcd10(trimmed)?.ToString();
        return $"{message} {error.Describe(trimmed, language)}{(proposal is null ? "" : $" Did you mean {proposal}?")}";
    }

    /// <summary>The longest beginning of a code that is one itself.</summary>
    private static string Nearest(string code, EntityLookup lookup)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            if (lookup.Find(code[..length].TrimEnd('.')) is [var nearest, ..] && nearest.Kind == EntityKind.Category) return $" The nearest above it is {nearest.Code}, {nearest.Title}.";
        }

        return "";
    }
}
