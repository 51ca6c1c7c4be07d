using System.Text.Json.Nodes;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Crawl;

/// <summary>Servers that are busy, gone, or something else.</summary>
public sealed class ServerFaultTests : IDisposable
{
    private static readonly Dictionary<string, (Action<FakeIcdApi> Damage, string Message)> Damages = new()
    {
        ["no title"] = (api => api["111"].Remove("title"), "there is no title"),
        ["unknown class kind"] = (api => api["111"]["classKind"] = "topic", "'topic' is not a class kind"),
        ["no class kind"] = (api => api["111"].Remove("classKind"), "'' is not a class kind"),
        ["malformed code"] = (api => api["111"]["code"] = "IA00", "IA00"),
        ["a code twice"] = (api => api["111"]["code"] = "1A01", "1A01"),
        ["an entity twice in the tree"] = (api => ((JsonArray)api["110"]["child"]!).Add(FakeIcdApi.Uri("113")), "twice"),
        ["a circle"] = (api => api["113"]["child"] = new JsonArray(FakeIcdApi.Uri("110")), "twice"),
        ["an entity of nowhere"] = (api => api["113"]["child"] = new JsonArray(FakeIcdApi.Uri("999")), "404"),
        ["a child on another host"] = (api => api["113"]["child"] = new JsonArray("http://example.org/icd/release/11/2024-01/mms/1"), "not one of WHO's URIs"),
        ["a child that is no URI"] = (api => api["113"]["child"] = new JsonArray("x"), "not one of WHO's URIs"),
        ["a child that is a number"] = (api => api["113"]["child"] = new JsonArray(5), "not one of WHO's URIs"),
        ["a scale without axis"] = (api => api["111"]["postcoordinationScale"] = new JsonArray(new JsonObject()), "no axis name"),
        ["a scale of unknown multiplicity"] = (api => api["111"]["postcoordinationScale"] = new JsonArray(new JsonObject { ["axisName"] = "a/x", ["allowMultipleValues"] = "Perhaps" }), "'Perhaps' is not a value"),
        ["a scale that points nowhere"] = (api => api["111"]["postcoordinationScale"] = new JsonArray(new JsonObject { ["axisName"] = "a/x", ["allowMultipleValues"] = "NotAllowed", ["scaleEntity"] = new JsonArray(FakeIcdApi.Uri("999")) }), "which the release does not have"),
    };

    private readonly Crawling _crawling = new();

    private FakeIcdApi Api => _crawling.Api;

    public static TheoryData<string> Cases => [.. Damages.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task Crawl_AnswerBreaksTheSpecification_IsRefused(string why)
    {
        Damages[why].Damage(Api);
        Assert.Contains(Damages[why].Message, (await _crawling.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    /// <summary>Texts of another form are no reason to lose a release, nor to crash.</summary>
    [Theory, InlineData("definition"), InlineData("inclusion"), InlineData("exclusion"), InlineData("blockId")]
    public async Task Crawl_TextOfAnotherForm_IsLeftOut(string property)
    {
        Api["111"][property] = property switch { "definition" => "plain", "blockId" => 5, _ => new JsonArray("plain", 5, null, new JsonObject { ["label"] = 7 }) };
        Assert.Empty(Crawling.Find(await _crawling.RunAsync(), "1A00").Terms);
    }

    [Theory]
    [InlineData(404, "", "answers 404", "Check the server's address")]
    [InlineData(401, "", "answers 401", "ICD_CLIENT_ID")]
    [InlineData(403, "", "answers 403", "ICD_CLIENT_ID")]
    [InlineData(200, "<!doctype html><title>Sign in</title>", "not the JSON of an ICD-API", "address")]
    [InlineData(200, "", "not the JSON of an ICD-API", "address")]
    [InlineData(200, "[]", "not the JSON of an ICD-API", "address")]
    [InlineData(200, "{}", "has no chapters", "release")]
    [InlineData(503, "", "answers 503", "Try again later")]
    public async Task Crawl_ServerAnswersSomethingElse_IsRefusedWithAdvice(int status, string body, string message, string advice)
    {
        Api.Before = async (context, _) =>
        {
            await FakeIcdApi.SendAsync(context, status, body, "text/html");
            return true;
        };
        var exception = await _crawling.RefusedAsync();
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        // Only what may pass is asked for again.
        Assert.Equal(status == 503 ? 6 : 1, Api.Server.Requests.Count);
    }

    [Theory, InlineData("{}"), InlineData("{\"latestRelease\":5}"), InlineData("{\"latestRelease\":\"http://id.who.int/icd/release/11/mms\"}")]
    public async Task Crawl_ServerDoesNotSayItsLatestRelease_IsRefused(string body)
    {
        Api.Before = async (context, _) =>
        {
            await FakeIcdApi.SendAsync(context, 200, body);
            return true;
        };
        Assert.Contains("--release", (await _crawling.RefusedAsync(_crawling.Options() with { Release = default })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawl_NobodyAnswers_IsRefusedWithAdvice()
    {
        Api.Dispose();
        Assert.Contains("does not answer", (await _crawling.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(429), InlineData(503), InlineData(500), InlineData(408)]
    public async Task Crawl_ServerIsBusyNowAndThen_IsAskedAgain(int status)
    {
        var waits = 0;
        Api.Before = async (context, number) =>
        {
            if (number % 3 != 0) return false;
            if (status == 429) context.Response.Headers["Retry-After"] = "0";
            await FakeIcdApi.SendAsync(context, status, "");
            return true;
        };
        var release = await _crawling.RunAsync(_crawling.Options() with { Waiting = message => { Assert.Contains($"{status}", message, StringComparison.Ordinal); Interlocked.Increment(ref waits); } });
        Assert.Equal(Api.Paths.Count(), release.Count);
        Assert.InRange(waits, 3, 20);
    }

    [Fact]
    public async Task Crawl_ServerSaysHowLongToWait_WaitsThatLong()
    {
        var (clock, first) = (System.Diagnostics.Stopwatch.StartNew(), true);
        Api.Before = async (context, _) =>
        {
            if (!first) return false;
            first = false;
            context.Response.Headers["Retry-After"] = "1";
            await FakeIcdApi.SendAsync(context, 429, "");
            return true;
        };
        await _crawling.RunAsync();
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(20));
    }

    [Theory, InlineData(1), InlineData(3)]
    public async Task Crawl_Concurrency_IsNeverExceeded(int concurrency)
    {
        Api.Before = async (_, _) =>
        {
            await Task.Delay(15);
            return false;
        };
        await _crawling.RunAsync(_crawling.Options() with { Concurrency = concurrency });
        Assert.InRange(Api.Server.MostUnderWay, 1, concurrency);
        if (concurrency > 1) Assert.True(Api.Server.MostUnderWay > 1, "nothing was fetched at the same time");
    }

    public void Dispose() => _crawling.Dispose();
}
