using System.Net;
using Icd.Api.Hosting;
using Icd.Api.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Icd.Api.Tests.Hosting;

public class SecurityTests
{
    private const string Address = "/api/v1/entities/5A11";

    private static readonly (string Key, string Hash) Reader = ApiKey.Create(), Administrator = ApiKey.Create();

    private static Dictionary<string, string> Keys(params (string Key, string Value)[] more) => new Dictionary<string, string>
    {
        ["Icd:Security:ApiKeys:0:Name"] = "reader",
        ["Icd:Security:ApiKeys:0:Hash"] = Reader.Hash,
        ["Icd:Security:ApiKeys:1:Name"] = "administrator",
        ["Icd:Security:ApiKeys:1:Hash"] = Administrator.Hash,
        ["Icd:Security:ApiKeys:1:Scopes:0"] = "admin",
    }.Concat(more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).ToDictionary();

    [Fact]
    public async Task Keys_OpenWhatTheirScopesSay()
    {
        await using var server = new ApiServer(Keys());
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated");
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", ("X-Api-Key", Reader.Key + "x"));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", ("X-Api-Key", Reader.Hash));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", ("Authorization", "Bearer " + Reader.Key));
        await ExpectAsync(server, Address, HttpStatusCode.OK, null, ("X-Api-Key", Reader.Key));
        await ExpectAsync(server, "/api/v1/admin/status", HttpStatusCode.Forbidden, "not-allowed", ("X-Api-Key", Reader.Key));
        await ExpectAsync(server, "/api/v1/admin/status", HttpStatusCode.OK, null, ("X-Api-Key", Administrator.Key));
        // The scope of administration is no scope of reading unless its key has both; its default was replaced, not added to.
        await ExpectAsync(server, "/api/v1/releases", HttpStatusCode.Unauthorized, "not-authenticated");
        await ExpectAsync(server, "/health/live", HttpStatusCode.OK, null);
        await ExpectAsync(server, "/health/ready", null, null);
    }

    [Fact]
    public async Task Failures_TooManyFromOneAddress_AreRefusedBeforeTheyAreLookedAt()
    {
        await using var server = new ApiServer(Keys());
        for (var i = 0; i < 60; i++) await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated");
        await ExpectAsync(server, Address, HttpStatusCode.TooManyRequests, "too-many-requests");
        await ExpectAsync(server, Address, HttpStatusCode.OK, null, ("X-Api-Key", Reader.Key));
    }

    [Fact]
    public async Task Rate_IsByClientAndSaysWhenToComeAgain()
    {
        await using var server = new ApiServer(Keys(("Icd:Security:RequestsPerSecond", "1"), ("Icd:Security:Burst", "3")));
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", Reader.Key);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var response = await client.GetAsync(Address);
            answers.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) Assert.NotNull(response.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await ExpectAsync(server, "/api/v1/admin/status", HttpStatusCode.OK, null, ("X-Api-Key", Administrator.Key));
    }

    [Fact]
    public async Task Tokens_OfTheIssuer_OpenWhatTheirScopesSay()
    {
        using var issuer = new TokenIssuer();
        using var stranger = new TokenIssuer();
        await using var server = new ApiServer(new()
        {
            ["Icd:Security:Jwt:Authority"] = issuer.Authority,
            ["Icd:Security:Jwt:Audience"] = "icd",
            ["Icd:Security:Jwt:ReadScope"] = "nhn:icd/read",
            ["Icd:Security:Jwt:AdminScope"] = "nhn:icd/admin",
            ["Icd:Security:Jwt:RequireHttps"] = "false",
        });
        await ExpectAsync(server, Address, HttpStatusCode.OK, null, Bearer(issuer.Token("icd", "nhn:icd/read other")));
        await ExpectAsync(server, "/api/v1/admin/status", HttpStatusCode.OK, null, Bearer(issuer.Token("icd", "nhn:icd/admin")));
        await ExpectAsync(server, Address, HttpStatusCode.Forbidden, "not-allowed", Bearer(issuer.Token("icd", "other")));
        await ExpectAsync(server, "/api/v1/admin/status", HttpStatusCode.Forbidden, "not-allowed", Bearer(issuer.Token("icd", "nhn:icd/read")));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer(issuer.Token("another", "nhn:icd/read")));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer(issuer.Token("icd", "nhn:icd/read", lifetime: TimeSpan.FromMinutes(-5))));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer(stranger.Token("icd", "nhn:icd/read", issuer.Authority)));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer(stranger.Token("icd", "nhn:icd/read")));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer(issuer.Unsigned("icd", "nhn:icd/read")));
        await ExpectAsync(server, Address, HttpStatusCode.Unauthorized, "not-authenticated", Bearer("nonsense"));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080", true)]
    [InlineData("urls", "http://*:8080", true)]
    [InlineData("urls", "http://[::]:8080", true)]
    [InlineData("urls", "http://localhost:1;http://epj.example.no:80", true)]
    [InlineData("urls", "http://192.168.1.4:80", true)]
    [InlineData("HTTP_PORTS", "8080", true)]
    [InlineData("Kestrel:Endpoints:A:Url", "https://+:443", true)]
    [InlineData("urls", "http://localhost:5010", false)]
    [InlineData("urls", "http://127.0.0.1:0;http://[::1]:5", false)]
    [InlineData("urls", "http://unix:/run/icd.sock", false)]
    public void Exposure_AddressesOfOthers_AreFound(string key, string value, bool isExposed)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        Assert.Equal(isExposed, Exposure.Find(configuration) is not null);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1", HttpStatusCode.Forbidden, "security-not-configured")]
    [InlineData("Forwarded", "for=10.0.0.1", HttpStatusCode.Forbidden, "security-not-configured")]
    [InlineData("Host", "evil.example", HttpStatusCode.BadRequest, "malformed-request")]
    public async Task Open_ReachedFromElsewhere_IsRefused(string header, string value, HttpStatusCode status, string code)
    {
        await using var server = new ApiServer();
        await ExpectAsync(server, Address, status, code, (header, value));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Open_AdministrationFromAnotherPage_IsRefused(string header, string value)
    {
        await using var server = new ApiServer();
        var (status, json) = await server.AskAsync("/api/v1/admin/reload", HttpMethod.Post, null, (header, value));
        Assert.Equal((HttpStatusCode.Forbidden, "not-allowed"), (status, json.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Cors_OnlyListedOrigins()
    {
        await using var server = new ApiServer(Keys(("Icd:Security:Cors:0", "https://epj.example.no")));
        using var client = server.CreateClient();
        Assert.Equal("https://epj.example.no", await PreflightAsync(client, "https://epj.example.no"));
        Assert.Null(await PreflightAsync(client, "https://evil.example"));

        static async Task<string?> PreflightAsync(HttpClient client, string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, Address);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "x-api-key");
            using var response = await client.SendAsync(request);
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        }
    }

    [Theory]
    [InlineData(Address, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")]
    [InlineData("/no-such-page", "default-src 'none'; script-src 'self';")]
    public async Task Headers_OfEveryAnswer_TellBrowsersWhatNotToDo(string address, string policy)
    {
        await using var server = new ApiServer();
        using var client = server.CreateClient();
        using var response = await client.GetAsync(address);
        Assert.StartsWith(policy, Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    [Fact]
    public void HashKey_PrintsAKeyAndItsHashOnly()
    {
        using var output = new StringWriter();
        Assert.Equal(0, ApiKey.PrintNew(output));
        var words = output.ToString().Split([' ', '\n', '='], StringSplitOptions.RemoveEmptyEntries);
        var key = Assert.Single(words, word => word.StartsWith("icd_", StringComparison.Ordinal));
        Assert.Equal(ApiKey.Hash(key), Assert.Single(words, ApiKey.IsHash));
    }

    [Theory]
    [InlineData("Icd:Security:ApiKeys:0:Hash", "the-key-itself", "is not a hash")]
    [InlineData("Icd:Security:Jwt:Authority", "http://issuer.example", "https")]
    [InlineData("Icd:Security:Cors:0", "*", "Expected is an origin")]
    [InlineData("Icd:Security:Proxies:0", "proxy", "no IP address")]
    [InlineData("Icd:Limits:BodyBytes", "0", "above zero")]
    [InlineData("Icd:Watch", "-00:00:01", "Icd:Watch")]
    [InlineData("Icd:DataDirectory", " ", "Icd:DataDirectory is empty")]
    public async Task Settings_Wrong_StopTheStartAndSayHowToMendThem(string key, string value, string expected)
    {
        var exception = await Record.ExceptionAsync(async () =>
        {
            await using var server = new RealServer([$"--{key}={value}"]);
            await server.InitializeAsync();
        });
        Assert.IsType<Microsoft.Extensions.Options.OptionsValidationException>(exception);
        Assert.Contains(expected, exception.ToString());
    }

    private static (string, string) Bearer(string token) => ("Authorization", "Bearer " + token);

    private static async Task ExpectAsync(ApiServer server, string address, HttpStatusCode? status, string? code, params (string, string)[] headers)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status is null || status == response.StatusCode, $"{address}: {(int)response.StatusCode} {text}");
        if (code is not null) Assert.Contains($"\"code\":\"{code}\"", text);
    }
}
