using System.CommandLine;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Cli;

/// <summary><c>icd validate</c>: a verdict on each expression, with the reason.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("EXPRESSION")
        {
            Description = "ICD-11 expressions; none or - reads standard input, one a line",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<string?>("--file") { Description = "Read expressions from a file, one a line", HelpName = "FILE" };
        var lenient = new Option<bool>("--lenient") { Description = "A missing required axis is a warning, and what only our axis profile refuses is not evaluated" };
        var release = ShowCommand.ReleaseOption();
        var command = new CommandWithExamples(
            "validate", "Judge ICD-11 expressions: valid, incomplete, invalid or not evaluated, with the reason. Exit code 0 if all are valid.",
            "icd validate 'NC32.Z&XK8G' CB41/1D00",
            "icd validate --file expressions.txt --json",
            "icd validate --lenient < drafts.txt")
        { inputs, file, lenient, release };
        command.SetAction(parsed => Run(
            parsed, Inputs(parsed.GetValue(inputs) ?? [], parsed.GetValue(file)), parsed.GetValue(release), parsed.GetValue(lenient) ? ValidationMode.Lenient : ValidationMode.Strict));
        return command;
    }

    /// <summary>The MMS release that judges: the newest, or the one asked for.</summary>
    public static Release JudgingRelease(ReleaseCatalog catalog, string? release)
    {
        var releaseId = ShowCommand.ParseRelease(release);
        var found = releaseId.IsNone ? catalog.Newest(Classification.Mms) : catalog.Find(Classification.Mms, releaseId);
        return found ?? throw new DataMissingException($"Release {releaseId} of ICD-11 MMS is not loaded. `icd data list` shows what is; `icd data fetch {releaseId}` loads it.");
    }

    private static IEnumerable<string> Inputs(string[] arguments, string? file)
    {
        if (file is null) return InputLines.Of(arguments);
        return arguments.Length == 0 ? File.ReadLines(file) : throw new UsageException("Give expressions or --file, not both.");
    }

    private static int Run(ParseResult parsed, IEnumerable<string> inputs, string? release, ValidationMode mode)
    {
        var language = GlobalOptions.MessageLanguageOf(parsed);
        var validator = new ExpressionValidator(new StemAxes(JudgingRelease(GlobalOptions.CatalogOf(parsed), release)));
        var json = parsed.GetValue(GlobalOptions.Json);
        var exitCode = ExitCode.Fine;
        foreach (var input in inputs)
        {
            var judged = JudgedInput.Judge(input, validator, mode, language);
            if (judged.Verdict != "valid") exitCode = ExitCode.No;
            if (json) Terminal.Json(writer => WriteJson(writer, judged));
            else WriteText(judged);
        }

        Console.Out.Flush();
        return exitCode;
    }

    private static void WriteText(JudgedInput judged)
    {
        Console.Out.WriteLine($"{judged.Verdict}\t{judged.Canonical ?? judged.Input}");
        foreach (var diagnostic in judged.Diagnostics) Console.Out.WriteLine($"\t{diagnostic.Message}");
    }

    private static void WriteJson(Utf8JsonWriter writer, JudgedInput judged)
    {
        writer.WriteStartObject();
        writer.WriteString("input", judged.Input);
        writer.WriteString("verdict", judged.Verdict);
        writer.WriteString("canonical", judged.Canonical);
        writer.WriteStartArray("diagnostics");
        foreach (var (kind, position, token, message, axis, provenance) in judged.Diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteNumber("position", position);
            writer.WriteString("token", token);
            writer.WriteString("message", message);
            writer.WriteString("axis", axis);
            writer.WriteString("provenance", provenance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One input and its verdict, ready to be written.</summary>
    private sealed record JudgedInput(string Input, string Verdict, string? Canonical, IReadOnlyList<JudgedInput.Reason> Diagnostics)
    {
        public readonly record struct Reason(string Kind, int Position, string Token, string Message, string? Axis, string? Provenance);

        public static JudgedInput Judge(string input, ExpressionValidator validator, ValidationMode mode, MessageLanguage language)
        {
            Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
            if (!ClusterExpression.TryParse(input, out var expression, ranges, out var error))
            {
                var token = input.Substring(error.Position, error.Length);
                return new(input, "syntax-error", null, [new(Terminal.Kebab(error.Kind), error.Position, token, error.Describe(input, language), null, null)]);
            }

            var verdict = validator.Validate(in expression, mode);
            var reasons = new Reason[verdict.Diagnostics.Count];
            for (var i = 0; i < reasons.Length; i++)
            {
                var diagnostic = verdict.Diagnostics[i];
                reasons[i] = new(Terminal.Kebab(diagnostic.Kind), ranges[diagnostic.Member].Start.Value, diagnostic.Token, diagnostic.Describe(language), diagnostic.Axis?.Name, diagnostic.Provenance);
            }

            return new(input, Terminal.Kebab(verdict.Kind), expression.ToString(), reasons);
        }
    }
}
