using Icd.Mapping.Conversion.Report;

namespace Icd.Mapping.Conversion;

/// <summary>What to convert, and how.</summary>
public sealed record ConversionOptions
{
    /// <summary>The name of a stream in place of a file: standard input or output.</summary>
    public const string Stream = "-";

    /// <summary>The input's path, or <see cref="Stream"/>.</summary>
    public required string Input { get; init; }

    /// <summary>The output's path, or <see cref="Stream"/>. A name that ends in <c>.gz</c> is compressed.</summary>
    public required string Output { get; init; }

    /// <summary>What is read where <see cref="Input"/> is <see cref="Stream"/>; standard input where this is <see langword="null"/>.</summary>
    public System.IO.Stream? InputStream { get; init; }

    /// <summary>What is written where <see cref="Output"/> is <see cref="Stream"/>; standard output where this is <see langword="null"/>.</summary>
    public System.IO.Stream? OutputStream { get; init; }

    /// <summary>Which way.</summary>
    public ConversionDirection Direction { get; init; }

    /// <summary>The diagnosis columns: names, whatever their case, or positions from 1.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns with asterisk codes by the diagnosis column they belong to, both written as in <see cref="Columns"/>.</summary>
    public IReadOnlyDictionary<string, string> AsteriskColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands between several codes in a cell; <see langword="null"/> where a cell has one.</summary>
    public string? Separator { get; init; }

    /// <summary>What stands between their targets; <see cref="Separator"/> where this is <see langword="null"/>.</summary>
    public string? Join { get; init; }

    /// <summary>Between cells; <see langword="null"/> to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary><c>utf-8</c>, <c>iso-8859-1</c> or <c>windows-1252</c>; <see langword="null"/> to detect it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether quotes are letters like others; <see langword="null"/> to detect it.</summary>
    public bool? HasQuotes { get; init; }

    /// <summary>Whether the first row has names.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The year of the edition that the codes are of.</summary>
    public int? Edition { get; init; }

    /// <summary>The column with that year, or with a date.</summary>
    public string? EditionColumn { get; init; }

    /// <summary>Further columns.</summary>
    public AddedColumns Add { get; init; }

    /// <summary>What the names of added columns begin with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How many threads convert; 0 for one a processor and one more, 16 at most.</summary>
    public int Threads { get; init; }

    /// <summary>Whether the output's checksum is SHA-256, which takes longer than the conversion; otherwise CRC-32C.</summary>
    public bool IsOutputSha256 { get; init; }

    /// <summary>Whether files of an earlier run may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to go on where a run that was cut off stopped.</summary>
    public bool Resume { get; init; }

    /// <summary>Which part of the input, from 1; 0 for all of it.</summary>
    public int Shard { get; init; }

    /// <summary>How many parts there are.</summary>
    public int Shards { get; init; }

    /// <summary>More rejected rows than this fail the run.</summary>
    public long? MaxRejects { get; init; }

    /// <summary>A larger share of rejected rows than this fails the run, in percent.</summary>
    public double? MaxRejectPercent { get; init; }

    /// <summary>The rejects file; <see langword="null"/> for the output's name with <c>.rejects.csv</c>, or none for a stream.</summary>
    public string? Rejects { get; init; }

    /// <summary>The manifest; <see langword="null"/> for the output's name with <c>.manifest.json</c>, or none for a stream.</summary>
    public string? Manifest { get; init; }

    /// <summary>Where to write the review file; <see langword="null"/> for none.</summary>
    public string? Review { get; init; }

    /// <summary>Where to write the report; <see langword="null"/> for none.</summary>
    public string? Report { get; init; }

    /// <summary>How the report is written.</summary>
    public ReportOptions ReportOptions { get; init; } = new();

    /// <summary>A review file with decisions; <see langword="null"/> for none.</summary>
    public string? Decisions { get; init; }

    /// <summary>How often the state is kept.</summary>
    internal TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the output is written through: a disk that is full, for tests.</summary>
    internal Func<Stream, Stream> Through { get; init; } = stream => stream;

    internal string? RejectsPath => Rejects ?? (Output == Stream ? null : Output + ".rejects.csv");

    internal string? ManifestPath => Manifest ?? (Output == Stream ? null : Output + ".manifest.json");

    internal bool IsCompressed => Output.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    internal string JoinText => Join ?? Separator ?? "";

    /// <summary>The options that decide what the output is, by their names on the command line.</summary>
    internal IReadOnlyDictionary<string, string> Deciding()
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["column"] = string.Join('\t', Columns),
            ["direction"] = Direction == ConversionDirection.ToIcd11 ? "10to11" : "11to10",
        };
        Set("add", Add == AddedColumns.None ? null : Add.ToString().ToLowerInvariant());
        Set("asterisk-column", AsteriskColumns.Count == 0 ? null : string.Join('\t', AsteriskColumns.Select(pair => $"{pair.Key}={pair.Value}")));
        Set("delimiter", Delimiter?.ToString());
        Set("edition", Edition?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set("edition-column", EditionColumn);
        Set("encoding", Encoding);
        Set("gzip", IsCompressed ? "yes" : null);
        Set("join", Join);
        Set("no-header", HasHeader ? null : "yes");
        Set("no-quotes", HasQuotes == false ? "yes" : null);
        Set("prefix", Prefix.Length > 0 ? Prefix : null);
        Set("separator", Separator);
        return options;

        void Set(string name, string? value)
        {
            if (value is not null) options[name] = value;
        }
    }
}
