namespace Icd.Mapping.Conversion;

/// <summary>What a conversion did, to defend every row of its output: <c>OUT.manifest.json</c>. Its JSON (camelCase names) is a contract.</summary>
public sealed record ConversionManifest
{
    /// <summary>The version of this form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    /// <summary>When the run began; after <c>--resume</c>, when its first part did.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>How long it worked, in seconds; after <c>--resume</c> all parts together, up to their last checkpoints.</summary>
    public required double Seconds { get; init; }

    /// <summary>How often the run was resumed.</summary>
    public required int Resumed { get; init; }

    /// <summary>How many threads converted.</summary>
    public required int Threads { get; init; }

    /// <summary>The input.</summary>
    public required ManifestFile Input { get; init; }

    /// <summary>The output.</summary>
    public required ManifestFile Output { get; init; }

    /// <summary>The rejects file; <see langword="null"/> where none was written.</summary>
    public required ManifestFile? Rejects { get; init; }

    /// <summary>The review file, whose rows are codes; <see langword="null"/> where none was asked for.</summary>
    public ManifestFile? Review { get; init; }

    /// <summary>Which part of the input this is; <see langword="null"/> for all of it.</summary>
    public required ManifestShard? Shard { get; init; }

    /// <summary>How the input is written.</summary>
    public required ManifestDialect Dialect { get; init; }

    /// <summary>The diagnosis columns.</summary>
    public required IReadOnlyList<ManifestColumn> Columns { get; init; }

    /// <summary>The options that decide the output, by their names on the command line.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What answered.</summary>
    public required ManifestData Data { get; init; }

    /// <summary>The columns that were added, in order.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>What was found.</summary>
    public required ConversionSummary Summary { get; init; }
}
