using System.Collections.Concurrent;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Crawl;

/// <summary>Rebuilds a release from an ICD-API, entity by entity: <c>icd data crawl</c>.</summary>
/// <remarks>The API is the only source of WHO's postcoordination scales; the downloads do not have them.</remarks>
public sealed class IcdApiCrawler
{
    private readonly CrawlOptions _options;
    private readonly List<string> _journals = [];

    /// <summary>A crawl with its options.</summary>
    public IcdApiCrawler(CrawlOptions options) => _options = options;

    /// <summary>Fetches what is not fetched yet, and puts the release together.</summary>
    /// <exception cref="ImportException">The server refuses or contradicts itself. What was fetched is kept for the next attempt.</exception>
    public async Task<ReleaseDraft> CrawlAsync(CancellationToken cancellation)
    {
        using var client = new IcdApiClient(_options);
        var release = _options.Release.IsNone ? await LatestAsync(client, cancellation).ConfigureAwait(false) : _options.Release;
        ReleaseDraft? draft = null;
        foreach (var language in _options.Languages) draft = await CrawlLanguageAsync(client, draft, release, language, cancellation).ConfigureAwait(false);
        return draft ?? throw new InvalidOperationException("A crawl needs a language.");
    }

    /// <summary>Removes what was kept for going on after an interruption; call it when the release is stored.</summary>
    public void Forget() => _journals.ForEach(File.Delete);

    private async Task<ReleaseId> LatestAsync(IcdApiClient client, CancellationToken cancellation)
    {
        var address = client.AddressOf($"http://id.who.int/icd/release/11/{_options.Classification.Name()}");
        var answer = await client.GetAsync(address, _options.Languages[0], cancellation).ConfigureAwait(false);
        var latest = answer.TryGetProperty("latestRelease", out var uri) && uri.ValueKind == JsonValueKind.String ? uri.GetString()! : "";
        return latest.Split('/').Select(part => ReleaseId.TryParse(part, out var release) ? release : default).FirstOrDefault(release => !release.IsNone) is { IsNone: false } found
            ? found
            : throw new ImportException(address.ToString(), "the server does not say which release is its latest", "Say one, for example --release 2024-01.");
    }

    private async Task<ReleaseDraft> CrawlLanguageAsync(IcdApiClient client, ReleaseDraft? begun, ReleaseId release, string language, CancellationToken cancellation)
    {
        var root = $"http://id.who.int/icd/release/11/{release}/{_options.Classification.Name()}";
        var path = Path.Combine(_options.WorkFolder, $"{new ReleaseKey(_options.Classification, release)}-{language}.ndjson");
        _journals.Add(path);
        using var journal = CrawlJournal.Open(path);
        var top = new ApiEntity(root, await client.GetAsync(client.AddressOf(root), language, cancellation).ConfigureAwait(false));
        var chapters = top.Children.ToList();
        if (chapters.Count == 0) throw new ImportException(client.AddressOf(root).ToString(), "the release has no chapters", "Check the release and the linearization.");

        var known = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var wave = new List<string>();
        foreach (var chapter in chapters) await AddAsync(chapter).ConfigureAwait(false);
        // The list of descendants may leave out residuals, which stand among their parent's children only.
        while (wave.Count > 0)
        {
            await FetchAsync(client, journal, wave, known, language, cancellation).ConfigureAwait(false);
            var next = wave.SelectMany(uri => new ApiEntity(uri, journal.Get(uri)).Children).Where(child => known.TryAdd(child, 0)).ToList();
            wave = next;
        }

        var draft = begun ?? (top.IsStarter
            ? new(new(_options.Classification, release, IsStarter: true), top.Title.Text)
            : new(new(_options.Classification, release), $"{_options.Classification.DisplayName()} {release}"));
        new CrawledRelease(journal, _options.Server, language, draft.Key.IsStarter).AddTo(draft, chapters);
        return draft;

        async Task AddAsync(string chapter)
        {
            if (known.TryAdd(chapter, 0)) wave.Add(chapter);
            var address = new Uri(client.AddressOf(chapter) + "?include=descendant");
            var listed = new ApiEntity(chapter, await client.GetAsync(address, language, cancellation).ConfigureAwait(false)).Descendants;
            wave.AddRange(listed.Where(uri => known.TryAdd(uri, 0)));
        }
    }

    private async Task FetchAsync(IcdApiClient client, CrawlJournal journal, List<string> wave, ConcurrentDictionary<string, byte> known, string language, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(wave.Where(uri => !journal.Has(uri)), parallel, async (uri, token) =>
        {
            var entity = await client.GetAsync(client.AddressOf(uri), language, token).ConfigureAwait(false);
            journal.Add(uri, entity);
            _options.Fetched?.Invoke(journal.Count, known.Count);
            if (_options.Pause > TimeSpan.Zero) await Task.Delay(_options.Pause, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
