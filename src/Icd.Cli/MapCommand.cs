using System.CommandLine;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd map</c>: ICD-10 codes to ICD-11 and back, with the reason.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("CODE")
        {
            Description = "ICD-10 codes, pairs such as 'A17.0+ G01*', or ICD-11 expressions; - reads standard input, one a line",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var batch = new Option<bool>("--batch") { Description = "Read codes or expressions from standard input, one a line" };
        var file = new Option<string?>("--file") { Description = "Read codes or expressions from a file, one a line", HelpName = "FILE" };
        var (release, rules) = (ShowCommand.ReleaseOption(), CrosswalkSource.RulesOption());
        var command = new CommandWithExamples(
            "map", "Map ICD-10 codes to ICD-11 expressions and back. Exit code 0 if all have a target.",
            "icd map E11.3 V4n1a",
            "icd map 'A17.0+ G01*' --lang nb",
            "icd map 5A11 'NC32.2&XK8G/PA60'",
            "icd map --batch --json < codes.txt")
        { inputs, batch, file, rules, release };
        command.SetAction(parsed => Run(parsed, Inputs(parsed.GetValue(inputs) ?? [], parsed.GetValue(batch), parsed.GetValue(file)), parsed.GetValue(release), parsed.GetValue(rules)));
        return command;
    }

    private static IEnumerable<string> Inputs(string[] arguments, bool batch, string? file)
    {
        if (batch && (file is not null || arguments.Length > 0)) throw new UsageException("--batch leser standard inn; oppgi verken koder eller --file i tillegg.", "--batch reads standard input; give neither codes nor --file beside it.");
        return batch ? InputLines.Of([]) : ValidateCommand.Inputs(arguments, file);
    }

    private static int Run(ParseResult parsed, IEnumerable<string> inputs, string? release, string? rules)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var mapper = new CodeMapper(catalog, CrosswalkSource.Open(catalog, ShowCommand.ParseRelease(release), rules), GlobalOptions.MessageLanguageOf(parsed));
        var json = parsed.GetValue(GlobalOptions.Json);
        if (mapper.Note is { } note && !json) Terminal.Note(note);
        var exitCode = ExitCode.Fine;
        foreach (var input in inputs)
        {
            var mapped = mapper.Map(input);
            if (mapped.Expression is null) exitCode = ExitCode.No;
            if (json) Terminal.Json(writer => MappedJson.Write(writer, mapped));
            else WriteText(mapped);
        }

        Console.Out.Flush();
        return exitCode;
    }

    private static void WriteText(MappedCode mapped)
    {
        Console.Out.WriteLine($"{Terminal.Visible(mapped.Input)}\t{mapped.Expression ?? "-"}\t{mapped.Relation ?? mapped.Message}{(mapped.Review ? "\treview" : "")}");
        if (mapped.Title is { } title) Console.Out.WriteLine($"\t{title}");
        foreach (var lost in mapped.Lost) Console.Out.WriteLine($"\t- {lost}");
        foreach (var added in mapped.Added) Console.Out.WriteLine($"\t+ {added}");
        foreach (var (expression, condition) in mapped.Alternatives) Console.Out.WriteLine($"\t? {expression}  {condition}");
        if (mapped.Relation is not null && mapped.Message is { } message) Console.Out.WriteLine($"\t{message}");
        if (mapped.Provenance.Length > 0) Console.Out.WriteLine($"\t({mapped.Provenance})");
    }
}
