using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Crawl;

/// <summary>What to crawl, and how gently.</summary>
public sealed record CrawlOptions
{
    /// <summary>The server, such as <c>https://id.who.int/</c> or <c>http://localhost:80/</c>.</summary>
    public required Uri Server { get; init; }

    /// <summary>MMS or ICF.</summary>
    public Classification Classification { get; init; } = Classification.Mms;

    /// <summary>The release; <c>default</c> for the server's latest.</summary>
    public ReleaseId Release { get; init; }

    /// <summary>BCP 47 languages, the first one the one whose tree counts.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Where what was fetched is kept until the crawl is complete, so that it can go on after an interruption.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>How many requests are under way at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How long each of them waits after an answer; 0 for a server of one's own.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The first wait before a failed request is tried again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>OAuth2 client credentials; WHO's public server demands them, a local one does not.</summary>
    public ClientCredentials? Credentials { get; init; }

    /// <summary>Told how many entities are fetched and how many are known of.</summary>
    public Action<int, int>? Fetched { get; init; }

    /// <summary>Told when a request waits before it is tried again.</summary>
    public Action<string>? Waiting { get; init; }
}
