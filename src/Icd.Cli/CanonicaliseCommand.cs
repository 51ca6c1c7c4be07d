using System.CommandLine;
using Icd.Core.Postcoordination;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd canonicalise</c>: the shortest expression that says exactly the same.</summary>
internal static class CanonicaliseCommand
{
    public static Command Create()
    {
        var inputs = ValidateCommand.InputArgument();
        var file = ValidateCommand.FileOption();
        var release = ShowCommand.ReleaseOption();
        var command = new CommandWithExamples(
            "canonicalise", "Print each ICD-11 expression canonically, a precoordinated stem in place of a combination that it says exactly. Exit code 0 if all are valid.",
            "icd canonicalise 'NC32.Z & xk8g & XA8U33'",
            "icd canonicalise --json < expressions.txt")
        { inputs, file, release };
        command.Aliases.Add("canonicalize");
        command.SetAction(parsed => Run(parsed, ValidateCommand.Inputs(parsed.GetValue(inputs) ?? [], parsed.GetValue(file)), parsed.GetValue(release)));
        return command;
    }

    private static int Run(ParseResult parsed, IEnumerable<string> inputs, string? release)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var judge = ValidateCommand.Judge(parsed, catalog, release, ValidationMode.Strict);
        var json = parsed.GetValue(GlobalOptions.Json);
        var exitCode = ExitCode.Fine;
        foreach (var input in inputs)
        {
            var judged = judge.Judge(input);
            if (judged.Verdict != "valid") exitCode = ExitCode.No;
            if (json) Terminal.Json(writer => JudgedJson.Write(writer, judged));
            else if (judged.Canonical is { } canonical) Console.Out.WriteLine(judged.Replacement ?? canonical);
            // A line for every line: what cannot be read stays as it was, and the reason goes to standard error.
            else Console.Out.WriteLine(Terminal.Visible(input));
            if (!json) foreach (var reason in judged.Diagnostics) Terminal.Note($"{Terminal.Visible(input)}: {reason.Message}");
        }

        Console.Out.Flush();
        return exitCode;
    }
}
