using System.CommandLine;
using System.Text.Json;
using Icd.Mapping;
using Icd.Mapping.Export;
using Icd.Mapping.Rules;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd crosswalk</c>: the crosswalk as a whole.</summary>
internal static class CrosswalkCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples(
            "crosswalk", "Check the mapping rules, count how well codes are answered, export the crosswalk.",
            "icd crosswalk check --rules data/crosswalk",
            "icd crosswalk coverage")
        { CreateCheck(), CreateCoverage(), CreateExport() };
        DataCommand.RequireSubcommand(command);
        return command;
    }

    private static CommandWithExamples CreateCheck()
    {
        var (release, rules) = (ShowCommand.ReleaseOption(), CrosswalkSource.RulesOption());
        var command = new CommandWithExamples(
            "check", "Check that our mapping rules yield valid expressions. Exit code 0 if all do.",
            "icd crosswalk check",
            "icd crosswalk check --rules data/crosswalk --release 2024-01")
        { rules, release };
        command.SetAction(parsed => Check(parsed, CrosswalkSource.Open(GlobalOptions.CatalogOf(parsed), ShowCommand.ParseRelease(parsed.GetValue(release)), parsed.GetValue(rules))));
        return command;
    }

    private static CommandWithExamples CreateCoverage()
    {
        var (release, rules) = (ShowCommand.ReleaseOption(), CrosswalkSource.RulesOption());
        var command = new CommandWithExamples(
            "coverage", "Count how the codes of the Norwegian ICD-10 are answered: chapter by chapter with our rules, and in all without them.",
            "icd crosswalk coverage",
            "icd crosswalk coverage --json")
        { rules, release };
        command.SetAction(parsed =>
        {
            var catalog = GlobalOptions.CatalogOf(parsed);
            var releaseId = ShowCommand.ParseRelease(parsed.GetValue(release));
            return Coverage(parsed, CrosswalkSource.Open(catalog, releaseId, parsed.GetValue(rules)), Crosswalk.Open(catalog, releaseId, CrosswalkRules.None)!);
        });
        return command;
    }

    private static CommandWithExamples CreateExport()
    {
        var format = new Option<string>("--format") { Description = "csv, sql, conceptmap-r4 or conceptmap-r5", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "sql", "conceptmap-r4", "conceptmap-r5");
        var (release, rules) = (ShowCommand.ReleaseOption(), CrosswalkSource.RulesOption());
        var command = new CommandWithExamples(
            "export", "Write the crosswalk of all Norwegian ICD-10 codes for other engines.",
            "icd crosswalk export > crosswalk.csv",
            "icd crosswalk export --format sql | psql",
            "icd crosswalk export --format conceptmap-r5 > ConceptMap.json")
        { format, rules, release };
        command.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(format)!.StartsWith("conceptmap", StringComparison.Ordinal);
            if (parsed.GetValue(GlobalOptions.Json) && !isJson) throw new UsageException("--json hører til --format conceptmap-r5 eller conceptmap-r4, som er JSON.", "--json goes with --format conceptmap-r5 or conceptmap-r4, which are JSON.");
            Export(CrosswalkSource.Open(GlobalOptions.CatalogOf(parsed), ShowCommand.ParseRelease(parsed.GetValue(release)), parsed.GetValue(rules)), parsed.GetValue(format)!);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Export(Crosswalk crosswalk, string format)
    {
        using var stream = Console.OpenStandardOutput();
        if (format.StartsWith("conceptmap", StringComparison.Ordinal))
        {
            ConceptMapExport.Write(crosswalk, format == "conceptmap-r4" ? FhirVersion.R4 : FhirVersion.R5, stream);
            return;
        }

        using var writer = new StreamWriter(stream, bufferSize: 1 << 16);
        if (format == "csv") TableExport.WriteCsv(crosswalk, writer);
        else TableExport.WriteSql(crosswalk, writer);
    }

    private static int Check(ParseResult parsed, Crosswalk crosswalk)
    {
        if (crosswalk.Release.Key.IsStarter) throw new DataMissingException("Rules are checked against an official release, and none is imported: `icd data import` or `icd data fetch` brings one.");
        var problems = crosswalk.Problems().ToList();
        if (parsed.GetValue(GlobalOptions.Json))
        {
            Terminal.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("release", crosswalk.Release.Key.ToString());
                writer.WriteTexts("problems", problems);
                writer.WriteEndObject();
            });
        }
        else
        {
            foreach (var problem in problems) Console.Out.WriteLine(problem);
            Terminal.Note(problems.Count == 0 ? "Every rule yields valid expressions." : $"{problems.Count} problems.");
        }

        return problems.Count == 0 ? ExitCode.Fine : ExitCode.No;
    }

    private static int Coverage(ParseResult parsed, Crosswalk crosswalk, Crosswalk whoOnly)
    {
        var rows = CrosswalkCoverage.Of(crosswalk, whoOnly).Select(row => (Method: "rules", Row: row))
            .Append((Method: "parent fallback", Row: CrosswalkCoverage.Of(whoOnly, whoOnly)[^1]))
            .Append((Method: "exact lookup", Row: CrosswalkCoverage.OfExactLookup(whoOnly)[^1])).ToList();
        if (parsed.GetValue(GlobalOptions.Json))
        {
            Terminal.Json(writer => WriteJson(writer, crosswalk, rows));
            return ExitCode.Fine;
        }

        Console.Out.WriteLine("| ICD-10 chapter | codes | equivalent | cluster, without loss | says more | broader, loss named | residual, loss named | unmapped | unanswered | loss beyond WHO's |");
        Console.Out.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (method, row) in rows)
        {
            var name = row.Chapter.Length > 0 ? row.Chapter : method == "rules" ? "all" : $"all, WHO's table with {method}";
            Console.Out.WriteLine($"| {name} | {row.Codes} | {row.Equivalent} | {row.Postcoordinated} | {row.MoreSpecific} | {row.Broader} | {row.Residual} | {row.Unmapped} | {row.Unanswered} | {row.LossBeyondWho} |");
        }

        return ExitCode.Fine;
    }

    private static void WriteJson(Utf8JsonWriter writer, Crosswalk crosswalk, List<(string Method, CrosswalkCoverage Row)> rows)
    {
        writer.WriteStartObject();
        writer.WriteString("release", crosswalk.Release.Key.ToString());
        writer.WriteString("edition", crosswalk.Edition.Key.ToString());
        writer.WriteObjects("rows", rows, counted =>
        {
            var (method, row) = counted;
            writer.WriteString("method", method.Replace(' ', '-'));
            writer.WriteString("chapter", row.Chapter.Length > 0 ? row.Chapter : null);
            writer.WriteNumber("codes", row.Codes);
            writer.WriteNumber("equivalent", row.Equivalent);
            writer.WriteNumber("postcoordinated", row.Postcoordinated);
            writer.WriteNumber("moreSpecific", row.MoreSpecific);
            writer.WriteNumber("broader", row.Broader);
            writer.WriteNumber("residual", row.Residual);
            writer.WriteNumber("unmapped", row.Unmapped);
            writer.WriteNumber("unanswered", row.Unanswered);
            writer.WriteNumber("lossBeyondWho", row.LossBeyondWho);
        });
        writer.WriteEndObject();
    }
}
