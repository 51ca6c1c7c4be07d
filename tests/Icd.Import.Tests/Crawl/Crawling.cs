using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Crawl;
using Icd.Import.Store;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Crawl;

/// <summary>Crawls of one test, with a server and a data directory of their own.</summary>
internal sealed class Crawling : IDisposable
{
    public FakeIcdApi Api { get; } = new();

    public TemporaryFolder Folder { get; } = new();

    public string Journal(string language = "en") => Folder.File("crawl", $"mms-2024-01-{language}.ndjson");

    public CrawlOptions Options(params string[] languages) => new()
    {
        Server = Api.Server.Address,
        Release = ReleaseId.Create(2024, 1),
        Languages = languages.Length > 0 ? languages : ["en"],
        WorkFolder = Folder.File("crawl"),
        RetryDelay = TimeSpan.FromMilliseconds(1),
    };

    public async Task<ReleaseDraft> DraftAsync(CrawlOptions? options = null, CancellationToken cancellation = default) =>
        await new IcdApiCrawler(options ?? Options()).CrawlAsync(cancellation);

    /// <summary>Crawls and stores, as the command does.</summary>
    public async Task<Release> RunAsync(CrawlOptions? options = null)
    {
        var crawler = new IcdApiCrawler(options ?? Options());
        var stored = new ReleaseStore(Folder.File("data")).Save(await crawler.CrawlAsync(default));
        crawler.Forget();
        return stored.Release;
    }

    public async Task<ImportException> RefusedAsync(CrawlOptions? options = null)
    {
        var exception = await Assert.ThrowsAsync<ImportException>(() => RunAsync(options));
        Assert.Matches(@": .+\. [A-Z].+\.$", exception.Message);
        return exception;
    }

    public static Entity Find(Release release, string code) => release.TryFind(code, out var entity) ? entity : throw new InvalidDataException(code + " is missing");

    public void Dispose()
    {
        Api.Dispose();
        Folder.Dispose();
    }
}
