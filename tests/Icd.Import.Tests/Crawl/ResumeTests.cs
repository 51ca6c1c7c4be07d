using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Crawl;

/// <summary>A crawl of an hour must not begin anew because of its last minute.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Crawling _crawling = new();

    private FakeIcdApi Api => _crawling.Api;

    [Fact]
    public async Task Crawl_ServerFailsHalfway_GoesOnWithoutFetchingAnythingTwice()
    {
        Api.Before = async (context, number) =>
        {
            if (number <= 8) return false;
            await FakeIcdApi.SendAsync(context, 403, "");
            return true;
        };
        await _crawling.RefusedAsync(_crawling.Options() with { Concurrency = 1 });
        var kept = File.ReadLines(_crawling.Journal()).Count();
        Assert.InRange(kept, 3, 7);

        Api.Before = null;
        await AssertGoesOnAsync(kept);
    }

    [Fact]
    public async Task Crawl_Cancelled_GoesOnWithoutFetchingAnythingTwice()
    {
        using var cancellation = new CancellationTokenSource();
        var options = _crawling.Options() with { Concurrency = 1, Fetched = (done, _) => { if (done == 4) cancellation.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _crawling.DraftAsync(options, cancellation.Token));
        Assert.Equal(4, File.ReadLines(_crawling.Journal()).Count());
        await AssertGoesOnAsync(4);
    }

    /// <summary>What a kill leaves is half a line; what a disk fault leaves can be anything. It is fetched again.</summary>
    [Theory, InlineData("{\"http://id.who.int/icd/rel"), InlineData("\n"), InlineData("[]\n"), InlineData("{}\n"), InlineData("null\n"), InlineData("\0\0\0\0"), InlineData("\xFF\xFE\n{}\n")]
    public async Task Crawl_JournalEndsInGarbage_IsCutOffThere(string garbage)
    {
        var expected = await _crawling.DraftAsync(_crawling.Options() with { Concurrency = 1 });
        var lines = await File.ReadAllLinesAsync(_crawling.Journal());
        await File.WriteAllTextAsync(_crawling.Journal(), string.Concat(lines.Take(4).Select(line => line + "\n")) + garbage);
        Api.Server.Requests.Clear();

        var again = await _crawling.DraftAsync();
        Assert.Equal(expected.Compile(), again.Compile());
        Assert.Equal(Api.Paths.Count() - 4, Api.Paths.Sum(Api.RequestsFor));
        Assert.Equal(Api.Paths.Count(), File.ReadLines(_crawling.Journal()).Count());
    }

    [Fact]
    public async Task Crawl_SecondLanguageFails_FirstIsKept()
    {
        Api.Before = async (context, _) =>
        {
            if (context.Request.Headers["Accept-Language"] != "es") return false;
            await FakeIcdApi.SendAsync(context, 404, "");
            return true;
        };
        await _crawling.RefusedAsync(_crawling.Options("en", "es"));
        (Api.Before, var before) = (null, Api.Paths.Sum(Api.RequestsFor));
        await _crawling.RunAsync(_crawling.Options("en", "es"));
        Assert.Equal(before + Api.Paths.Count(), Api.Paths.Sum(Api.RequestsFor));
    }

    private async Task AssertGoesOnAsync(int kept)
    {
        Api.Server.Requests.Clear();
        var release = await _crawling.RunAsync();
        Assert.Equal(Api.Paths.Count(), release.Count);
        Assert.Equal(Api.Paths.Count() - kept, Api.Paths.Sum(Api.RequestsFor));
    }

    public void Dispose() => _crawling.Dispose();
}
