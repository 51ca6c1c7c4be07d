using Icd.Core.Codes;

namespace Icd.Import.Fetch;

/// <summary>What to download.</summary>
public sealed record FetchOptions
{
    /// <summary>WHO's release files on the web.</summary>
    public const string WhoReleaseFiles = "https://icdcdn.who.int/static/releasefiles/";

    /// <summary>The release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The languages of the tabulation.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Whether to bring the mapping tables too.</summary>
    public bool WithMapping { get; init; } = true;

    /// <summary>The names of the files to download.</summary>
    public IReadOnlyList<string> FileNames =>
        [.. Languages.Select(language => $"SimpleTabulation-ICD-11-MMS-{language}.zip"), .. WithMapping ? ["mapping.zip"] : Array.Empty<string>()];

    /// <summary>Where the files are: below it, a folder a release.</summary>
    public Uri BaseAddress { get; init; } = new(WhoReleaseFiles);

    /// <summary>Where downloads are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>The SHA-256 that files must have, by file name, lower-case hexadecimal; those not named are recorded only.</summary>
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    /// <summary>The first wait before a failed request is tried again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Told the file, the bytes that are there, and how many there will be (0 where the server does not say).</summary>
    public Action<string, long, long>? Progress { get; init; }

    /// <summary>Told when a request waits before it is tried again.</summary>
    public Action<string>? Waiting { get; init; }
}
