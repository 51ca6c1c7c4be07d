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
        command.SetAction(parsed => ValidateCommand.Run(parsed, ValidateCommand.Inputs(parsed.GetValue(inputs) ?? [], parsed.GetValue(file)), parsed.GetValue(release), ValidationMode.Strict, WriteText));
        return command;
    }

    private static void WriteText(JudgedExpression judged)
    {
        // A line for every line: what cannot be read stays as it was, and the reason goes to standard error.
        Console.Out.WriteLine(judged.Canonical is { } canonical ? judged.Replacement ?? canonical : Terminal.Visible(judged.Input));
        foreach (var reason in judged.Diagnostics) Terminal.Note($"{Terminal.Visible(judged.Input)}: {reason.Message}");
    }
}
