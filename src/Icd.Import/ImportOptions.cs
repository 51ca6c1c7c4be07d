using Icd.Core.Codes;

namespace Icd.Import;

/// <summary>What the user knows better than the files do, and where progress is told.</summary>
public sealed record ImportOptions
{
    /// <summary>The release that all files are of; <c>default</c> to read it from each file.</summary>
    public ReleaseId Release { get; init; }

    /// <summary>BCP 47 language of all files; <see langword="null"/> to read it from each file's name.</summary>
    public string? Language { get; init; }

    /// <summary>Whether to start each release anew rather than to add to what the data directory has.</summary>
    public bool Replace { get; init; }

    /// <summary>Told the name of each file as it is begun.</summary>
    public Action<string>? Reading { get; init; }

    /// <summary>Told once when another process is importing and this one waits.</summary>
    public Action? Waiting { get; init; }
}
