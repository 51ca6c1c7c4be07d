using System.CommandLine;
using System.Text.Json;
using Icd.Import;
using Icd.Import.Mapping;
using Icd.Import.Store;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd data import</c>: WHO's files into the data directory.</summary>
internal static class DataImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A SimpleTabulation, LinearizationMiniOutput or mapping file (zip, txt, xlsx), or a folder of them" };
        var release = new Option<string?>("--release") { Description = "The release that the files are of, where they do not say so themselves", HelpName = "ID" };
        var fileLanguage = new Option<string?>("--language") { Description = "The language of the titles, where the file names do not say so", HelpName = "LANG" };
        var replace = new Option<bool>("--replace") { Description = "Start the release anew instead of adding to what is there" };
        var command = new CommandWithExamples(
            "import", "Import WHO's release files and mapping tables.",
            "icd data import SimpleTabulation-ICD-11-MMS-en.zip",
            "icd data import ~/Downloads/icd11       every release and language below a folder",
            "icd data import simpletabulation.xlsx --release 2022-02 --language en")
        { path, release, fileLanguage, replace };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(path)!, new ImportOptions
        {
            Release = ShowCommand.ParseRelease(parsed.GetValue(release)),
            Language = parsed.GetValue(fileLanguage) is { } language ? DataFetchCommand.Language(language) : null,
            Replace = parsed.GetValue(replace),
        }));
        return command;
    }

    public static int Run(ParseResult parsed, string path, ImportOptions options)
    {
        var directory = GlobalOptions.DirectoryOf(parsed);
        var report = Progress.Status("Importing", status => ReleaseImport.Import(path, directory, options with
        {
            Reading = name => status($"Reading {name}"),
            Waiting = () => status("Waiting for another import into the same data directory"),
        }));
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, report));
        else WriteText(report);
        return ExitCode.Fine;
    }

    private static void WriteText(ImportReport report)
    {
        foreach (var note in report.Notes) Terminal.Note("Note: " + note);
        foreach (var skipped in report.Skipped.GroupBy(file => file.Reason))
            Terminal.Note($"Passed over {Named([.. skipped.Select(file => Path.GetFileName(file.Name))])}: {skipped.Key}");
        foreach (var stored in report.Crosswalks)
            Console.Out.WriteLine($"{Terminal.Bold($"crosswalk-{stored.Crosswalk.Release}")}: {stored.Crosswalk.Count} ICD-10 codes, {stored.Crosswalk.Sources.Count} {(stored.Crosswalk.Sources.Count == 1 ? "table" : "tables")} -> {stored.Path}");
        foreach (var stored in report.Releases)
            Console.Out.WriteLine($"{Terminal.Bold(stored.Release.Key.ToString())}: {stored.Release.Count} entities, {string.Join(" ", stored.Release.Languages)}, {Size(stored)} -> {stored.Path}");
    }

    private static string Named(string[] files) => files is [var first, var second, _, ..] ? $"{first}, {second} and {files.Length - 2} more" : string.Join(", ", files);

    private static string Size(StoredRelease stored) => $"{new FileInfo(stored.Path).Length / 1024.0 / 1024.0:0.0} MB";

    private static void WriteJson(Utf8JsonWriter writer, ImportReport report)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("releases");
        foreach (var stored in report.Releases) ReleaseJson.Write(writer, stored.Release.Key, stored.Release, stored.Path, null);
        writer.WriteEndArray();
        writer.WriteStartArray("crosswalks");
        foreach (var stored in report.Crosswalks) WriteCrosswalk(writer, stored);
        writer.WriteEndArray();
        writer.WriteObjects("skipped", report.Skipped, file =>
        {
            var (name, reason) = file;
            writer.WriteString("file", name);
            writer.WriteString("reason", reason);
        });
        writer.WriteTexts("notes", report.Notes);
        writer.WriteEndObject();
    }

    private static void WriteCrosswalk(Utf8JsonWriter writer, StoredCrosswalk stored)
    {
        writer.WriteStartObject();
        writer.WriteString("release", stored.Crosswalk.Release.ToString());
        writer.WriteNumber("codes", stored.Crosswalk.Count);
        writer.WriteObjects("tables", stored.Crosswalk.Sources, source =>
        {
            writer.WriteString("table", ContractName.Of(source.Table));
            writer.WriteString("name", source.Name);
            writer.WriteNumber("rows", source.Rows);
            writer.WriteString("sha256", source.Sha256);
        });
        writer.WriteString("path", stored.Path);
        writer.WriteEndObject();
    }
}
