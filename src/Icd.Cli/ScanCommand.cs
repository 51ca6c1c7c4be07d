using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Transition.Scan;
using Icd.Transition.Scan.Reports;

namespace Icd.Cli;

/// <summary><c>icd scan</c>: what in source code, settings and data depends on ICD-10.</summary>
internal static class ScanCommand
{
    private static readonly string[] Formats = ["text", "json", "csv", "sarif", "html"];
    private static readonly string[] Risks = ["low", "medium", "high"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; ignore files in them are obeyed", Arity = ArgumentArity.ZeroOrMore };
        var system = new Option<string[]>("--system") { Description = "A folder with the name of the system that it holds, for the roll-up; repeated for several", HelpName = "NAME=PATH" };
        var confidence = new Option<double>("--min-confidence") { Description = "Leave out findings less likely than this, 0 to 1 (default: 0.5)", DefaultValueFactory = _ => 0.5, HelpName = "N" };
        var ignore = new Option<string[]>("--ignore") { Description = "A further ignore file, in git's syntax, relative to the working directory; repeated for several", HelpName = "FILE" };
        var baseline = new Option<string?>("--baseline") { Description = "Leave out the findings of this baseline file", HelpName = "FILE" };
        var writeBaseline = new Option<string?>("--write-baseline") { Description = "Write all findings as a baseline file", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "text, json, csv, sarif or html", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--output") { Description = "Write the report to a file instead of standard output", HelpName = "FILE" };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit code 1 where there is a finding of this risk or a higher one: low, medium or high" };
        failOn.AcceptOnlyFromAmong(Risks);
        var release = ShowCommand.ReleaseOption();
        var rules = CrosswalkSource.RulesOption();
        var command = new CommandWithExamples(
            "scan", "Find ICD-10 codes, ranges, patterns, field lengths and names in source code and data, and what ICD-11 changes for each. Nothing is written to what is scanned.",
            "icd scan src",
            "icd scan --system EPJ=~/src/epj --system NPR=~/src/npr --format html --output icd10.html --lang nb",
            "icd scan . --format sarif --output icd10.sarif --baseline icd10-known.json --fail-on high")
        { paths, system, confidence, ignore, baseline, writeBaseline, format, output, failOn, rules, release };
        command.SetAction(parsed =>
        {
            var options = new ScanOptions
            {
                Systems = Systems(parsed.GetValue(paths) ?? [], parsed.GetValue(system) ?? []),
                MinConfidence = parsed.GetValue(confidence) is >= 0 and <= 1 and var least ? least : throw new UsageException("--min-confidence er et tall fra 0 til 1.", "--min-confidence is a number from 0 to 1."),
                IgnoreFiles = [.. (parsed.GetValue(ignore) ?? []).Select(Existing)],
                Baseline = parsed.GetValue(baseline) is { } known ? ReadBaseline(known) : null,
            };
            var asJson = parsed.GetValue(GlobalOptions.Json);
            if (asJson && parsed.GetValue(format) is not ("text" or "json")) throw new UsageException("--json er kort for --format json; oppgi ett format.", "--json is short for --format json; give one format.");
            var catalog = GlobalOptions.CatalogOf(parsed);
            var crosswalk = CrosswalkSource.Open(catalog, ShowCommand.ParseRelease(parsed.GetValue(release)), parsed.GetValue(rules));
            if (crosswalk.Release.Key.IsStarter) Terminal.Note("No official ICD-11 release is imported: findings are the same, but what they become is known for a part of the codes only (`icd data fetch`).");
            var watch = Stopwatch.StartNew();
            var report = new Scanner(crosswalk, catalog.TitleOf).Scan(options);
            watch.Stop();
            if (parsed.GetValue(writeBaseline) is { } file) WriteBaseline(report, file);
            Write(report, asJson ? "json" : parsed.GetValue(format)!, parsed.GetValue(output), GlobalOptions.MessageLanguageOf(parsed), watch.Elapsed);
            var threshold = parsed.GetValue(failOn) switch { "low" => Risk.Low, "medium" => Risk.Medium, "high" => Risk.High, _ => (Risk?)null };
            return threshold is { } risk && report.Findings.Any(finding => finding.Risk >= risk) ? ExitCode.No : ExitCode.Fine;
        });
        return command;
    }

    private static List<ScanSystem> Systems(string[] paths, string[] named)
    {
        var systems = new List<ScanSystem>();
        foreach (var text in named)
        {
            var at = text.IndexOf('=');
            if (at < 1 || at == text.Length - 1) throw new UsageException($"--system '{text}' er ikke NAVN=STI.", $"--system '{text}' is not NAME=PATH.");
            systems.Add(new(text[..at], Existing(text[(at + 1)..])));
        }

        systems.AddRange(paths.Select(path => new ScanSystem(path, Existing(path))));
        return systems.Count > 0 ? systems : throw new UsageException("Oppgi en fil eller mappe som skal gjennomgås.", "Name a file or folder to scan.");
    }

    private static string Existing(string path) => File.Exists(path) || Directory.Exists(path) ? path : throw new DataMissingException($"There is no file or folder {path}. Check the path.");

    private static Baseline ReadBaseline(string path)
    {
        using var stream = File.OpenRead(Existing(path));
        try
        {
            return Baseline.Read(stream);
        }
        catch (FormatException exception)
        {
            throw new DataMissingException($"{path}: {exception.Message}");
        }
    }

    private static void WriteBaseline(ScanReport report, string path)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Baseline.Write(report.Findings, writer);
        Terminal.Note($"{report.Findings.Count} findings written to {path}.");
    }

    private static void Write(ScanReport report, string format, string? path, MessageLanguage language, TimeSpan elapsed)
    {
        if (format == "text" && path is null)
        {
            ScanText.Write(report, Console.Out, language, elapsed);
            Console.Out.Flush();
            return;
        }

        using var stream = path is null ? Console.OpenStandardOutput() : File.Create(path);
        switch (format)
        {
            case "json" or "sarif":
                using (var writer = new Utf8JsonWriter(stream, new() { Indented = format == "sarif", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                {
                    if (format == "json") FindingJson.Write(report, writer, language);
                    else Sarif.Write(report, ToolVersion.Text, writer, language);
                }

                stream.WriteByte((byte)'\n');
                break;
            default:
                using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == "csv" && path is not null), 1 << 16))
                {
                    if (format == "csv") FindingCsv.Write(report, writer, language);
                    else if (format == "html") ScanHtml.Write(report, writer, language);
                    else ScanText.Write(report, writer, language, elapsed);
                }

                break;
        }

        if (path is not null) Terminal.Note($"{report.Findings.Count.ToString(CultureInfo.InvariantCulture)} findings written to {path}.");
    }
}
