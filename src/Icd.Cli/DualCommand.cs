using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping;
using Icd.Mapping.Dual;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd dual</c>: one diagnosis in both systems.</summary>
internal static class DualCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples("dual", "One diagnosis in ICD-10 and ICD-11.", "icd dual check E11.9 5A11") { CreateCheck() };
        DataCommand.RequireSubcommand(command);
        return command;
    }

    private static CommandWithExamples CreateCheck()
    {
        var icd10 = new Argument<string>("ICD10") { Description = "An ICD-10 code, or a pair such as 'A17.0+ G01*'" };
        var icd11 = new Argument<string>("ICD11") { Description = "An ICD-11 expression" };
        var release = ShowCommand.ReleaseOption();
        var command = new CommandWithExamples(
            "check", "Whether an ICD-10 code and an ICD-11 expression say the same diagnosis. Exit code 0 if they do, or one says more.",
            "icd dual check E11.9 5A11",
            "icd dual check 'A17.0+ G01*' 1B11.0 --lang nb")
        { icd10, icd11, release };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(icd10)!, parsed.GetValue(icd11)!, parsed.GetValue(release)));
        return command;
    }

    private static int Run(ParseResult parsed, string icd10, string icd11, string? release)
    {
        var language = GlobalOptions.MessageLanguageOf(parsed);
        var crosswalk = CrosswalkSource.Open(GlobalOptions.CatalogOf(parsed), ShowCommand.ParseRelease(release), null);
        if (!ClusterExpression.TryParse(icd11, out var expression, out var error)) throw new UsageException($"ICD11 '{icd11}': {error.Describe(icd11, MessageLanguage.Bokmal)}", $"ICD11 '{icd11}': {error.Describe(icd11, MessageLanguage.English)}");
        var check = new DualCoding(crosswalk).Check(Codes(icd10), in expression);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            Terminal.Json(writer => DualCheckJson.Write(writer, icd10, icd11, check, language));
        }
        else
        {
            Console.Out.WriteLine(ContractName.Of(check.Verdict));
            foreach (var reason in check.Reasons) Console.Out.WriteLine($"\t{reason.In(language)}");
            Console.Out.WriteLine($"\t{icd10} -> {(check.Derived.HasTarget ? check.Derived.Expression : "-")}  ({check.Derived.Provenance})");
        }

        return check.Verdict is DualVerdict.Contradictory or DualVerdict.NotJudged ? ExitCode.No : ExitCode.Fine;
    }

    private static Icd10Code[] Codes(string text)
    {
        if (Icd10Code.TryParse(text, out var one, out var error)) return [one];
        return DaggerPair.TryParse(text, out var dagger, out var asterisk) ? [dagger, asterisk] : throw new UsageException($"ICD10 '{text}': {error.Describe(text, MessageLanguage.Bokmal)}", $"ICD10 '{text}': {error.Describe(text, MessageLanguage.English)}");
    }
}
