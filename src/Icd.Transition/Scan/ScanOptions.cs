namespace Icd.Transition.Scan;

/// <summary>What a scan looks at, and what of it is reported.</summary>
public sealed record ScanOptions
{
    /// <summary>The files and folders.</summary>
    public required IReadOnlyList<ScanSystem> Systems { get; init; }

    /// <summary>Findings less likely than this are left out. Default 0.5: as likely as not.</summary>
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>Further ignore files, in git's syntax, relative to <see cref="WorkingDirectory"/>.</summary>
    public IReadOnlyList<string> IgnoreFiles { get; init; } = [];

    /// <summary>Findings that are known already are counted and left out.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Paths in the report are relative to it.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>How many files are read at once; default: the machine's processors.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
