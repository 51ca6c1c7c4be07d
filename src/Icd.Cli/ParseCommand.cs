using System.CommandLine;
using Icd.Core.Codes;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd parse</c>: syntax only, no release needed.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("EXPRESSION")
        {
            Description = "ICD-10 codes, ICD-11 codes, entity URIs or expressions; none or - reads standard input, one a line",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var system = new Option<string>("--system")
        {
            Description = "What the input is: icd10, icd11, or auto (a digit in second place makes an ICD-10 code)",
            DefaultValueFactory = _ => "auto",
        };
        system.AcceptOnlyFromAmong("auto", "icd10", "icd11");
        var command = new CommandWithExamples(
            "parse", "Check the form of codes and expressions, and print them canonically.",
            "icd parse 'NC32.Z & xk8g & XJ7YM'      canonical form, members and their positions",
            "icd parse E119 V0n0a 'A17.0†'          ICD-10 codes",
            "icd parse --json < expressions.txt     one JSON object a line")
        { inputs, system };
        command.SetAction(parsed => Run(parsed, InputLines.Of(parsed.GetValue(inputs) ?? []), parsed.GetValue(system)!));
        return command;
    }

    private static int Run(ParseResult parsed, IEnumerable<string> inputs, string system)
    {
        var language = GlobalOptions.MessageLanguageOf(parsed);
        var json = parsed.GetValue(GlobalOptions.Json);
        var exitCode = ExitCode.Fine;
        foreach (var input in inputs)
        {
            var result = ParsedInput.Read(input, system);
            if (!result.Error.IsNone) exitCode = ExitCode.No;
            if (json) Terminal.Json(writer => ParsedJson.Write(writer, result, language));
            else WriteText(result, language);
        }

        Console.Out.Flush();
        return exitCode;
    }

    private static void WriteText(ParsedInput result, MessageLanguage language)
    {
        if (result.Error.IsNone)
        {
            Console.Out.WriteLine(Terminal.Code(result.Canonical!));
            foreach (var member in result.Members)
                Console.Out.WriteLine(Terminal.Faint($"  {member.Position + 1,3}  {member.Role,-9}  {member.Text}"));
            return;
        }

        Console.Out.WriteLine(Terminal.Visible(result.Input));
        // The caret stands under the character at fault; tabs are kept so that it lines up.
        var indent = string.Concat(result.Input.Take(result.Error.Position).Select(c => c == '\t' ? '\t' : ' '));
        Console.Out.WriteLine($"{indent}{new string('^', Math.Max(1, result.Error.Length))}");
        Console.Out.WriteLine("  " + Terminal.Visible(result.Error.Describe(result.Input, language)));
        if (result.Proposal is { } proposal)
            Console.Out.WriteLine($"  {(language == MessageLanguage.Bokmal ? "Mente du" : "Did you mean")} {Terminal.Code(proposal)}?");
    }
}
