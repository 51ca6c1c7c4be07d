using System.CommandLine;
using System.Globalization;
using Icd.Mapping.Conversion;
using Icd.Mapping.Conversion.Report;

namespace Icd.Cli;

/// <summary>The options of <c>icd convert</c>.</summary>
internal sealed class ConvertOptions
{
    private readonly Argument<string> _input = new("INPUT") { Description = "CSV or TSV, perhaps compressed with gzip; - reads standard input" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The result; .gz compresses it. Default: standard output", HelpName = "FILE", DefaultValueFactory = _ => ConversionOptions.Stream };
    private readonly Option<string[]> _columns = new("--column") { Description = "A column with diagnoses: its name or its position from 1; repeated for several", HelpName = "NAME" };
    private readonly Option<string[]> _asterisks = new("--asterisk-column") { Description = "The column with the asterisk codes of a column: DX=NAME, or NAME where one column is converted", HelpName = "DX=NAME" };
    private readonly Option<string> _direction = new("--direction") { Description = "10to11 or 11to10", DefaultValueFactory = _ => "10to11" };
    private readonly Option<string?> _separator = new("--separator") { Description = "What stands between several codes in a cell", HelpName = "TEXT" };
    private readonly Option<string?> _join = new("--join") { Description = "What stands between their targets; default: as --separator", HelpName = "TEXT" };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "Between cells, such as ; or tab; default: detected", HelpName = "CHAR" };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "utf-8, iso-8859-1 or windows-1252; default: detected", HelpName = "NAME" };
    private readonly Option<bool> _noHeader = new("--no-header") { Description = "The first row has no names; columns are given by position" };
    private readonly Option<bool> _noQuotes = new("--no-quotes") { Description = "Quotes are letters like others; default: detected" };
    private readonly Option<int?> _edition = new("--edition") { Description = "The year of the edition of ICD-10 that the codes are of", HelpName = "YEAR" };
    private readonly Option<string?> _editionColumn = new("--edition-column", "--year-column") { Description = "The column with that year, or a date", HelpName = "NAME" };
    private readonly Option<string[]> _add = new("--add") { Description = "Further columns: title, lost, alternatives; separated by commas", HelpName = "COLUMNS" };
    private readonly Option<string> _prefix = new("--prefix") { Description = "What the names of the added columns begin with", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<string?> _rejects = new("--rejects") { Description = "Where bad rows are listed; default: OUTPUT.rejects.csv", HelpName = "FILE" };
    private readonly Option<string?> _manifest = new("--manifest") { Description = "Where the manifest goes; default: OUTPUT.manifest.json", HelpName = "FILE" };
    private readonly Option<string?> _maxRejects = new("--max-rejects") { Description = "Fail when more rows than N, or than P%, are rejected", HelpName = "N|P%" };
    private readonly Option<string?> _review = new("--review") { Description = "Write the codes that need a human, by frequency, with room for decisions", HelpName = "FILE" };
    private readonly Option<string?> _report = ReportOption();
    private readonly Option<long> _reportSmallest = ReportSmallestOption();
    private readonly Option<string?> _decisions = new("--decisions") { Description = "Read decisions from a review file; they win over everything else", HelpName = "FILE" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on where a run that was cut off stopped; without one, begin" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the files of an earlier run" };
    private readonly Option<string?> _shard = new("--shard") { Description = "Convert the I-th of N parts; icd convert merge puts them together", HelpName = "I/N" };
    private readonly Option<bool> _sha256 = new("--sha256") { Description = "SHA-256 of the output in the manifest in place of CRC-32C; slower" };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads convert; default: one more than there are processors, 16 at most", HelpName = "N" };

    public Option<string?> Release { get; } = ShowCommand.ReleaseOption();

    public Option<string?> Rules { get; } = CrosswalkSource.RulesOption();

    public void AddTo(Command command)
    {
        _direction.AcceptOnlyFromAmong("10to11", "11to10");
        _delimiter.CompletionSources.Add("tab", "semicolon", "comma", "pipe");
        _encoding.CompletionSources.Add("utf-8", "iso-8859-1", "windows-1252");
        _add.CompletionSources.Add("title", "lost", "alternatives");
        command.Arguments.Add(_input);
        foreach (var option in (Option[])[
            _output, _columns, _asterisks, _direction, _separator, _join, _delimiter, _encoding, _noHeader, _noQuotes, _edition, _editionColumn, _add, _prefix, _rejects, _manifest, _maxRejects, _review,
            _report, _reportSmallest, _decisions, _resume, _force, _shard, _sha256, _threads, Release, Rules]) command.Options.Add(option);
    }

    public static Option<string?> ReportOption() => new("--report") { Description = "Write the summary as an HTML page with charts", HelpName = "FILE" };

    public static Option<long> ReportSmallestOption() => new("--report-smallest")
    {
        Description = "Numbers below this one are hidden in the report; 1 hides none",
        HelpName = "N",
        DefaultValueFactory = _ => ReportOptions.UsualSmallest,
    };

    /// <exception cref="UsageException">The number makes no sense.</exception>
    public static ReportOptions ReportOptionsOf(ParseResult parsed, Option<long> smallest) => new()
    {
        Language = GlobalOptions.MessageLanguageOf(parsed),
        Smallest = parsed.GetValue(smallest) is >= 1 and var number ? number : throw new UsageException($"--report-smallest er {parsed.GetValue(smallest)}; ventet er 1 eller mer.", $"--report-smallest is {parsed.GetValue(smallest)}; expected is 1 or more."),
    };

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public ConversionOptions Read(ParseResult parsed)
    {
        var columns = parsed.GetValue(_columns) ?? [];
        var (shard, shards) = ConvertCommand.ParseShard(parsed.GetValue(_shard));
        var (rows, percent) = ParseLimit(parsed.GetValue(_maxRejects));
        var threads = parsed.GetValue(_threads);
        if (threads < 0) throw new UsageException($"--threads er {threads}; ventet er 1 eller mer.", $"--threads is {threads}; expected is 1 or more.");
        return new()
        {
            Input = parsed.GetValue(_input)!,
            Output = parsed.GetValue(_output)!,
            Columns = columns,
            AsteriskColumns = Asterisks(parsed.GetValue(_asterisks) ?? [], columns),
            Direction = parsed.GetValue(_direction) == "11to10" ? ConversionDirection.ToIcd10 : ConversionDirection.ToIcd11,
            Separator = Unescaped(parsed.GetValue(_separator)),
            Join = Unescaped(parsed.GetValue(_join)),
            Delimiter = ParseDelimiter(parsed.GetValue(_delimiter)),
            Encoding = parsed.GetValue(_encoding),
            HasHeader = !parsed.GetValue(_noHeader),
            HasQuotes = parsed.GetValue(_noQuotes) ? false : null,
            Edition = ParseEdition(parsed.GetValue(_edition)),
            EditionColumn = parsed.GetValue(_editionColumn),
            Add = ParseAdd(parsed.GetValue(_add) ?? []),
            Prefix = parsed.GetValue(_prefix)!,
            Rejects = parsed.GetValue(_rejects),
            Manifest = parsed.GetValue(_manifest),
            MaxRejects = rows,
            MaxRejectPercent = percent,
            Review = parsed.GetValue(_review),
            Report = parsed.GetValue(_report),
            ReportOptions = ReportOptionsOf(parsed, _reportSmallest),
            Decisions = parsed.GetValue(_decisions),
            Resume = parsed.GetValue(_resume),
            Force = parsed.GetValue(_force),
            Shard = shard,
            Shards = shards,
            IsOutputSha256 = parsed.GetValue(_sha256),
            Threads = threads,
        };
    }

    private static Dictionary<string, string> Asterisks(string[] given, string[] columns)
    {
        var asterisks = new Dictionary<string, string>();
        foreach (var text in given)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 && columns.Length != 1) throw new UsageException($"Flere kolonner konverteres: si hvilken som har stjernekodene sine i '{text}', som DX={text}.", $"Several columns are converted: say whose asterisk codes '{text}' has, as DX={text}.");
            if (!asterisks.TryAdd(at < 0 ? columns[0] : text[..at], text[(at + 1)..])) throw new UsageException($"Stjernekolonnen til '{text[..at]}' er oppgitt to ganger.", $"The asterisk column of '{text[..at]}' is given twice.");
        }

        return asterisks;
    }

    private static string? Unescaped(string? text) => text is "tab" or "\\t" ? "\t" : text;

    private static char? ParseDelimiter(string? text) => Unescaped(text) switch
    {
        null => null,
        [var one] => one,
        "semicolon" => ';',
        "comma" => ',',
        "pipe" => '|',
        var other => throw new UsageException($"'{other}' kan ikke skille celler; ventet er ett tegn, eller tab.", $"'{other}' is no delimiter; expected is one character, or tab."),
    };

    private static int? ParseEdition(int? year) =>
        year is null or (>= 1900 and <= 2127) ? year : throw new UsageException($"'{year}' er ikke året for en utgave; ventet er for eksempel 2005.", $"'{year}' is no year of an edition; expected is for example 2005.");

    private static AddedColumns ParseAdd(string[] given)
    {
        var add = AddedColumns.None;
        foreach (var name in given.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            add |= name.ToLowerInvariant() switch
            {
                "title" => AddedColumns.Title,
                "lost" => AddedColumns.Lost,
                "alternatives" => AddedColumns.Alternatives,
                _ => throw new UsageException($"'{name}' er ingen kolonne som kan legges til; det er title, lost, alternatives.", $"'{name}' is no column that can be added; there are title, lost, alternatives."),
            };
        }

        return add;
    }

    private static (long? Rows, double? Percent) ParseLimit(string? text)
    {
        if (text is null) return (null, null);
        if (text.EndsWith('%') && double.TryParse(text[..^1].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return (null, percent);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? (rows, null) : throw new UsageException($"'{text}' er ingen grense; ventet er et antall rader, som 100, eller en andel, som 0,5%.", $"'{text}' is no limit; expected is a number of rows such as 100, or a share such as 0.5%.");
    }
}
