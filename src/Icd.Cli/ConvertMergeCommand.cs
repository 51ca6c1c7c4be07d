using System.CommandLine;
using Icd.Mapping.Conversion;

namespace Icd.Cli;

/// <summary><c>icd convert merge</c>: the shards of a conversion put together.</summary>
internal static class ConvertMergeCommand
{
    public static Command Create()
    {
        var shards = new Argument<string[]>("SHARD") { Description = "The outputs of all shards, each with its manifest beside it, in any order", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The result", HelpName = "FILE", Required = true };
        var force = new Option<bool>("--force") { Description = "Replace the files of an earlier run" };
        var review = new Option<string?>("--review") { Description = "Put the shards' review files together: the codes that need a human, by frequency in the whole", HelpName = "FILE" };
        var (report, smallest) = (ConvertOptions.ReportOption(), ConvertOptions.ReportSmallestOption());
        var command = new CommandWithExamples(
            "merge", "Put the shards of a conversion together, when all are there and fit. The result is what one run would have written.",
            "icd convert merge out.*of4.csv -o out.csv",
            "icd convert merge out.*of4.csv -o out.csv --review review.csv")
        { shards, output, force, review, report, smallest };
        command.SetAction(parsed =>
        {
            var reportOptions = ConvertOptions.ReportOptionsOf(parsed, smallest);
            var manifest = ConvertCommand.Guarded(() => ShardMerge.Merge(parsed.GetValue(shards)!, parsed.GetValue(output)!, parsed.GetValue(force), parsed.GetValue(review), parsed.GetValue(report), reportOptions), null, GlobalOptions.MessageLanguageOf(parsed), out var exitCode);
            if (manifest is null) return exitCode;
            if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => ConversionText.WriteJson(writer, manifest));
            else ConversionText.Write(Console.Error, manifest, null, GlobalOptions.LanguageOf(parsed) == "nb");
            return ExitCode.Fine;
        });
        return command;
    }
}
