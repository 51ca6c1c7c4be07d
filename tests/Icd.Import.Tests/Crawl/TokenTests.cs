using System.Collections.Concurrent;
using Icd.Import.Crawl;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Crawl;

/// <summary>OAuth2 client credentials, as WHO's public server demands them.</summary>
public sealed class TokenTests : IDisposable
{
    private const string Secret = "s3cret&=% value";

    private readonly Crawling _crawling = new();
    private readonly ConcurrentQueue<string> _forms = [];
    private readonly LoopbackServer _tokens;

    private Func<int, (int Status, string Body)> _answer = number => (200, $$"""{"access_token":"token{{number}}","expires_in":3600,"token_type":"Bearer"}""");

    public TokenTests() => _tokens = new(async context =>
    {
        using var reader = new StreamReader(context.Request.InputStream);
        _forms.Enqueue(await reader.ReadToEndAsync());
        var (status, body) = _answer(_forms.Count);
        await FakeIcdApi.SendAsync(context, status, body);
    });

    private CrawlOptions Options => _crawling.Options() with { Credentials = new("me", Secret, new Uri(_tokens.Address, "connect/token")) };

    [Fact]
    public async Task Crawl_WithCredentials_AsksOnceForATokenAndSendsItEverywhere()
    {
        var sent = new ConcurrentBag<string?>();
        _crawling.Api.Before = (context, _) =>
        {
            sent.Add(context.Request.Headers["Authorization"]);
            return Task.FromResult(false);
        };
        await _crawling.RunAsync(Options);
        Assert.Equal(["Bearer token1"], sent.Distinct());
        var form = System.Web.HttpUtility.ParseQueryString(Assert.Single(_forms));
        Assert.Equal(("client_credentials", "icdapi_access", "me", Secret), (form["grant_type"], form["scope"], form["client_id"], form["client_secret"]));
    }

    [Fact]
    public async Task Crawl_TokenIsRefusedHalfway_AsksForOneNewOne()
    {
        var withdrawn = false;
        _crawling.Api.Before = async (context, number) =>
        {
            withdrawn |= number > 6;
            if (context.Request.Headers["Authorization"] == (withdrawn ? "Bearer token2" : "Bearer token1")) return false;
            await FakeIcdApi.SendAsync(context, 401, "");
            return true;
        };
        var release = await _crawling.RunAsync(Options);
        Assert.Equal(_crawling.Api.Paths.Count(), release.Count);
        // However many requests were refused at the same moment.
        Assert.Equal(2, _forms.Count);
    }

    [Fact]
    public async Task Crawl_EveryTokenIsRefused_GivesUpAfterOneNewOne()
    {
        _crawling.Api.Before = async (context, _) =>
        {
            await FakeIcdApi.SendAsync(context, 401, "");
            return true;
        };
        AssertSecret(await _crawling.RefusedAsync(Options), "answers 401");
        Assert.Equal(2, _forms.Count);
        Assert.Equal(2, _crawling.Api.Server.Requests.Count);
    }

    [Fact]
    public async Task Crawl_TokenExpiresAtOnce_IsRenewedBeforeItIsUsedAgain()
    {
        _answer = number => (200, $$"""{"access_token":"token{{number}}","expires_in":1}""");
        await _crawling.RunAsync(Options with { Concurrency = 1 });
        Assert.Equal(_crawling.Api.Server.Requests.Count, _forms.Count);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_client\"}", "gives no token (status 400)")]
    [InlineData(200, "<html>", "not an access token")]
    [InlineData(200, "{}", "not an access token")]
    [InlineData(200, "[]", "not an access token")]
    [InlineData(200, "{\"access_token\":5}", "not an access token")]
    [InlineData(200, "{\"access_token\":\"a\",\"expires_in\":\"soon\"}", "not an access token")]
    public async Task Crawl_NoToken_IsRefusedWithoutShowingTheSecret(int status, string body, string message)
    {
        _answer = _ => (status, body);
        AssertSecret(await _crawling.RefusedAsync(Options), message);
        Assert.Empty(_crawling.Api.Server.Requests);
    }

    [Theory, InlineData("http://example.org/token"), InlineData("http://192.0.2.1:8080/token"), InlineData("http://localhost.example.org/token")]
    public async Task Crawl_TokenAddressNotEncrypted_IsRefusedBeforeAnythingIsSent(string address)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        AssertSecret(await _crawling.RefusedAsync(Options with { Credentials = new("me", Secret, new Uri(address)) }), "unencrypted");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), "it was tried");
    }

    [Fact]
    public async Task Crawl_TokenServerDoesNotAnswer_IsRefusedWithoutShowingTheSecret()
    {
        _tokens.Dispose();
        AssertSecret(await _crawling.RefusedAsync(Options), "does not answer");
    }

    [Fact]
    public void ToString_Credentials_LeavesOutTheSecret() =>
        Assert.DoesNotContain(Secret, $"{Options.Credentials} {Options}", StringComparison.Ordinal);

    private static void AssertSecret(ImportException exception, string message)
    {
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _crawling.Dispose();
    }
}
