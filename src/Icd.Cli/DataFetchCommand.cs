using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Icd.Import;
using Icd.Import.Fetch;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd data fetch</c>: download WHO's files and import them.</summary>
internal static partial class DataFetchCommand
{
    public static Command Create()
    {
        var release = new Argument<string>("RELEASE") { Description = "A release id such as 2024-01" };
        var languages = new Option<string[]>("--language") { Description = "Languages of the titles (default: en); repeat or separate by commas", HelpName = "LANG", AllowMultipleArgumentsPerToken = true };
        var address = new Option<string>("--base-url") { Description = $"Where the files are (default: {FetchOptions.WhoReleaseFiles})", HelpName = "URL", DefaultValueFactory = _ => FetchOptions.WhoReleaseFiles };
        var checksums = new Option<string[]>("--sha256") { Description = "A checksum that a file must have, as FILE=SHA256; repeat for several", HelpName = "FILE=SHA256" };
        var noMapping = new Option<bool>("--no-mapping") { Description = "Leave out WHO's mapping tables" };
        var noImport = new Option<bool>("--no-import") { Description = "Download only" };
        var command = new CommandWithExamples(
            "fetch", "Download WHO's release files (resumes what was cut off) and import them. The files are WHO's: see NOTICE for the terms.",
            "icd data fetch 2024-01",
            "icd data fetch 2024-01 --language en,es",
            "icd data fetch 2024-01 --sha256 mapping.zip=6dc4… --no-import")
        { release, languages, address, checksums, noMapping, noImport };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            new FetchOptions
            {
                Release = ShowCommand.ParseRelease(parsed.GetValue(release)),
                Languages = Languages(parsed.GetValue(languages)),
                BaseAddress = WithSlash(WebAddress.Parse(parsed.GetValue(address)!)),
                Checksums = Checksums(parsed.GetValue(checksums)),
                WithMapping = !parsed.GetValue(noMapping),
                Folder = Path.Combine(GlobalOptions.DirectoryOf(parsed), "downloads"),
                Waiting = Terminal.Note,
            },
            parsed.GetValue(noImport),
            cancellation));
        return command;
    }

    /// <exception cref="UsageException">A text is no language; it would become part of an address or a header.</exception>
    public static string[] Languages(string[]? given)
    {
        if (given is not { Length: > 0 }) return ["en"];
        return [.. given.SelectMany(part => part.Split(',', StringSplitOptions.TrimEntries)).Select(Language).Distinct()];
    }

    public static string Language(string text) => LanguageTag().IsMatch(text)
        ? text
        : throw new UsageException($"'{text}' er ikke et språk; ventet er for eksempel en, es eller zh.", $"'{text}' is not a language; expected is for example en, es or zh.");

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    private static async Task<int> RunAsync(ParseResult parsed, FetchOptions options, bool noImport, CancellationToken cancellation)
    {
        // A checksum of a file that is not fetched would never be checked, and nobody would know.
        if (options.Checksums.Keys.FirstOrDefault(name => !options.FileNames.Contains(name)) is { } stranger)
            throw new UsageException($"--sha256 nevner '{stranger}', som ikke hentes; det hentes {string.Join(", ", options.FileNames)}.", $"--sha256 names '{stranger}', which is not fetched; fetched are {string.Join(", ", options.FileNames)}.");
        var files = await Progress.BarsAsync(report => new ReleaseDownload(options with { Progress = report }).FetchAsync(cancellation)).ConfigureAwait(false);
        foreach (var file in files) Terminal.Note($"{file.Path}  sha256 {file.Sha256}{(file.WasThere ? "  (was there already)" : "")}");
        if (noImport)
        {
            // Who asks for JSON gets JSON, also where nothing is imported.
            if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, files));
            return ExitCode.Fine;
        }

        // The release was asked for by its id, which is surer than any label in the files.
        return DataImportCommand.Run(parsed, Path.Combine(options.Folder, options.Release.ToString()), new ImportOptions { Release = options.Release });
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<FetchedFile> files)
    {
        writer.WriteStartObject();
        writer.WriteObjects("files", files, file =>
        {
            writer.WriteString("path", file.Path);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteBoolean("wasThere", file.WasThere);
        });
        writer.WriteEndObject();
    }

    /// <summary>Relative addresses replace the last segment of a base without a slash at its end.</summary>
    private static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static Dictionary<string, string> Checksums(string[]? given)
    {
        var checksums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in given ?? [])
        {
            if (pair.Split('=', 2) is not [var file, { Length: 64 } sha256] || sha256.AsSpan().ContainsAnyExcept(HexDigits)) throw new UsageException($"'{pair}' er ikke FIL=SHA256 med 64 heksadesimale sifre.", $"'{pair}' is not FILE=SHA256 with 64 hexadecimal digits.");
            checksums[file] = sha256;
        }

        return checksums;
    }
}
