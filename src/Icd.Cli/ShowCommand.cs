using System.CommandLine;
using Icd.Cli.Shell;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

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
        var release = ReleaseOption(only: null);
        var depth = new Option<int>("--depth") { Description = "How many levels below to show", DefaultValueFactory = _ => 1, HelpName = "N" };
        depth.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var levels) && levels < 0) result.AddError($"--depth is {levels}; expected is 0 or more.");
        });
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

    /// <param name="only">Releases of which classification are meant; <see langword="null"/> of any.</param>
    public static Option<string?> ReleaseOption(Classification? only = Classification.Mms)
    {
        var option = new Option<string?>("--release") { Description = "A release id such as 2024-01 (default: the newest that is loaded)", HelpName = "ID" };
        option.CompletionSources.Add(ReleaseNames.Ids(only));
        return option;
    }

    public static ReleaseId ParseRelease(string? text) =>
        text is null ? default
        : ReleaseId.TryParse(text, out var release) ? release
        : throw new UsageException($"'{text}' er ingen utgave; ventet er for eksempel 2024-01.", $"'{text}' is not a release id; expected is for example 2024-01.");

    private static int Run(ParseResult parsed, string text, string? system, string? release, int depth)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var language = GlobalOptions.LanguageOf(parsed);
        var (only, releaseId) = (system is not null && ClassificationNames.TryParse(system, out var named) ? named : (Classification?)null, ParseRelease(release));
        if (EntityUri.TryParse(text.Trim(), out var uri))
        {
            if (!uri.Release.IsNone && !releaseId.IsNone && uri.Release != releaseId)
                throw new UsageException($"URI-en er fra utgave {uri.Release}, --release sier {releaseId}.", $"The URI is of release {uri.Release}, --release says {releaseId}.");
            // A versioned URI asks about that release and no other: where it is missing, "not found" would be a wrong answer.
            if (!uri.Release.IsNone) (only, releaseId) = (only ?? ClassificationOf(uri.Linearization), uri.Release);
        }

        var lookup = new EntityLookup(catalog, only, releaseId);
        var messages = new ShowMessages(language == "nb");
        if (!releaseId.IsNone && !lookup.Releases().Any()) throw new DataMissingException(messages.NotLoaded(releaseId, only));

        var found = lookup.Find(text);
        // What the starter lacks may well be in the release that it stands in for.
        if (found.Count > 0 ? found.Exists(entity => entity.Release.Key.IsStarter) : lookup.Releases().Any(candidate => candidate.Key.IsStarter)) Terminal.Note(messages.Starter);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => EntityJson.Write(writer, text, found, catalog, language, depth));
        else foreach (var entity in found) EntityText.Write(Console.Out, entity, catalog, language, depth);
        if (found.Count > 0) return ExitCode.Fine;

        Terminal.Error(messages.NotFound(text, lookup, catalog));
        return ExitCode.No;
    }

    private static Classification? ClassificationOf(Linearization linearization) => linearization switch
    {
        Linearization.Mms => Classification.Mms,
        Linearization.Icf => Classification.Icf,
        _ => null,
    };
}
