using System.CommandLine;
using System.Globalization;
using Icd.Core.Codes;
using Icd.Mapping;
using Icd.Mapping.Conversion;

namespace Icd.Cli;

/// <summary><c>icd convert</c>: files of any size, row by row.</summary>
internal static class ConvertCommand
{
    /// <summary>Bytes: more than opening the releases and working out the answers for a whole list of codes takes.</summary>
    private const long RoomForAnswers = 128 << 20;

    public static Command Create()
    {
        var options = new ConvertOptions();
        var command = new CommandWithExamples(
            "convert", "Convert the diagnosis columns of a file: every row is kept as it is, the answers are appended.",
            "icd convert patients.csv -o patients-icd11.csv --column hoveddiagnose",
            "icd convert npr-2005.csv.gz -o npr-2005-icd11.csv.gz --column tilstand1 --column tilstand2 --edition 2005 --review review.csv",
            "icd convert patients.csv -o patients-icd11.csv --column hoveddiagnose --resume",
            "cut -f 2 codes.tsv | icd convert - --no-header --column 1 > converted.csv")
        { ConvertMergeCommand.Create() };
        options.AddTo(command);
        // Beside this thread, so that Ctrl-C is heard while rows are converted.
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, options, cancellation), cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, ConvertOptions options, CancellationToken cancellation)
    {
        PutOffCollecting();
        var conversion = options.Read(parsed);
        var json = parsed.GetValue(GlobalOptions.Json);
        if (json && conversion.Output == ConversionOptions.Stream) throw new UsageException("--json og radene kan ikke begge gå til standard ut: oppgi en fil med --output.", "--json and the rows cannot both go to standard output: name a file with --output.");
        var catalog = GlobalOptions.CatalogOf(parsed);
        var crosswalk = CrosswalkSource.Open(catalog, ShowCommand.ParseRelease(parsed.GetValue(options.Release)), parsed.GetValue(options.Rules));
        if (crosswalk.Release.Key.IsStarter) Terminal.Note("No official ICD-11 release is imported: targets are given, but not all of them can be checked.");
        else if (crosswalk.Who is null) Terminal.Note("WHO's mapping tables are not imported: only our own rules answer.");
        var nb = GlobalOptions.LanguageOf(parsed) == "nb";
        var manifest = Guarded(() => ConversionDisplay.Show(conversion.Input, nb, report => new BatchConversion(crosswalk, catalog).Run(conversion, report, cancellation)), conversion, GlobalOptions.MessageLanguageOf(parsed), out var exitCode);
        if (manifest is null) return exitCode;
        if (json) Terminal.Json(writer => ConversionText.WriteJson(writer, manifest));
        else ConversionText.Write(Console.Error, manifest, conversion, nb);
        return ExitCode.Fine;
    }

    /// <summary>
    /// Nearly all that a run allocates it allocates in its first half second, and keeps most of it: to collect then would stop all threads and find little. When the room is used
    /// up, .NET collects as always.
    /// </summary>
    private static void PutOffCollecting()
    {
        try
        {
            GC.TryStartNoGCRegion(RoomForAnswers);
        }
        catch (ArgumentOutOfRangeException)
        {
            // There is not so much memory, as in a small container: it is collected when it must be.
        }
    }

    /// <summary>Turns what goes wrong into messages and exit codes.</summary>
    public static ConversionManifest? Guarded(Func<ConversionManifest> run, ConversionOptions? conversion, MessageLanguage language, out int exitCode)
    {
        exitCode = ExitCode.Data;
        try
        {
            return run();
        }
        catch (ConversionException exception) when (exception.Problem == ConversionProblem.Usage)
        {
            throw new UsageException(exception.Text);
        }
        catch (ConversionException exception)
        {
            Terminal.Error(exception.Text.In(language));
            if (exception.Problem == ConversionProblem.TooManyRejects) exitCode = ExitCode.No;
            return null;
        }
        catch (IOException exception) when (exception.HResult != Terminal.BrokenPipe && conversion is { Output: not ConversionOptions.Stream })
        {
            var what = FileErrors.Describe(exception, language).TrimEnd('.');
            Terminal.Error(new MapText(
                $"{what}. Det som er konvertert, er tatt vare på: rett feilen (er disken full?) og kjør samme kommando med --resume.",
                $"{what}. What was converted is kept: mend this (is the disk full?) and run the same command with --resume.").In(language));
            return null;
        }
        catch (OperationCanceledException)
        {
            var stopped = conversion is { Output: ConversionOptions.Stream }
                ? new MapText("Stoppet. Det som gikk til en strøm, kan ikke tas opp igjen: med en fil i --output går det.", "Stopped. What went to a stream cannot be taken up: name a file with --output to be able to.")
                : new MapText("Stoppet. Det som er konvertert, er tatt vare på: samme kommando med --resume går videre.", "Stopped. What was converted is kept: the same command with --resume goes on.");
            Terminal.Error(stopped.In(language));
            return null;
        }
    }

    /// <summary>Reads <c>2/4</c>.</summary>
    public static (int Index, int Count) ParseShard(string? text) =>
        text is null ? (0, 0)
        : text.Split('/') is [var index, var count] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && i >= 1 && i <= n
            ? (i, n)
            : throw new UsageException($"'{text}' er ingen del; ventet er for eksempel 2/4, den andre av fire.", $"'{text}' is not a shard; expected is for example 2/4, the second of four.");
}
