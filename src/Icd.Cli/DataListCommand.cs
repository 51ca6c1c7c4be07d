using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;
using Spectre.Console;

namespace Icd.Cli;

/// <summary><c>icd data list</c>: which releases there are.</summary>
internal static class DataListCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples("list", "List the releases on this machine.", "icd data list", "icd data list --json");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (catalog, language) = (GlobalOptions.CatalogOf(parsed), GlobalOptions.MessageLanguageOf(parsed));
        var found = catalog.Keys.Select(key => Open(catalog, key, language)).ToList();
        if (parsed.GetValue(GlobalOptions.Json)) WriteJson(catalog, found);
        else WriteTable(catalog, found);
        foreach (var problem in found.Select(item => item.Problem).OfType<string>()) Terminal.Error(problem);
        return found.Exists(item => item.Problem is not null) ? ExitCode.Data : ExitCode.Fine;
    }

    private static (ReleaseKey Key, Release? Release, string? Path, string? Problem) Open(ReleaseCatalog catalog, ReleaseKey key, MessageLanguage language)
    {
        var path = Path.Combine(catalog.DataDirectory, key.FileName);
        var file = File.Exists(path) ? path : null;
        try
        {
            return (key, catalog.Open(key), file, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (key, null, file, FileErrors.Describe(exception, language));
        }
    }

    private static void WriteJson(ReleaseCatalog catalog, List<(ReleaseKey Key, Release? Release, string? Path, string? Problem)> found) => Terminal.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("dataDirectory", catalog.DataDirectory);
        writer.WriteStartArray("releases");
        foreach (var (key, release, path, problem) in found) ReleaseJson.Write(writer, key, release, path, problem);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTable(ReleaseCatalog catalog, List<(ReleaseKey Key, Release? Release, string? Path, string? Problem)> found)
    {
        Console.Out.WriteLine($"Data directory: {catalog.DataDirectory}{(Directory.Exists(catalog.DataDirectory) ? "" : " (not there yet)")}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Release", "Languages", "Entities", "Codes", "Scales", "From");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        foreach (var (key, release, path, _) in found)
        {
            table.AddRow(
                new Text(key.ToString()),
                new Text(release is null ? "damaged" : string.Join(" ", release.Languages)),
                new Text($"{release?.Count}"),
                new Text($"{release?.Entities.Count(entity => entity.IsSelectable)}"),
                new Text(release is null ? "" : release.HasScales ? "yes" : "no"),
                new Text(path is null ? "built in" : "data directory"));
        }

        AnsiConsole.Write(table);
        if (!catalog.Keys.Any(key => key.Classification == Classification.Icd10))
            Terminal.Note("The Norwegian ICD-10 and ICPC-2 are missing: this build had no Node.js. Install Node.js 20 or newer and build again.");
        if (!catalog.Keys.Any(key => key is { Classification: Classification.Mms, IsStarter: false }))
            Terminal.Note("No official ICD-11 release yet: `icd data fetch 2024-01` downloads one, `icd data import FILE` imports a file that you have.");
    }
}
