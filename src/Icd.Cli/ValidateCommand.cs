using System.CommandLine;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Toolkit;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd validate</c>: a verdict on each expression, with the reason.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var inputs = InputArgument();
        var file = FileOption();
        var lenient = new Option<bool>("--lenient") { Description = "A missing required axis is a warning, and what only our axis profile refuses is not evaluated" };
        var release = ShowCommand.ReleaseOption();
        var command = new CommandWithExamples(
            "validate", "Judge ICD-11 expressions and ICF codes: valid, incomplete, invalid or not evaluated, with the reason. Exit code 0 if all are valid.",
            "icd validate 'NC32.Z&XK8G' CB41/1D00",
            "icd validate --file expressions.txt --json",
            "icd validate --lenient < drafts.txt")
        { inputs, file, lenient, release };
        command.SetAction(parsed => Run(
            parsed, Inputs(parsed.GetValue(inputs) ?? [], parsed.GetValue(file)), parsed.GetValue(release), parsed.GetValue(lenient) ? ValidationMode.Lenient : ValidationMode.Strict,
            judged => WriteText(judged, GlobalOptions.LanguageOf(parsed) == "nb")));
        return command;
    }

    public static Argument<string[]> InputArgument() => new("EXPRESSION")
    {
        Description = "ICD-11 expressions; none or - reads standard input, one a line",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string?> FileOption() => new("--file") { Description = "Read expressions from a file, one a line", HelpName = "FILE" };

    /// <summary>The MMS release that judges: the newest, or the one asked for.</summary>
    public static Release JudgingRelease(ReleaseCatalog catalog, string? release)
    {
        var releaseId = ShowCommand.ParseRelease(release);
        var found = releaseId.IsNone ? catalog.Newest(Classification.Mms) : catalog.Find(Classification.Mms, releaseId);
        return found ?? throw new DataMissingException($"Release {releaseId} of ICD-11 MMS is not loaded. `icd data list` shows what is; `icd data fetch {releaseId}` loads it.");
    }

    /// <summary>The judge over that release, and over the newest one of ICF.</summary>
    private static ExpressionJudge Judge(ParseResult parsed, ReleaseCatalog catalog, string? release, ValidationMode mode) => new(
        new MmsEngines(catalog, JudgingRelease(catalog, release)), catalog, new(() => catalog.Newest(Classification.Icf) is { } icf ? new(icf) : null), mode, GlobalOptions.MessageLanguageOf(parsed));

    public static IEnumerable<string> Inputs(string[] arguments, string? file)
    {
        if (file is null) return InputLines.Of(arguments);
        return arguments.Length == 0 ? File.ReadLines(file) : throw new UsageException("Oppgi uttrykk eller --file, ikke begge.", "Give expressions or --file, not both.");
    }

    /// <summary>Judges each input and writes the verdict as JSON, or as the command does.</summary>
    public static int Run(ParseResult parsed, IEnumerable<string> inputs, string? release, ValidationMode mode, Action<JudgedExpression> writeText)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var judge = Judge(parsed, catalog, release, mode);
        var json = parsed.GetValue(GlobalOptions.Json);
        var exitCode = ExitCode.Fine;
        foreach (var input in inputs)
        {
            var judged = judge.Judge(input);
            if (judged.Verdict != "valid") exitCode = ExitCode.No;
            if (json) Terminal.Json(writer => JudgedJson.Write(writer, judged));
            else writeText(judged);
        }

        Console.Out.Flush();
        return exitCode;
    }

    private static void WriteText(JudgedExpression judged, bool nb)
    {
        Console.Out.WriteLine($"{judged.Verdict}\t{judged.Canonical ?? Terminal.Visible(judged.Input)}{(judged.Replacement is { } replacement ? $"\t-> {replacement}" : "")}");
        foreach (var diagnostic in judged.Diagnostics) Console.Out.WriteLine($"\t{diagnostic.Message}{(diagnostic.Provenance is { } source ? Terminal.Faint($" [{source}]") : "")}");
        foreach (var rule in judged.Rules) Console.Out.WriteLine($"\t{rule}");
        foreach (var rule in judged.Suggestions) Console.Out.WriteLine($"\t{(nb ? "Kanskje det samme" : "Perhaps the same")}: {rule}");
    }
}
