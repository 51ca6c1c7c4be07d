using System.Security.Cryptography;
using Icd.Core.Codes;
using Icd.Import.Fetch;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Fetch;

/// <summary>Downloads from a file server like WHO's.</summary>
public sealed class FetchTests : IDisposable
{
    private const string Name = "SimpleTabulation-ICD-11-MMS-en.zip", Url = "/files/2024-01/" + Name;

    private readonly ReleaseFileServer _server = new();
    private readonly TemporaryFolder _folder = new();

    /// <summary>Random, so that no piece fits in the place of another; an archive, as every download is checked to be one.</summary>
    private static readonly byte[] One = Zips.OfRandom(1), Other = Zips.OfRandom(2);

    public FetchTests() => _server.Files[Url] = One;

    private FetchOptions Options => new()
    {
        Release = ReleaseId.Create(2024, 1),
        WithMapping = false,
        BaseAddress = new Uri(_server.Server.Address, "files/"),
        Folder = _folder.Path,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    };

    private string Target => _folder.File("2024-01", Name);

    [Fact]
    public async Task Fetch_SeveralFiles_AreThereWithTheirChecksums()
    {
        _server.Files["/files/2024-01/SimpleTabulation-ICD-11-MMS-es.zip"] = Other;
        _server.Files["/files/2024-01/mapping.zip"] = One;
        var files = await FetchAsync(Options with { Languages = ["en", "es"], WithMapping = true });
        string[] names = [Name, "SimpleTabulation-ICD-11-MMS-es.zip", "mapping.zip"];
        Assert.Equal(names, files.Select(file => Path.GetFileName(file.Path)));
        Assert.All(files, file => Assert.False(file.WasThere));
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
        // The form that `sha256sum -c` reads.
        var expected = files.Select(file => $"{Hash(File.ReadAllBytes(file.Path))}  {Path.GetFileName(file.Path)}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, File.ReadLines(_folder.File("2024-01", "SHA256SUMS")).Order(StringComparer.Ordinal));
        Assert.Equal(Hash(One), files[0].Sha256);
        Assert.Equal(4, Directory.GetFiles(_folder.File("2024-01")).Length);
    }

    [Fact]
    public async Task Fetch_ServerDoesNotSayTheLength_IsFetched()
    {
        _server.StatesLength = false;
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Fetch_ConnectionIsCut_GoesOnFromThere()
    {
        _server.Cut = (10_000, 3);
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
        Assert.Equal(["", "bytes=10000-", "bytes=20000-", "bytes=30000-"], _server.Ranges);
    }

    [Fact]
    public async Task Fetch_CutOffAgainAndAgain_GivesUpAndGoesOnNextTime()
    {
        _server.Cut = (5_000, 5);
        var exception = await RefusedAsync(Options);
        Assert.Contains($"ended at 25000 of {One.Length} bytes", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
        await FetchAsync(Options);
        Assert.Equal("bytes=25000-", _server.Ranges[^1]);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Fetch_FileChangedMeanwhile_StartsAnew()
    {
        _server.Cut = (5_000, 5);
        await RefusedAsync(Options);
        (_server.Files[Url], _server.Tag) = (Other, "\"two\"");
        await FetchAsync(Options);
        Assert.Equal(Other, await File.ReadAllBytesAsync(Target));
    }

    [Theory, InlineData(false, "\"one\""), InlineData(true, ""), InlineData(false, "")]
    public async Task Fetch_ServerCannotGoOn_StartsAnew(bool supportsRange, string tag)
    {
        (_server.SupportsRange, _server.Tag, _server.Cut) = (supportsRange, tag, (20_000, 2));
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Fetch_PartIsCompleteAlready_IsFetchedAnew()
    {
        // Killed between the last byte and the renaming.
        await File.WriteAllBytesAsync(Target + ".part", One);
        await File.WriteAllTextAsync(Target + ".part.etag", "\"one\"");
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
        Assert.Equal([Name, "SHA256SUMS"], Directory.GetFiles(_folder.File("2024-01")).Select(Path.GetFileName).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Fetch_ThereAndIntact_AsksNobody()
    {
        await FetchAsync(Options);
        _server.Server.Requests.Clear();
        var file = Assert.Single(await FetchAsync(Options));
        Assert.True(file.WasThere);
        Assert.Equal(Hash(One), file.Sha256);
        Assert.Empty(_server.Server.Requests);
    }

    [Fact]
    public async Task Fetch_ThereButDamaged_IsFetchedAgain()
    {
        await FetchAsync(Options);
        await File.WriteAllBytesAsync(Target, One[..^1]);
        Assert.False(Assert.Single(await FetchAsync(Options)).WasThere);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Fetch_ChecksumAsExpected_IsKept()
    {
        var options = Options with { Checksums = new Dictionary<string, string> { [Name] = Hash(One).ToUpperInvariant() } };
        await FetchAsync(options);
        Assert.True(Assert.Single(await FetchAsync(options)).WasThere);
    }

    [Fact]
    public async Task Fetch_OtherChecksumThanExpected_IsNotKept()
    {
        var exception = await RefusedAsync(Options with { Checksums = new Dictionary<string, string> { [Name] = Hash(Other) } });
        Assert.Contains($"the file's SHA-256 is {Hash(One)}, expected is {Hash(Other)}", exception.Message, StringComparison.Ordinal);
        AssertNothingKept();
    }

    [Theory, InlineData("cut off"), InlineData("page"), InlineData("bit flipped"), InlineData("empty")]
    public async Task Fetch_FileIsNoIntactArchive_IsNotKept(string damage)
    {
        var bytes = (byte[])One.Clone();
        bytes[bytes.Length / 2] ^= 1;
        _server.Files[Url] = damage switch { "cut off" => One[..^30], "page" => "<html>"u8.ToArray(), "empty" => [], _ => bytes };
        Assert.Contains("damaged", (await RefusedAsync(Options)).Message, StringComparison.Ordinal);
        AssertNothingKept();

        _server.Files[Url] = One;
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Theory, InlineData(404, 1), InlineData(403, 1), InlineData(500, 6)]
    public async Task Fetch_ServerRefuses_IsAnErrorWithAdvice(int status, int requests)
    {
        _server.Failure = (status, int.MaxValue);
        var exception = await RefusedAsync(Options);
        Assert.Contains($"answers {status}", exception.Message, StringComparison.Ordinal);
        if (status == 404) Assert.Contains("no such release or language", exception.Message, StringComparison.Ordinal);
        Assert.Equal(requests, _server.Server.Requests.Count);
    }

    [Theory, InlineData(503), InlineData(429)]
    public async Task Fetch_ServerIsBusyAtFirst_IsAskedAgain(int status)
    {
        _server.Failure = (status, 2);
        await FetchAsync(Options);
        Assert.Equal(One, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Fetch_NobodyAnswers_IsAnErrorWithAdvice()
    {
        _server.Dispose();
        Assert.Contains("icd data import", (await RefusedAsync(Options)).Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<FetchedFile>> FetchAsync(FetchOptions options) => new ReleaseDownload(options).FetchAsync(default);

    private static async Task<ImportException> RefusedAsync(FetchOptions options)
    {
        var exception = await Assert.ThrowsAsync<ImportException>(() => FetchAsync(options));
        Assert.Contains(Name, exception.Message, StringComparison.Ordinal);
        return exception;
    }

    private void AssertNothingKept() => Assert.DoesNotContain(Directory.GetFiles(_folder.File("2024-01")), file => file.EndsWith(".zip", StringComparison.Ordinal) || file.EndsWith(".part", StringComparison.Ordinal) || file.EndsWith("SUMS", StringComparison.Ordinal));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }
}
