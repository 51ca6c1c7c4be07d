using System.Net;
using Icd.Api.Hosting;
using Icd.Api.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Icd.Api.Tests.Hosting;

public class SecurityTests
{
    private const string Address = "/api/v1/entities/5A11", Origin = "https://epj.example.no";

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

    [Theory]
    [InlineData("GET", Address, "x-api-key,accept-language,if-none-match")]
    [InlineData("POST", "/api/v1/validate", "authorization,content-type")]
    [InlineData("POST", "/fhir/r4/CodeSystem/$lookup", "x-api-key,content-type")]
    [InlineData("POST", "/icd/release/11/2024-01/mms/search", "x-api-key,api-version,accept-language")]
    [InlineData("POST", "/analytics/clientanalytics", "x-api-key,content-type")]
    public async Task Cors_Preflight_IsForListedOriginsOnly(string method, string address, string headers)
    {
        await using var server = new ApiServer(Keys(("Icd:Security:Cors:0", Origin)));
        using var client = server.CreateClient();
        Assert.Equal((Origin, true), await PreflightAsync(Origin, method, headers));
        Assert.Equal((null, false), await PreflightAsync("https://evil.example", method, headers));
        Assert.Equal((null, false), await PreflightAsync("http://epj.example.no", method, headers));
        Assert.Equal((null, false), await PreflightAsync("null", method, headers));
        Assert.False((await PreflightAsync(Origin, method, headers + ",x-other")).AllowsAll, "a header that is none of ours");

        async Task<(string? Origin, bool AllowsAll)> PreflightAsync(string origin, string method, string asked)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, address);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", method);
            request.Headers.Add("Access-Control-Request-Headers", asked);
            using var response = await client.SendAsync(request);
            var allowed = string.Join(',', Values(response, "Access-Control-Allow-Headers")).Split(',', StringSplitOptions.TrimEntries);
            var isAllowed = Values(response, "Access-Control-Allow-Methods").Any(methods => methods.Contains(method, StringComparison.Ordinal));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"), "nothing rides along with a request");
            return (Values(response, "Access-Control-Allow-Origin").SingleOrDefault(), isAllowed && asked.Split(',').All(header => allowed.Contains(header, StringComparer.OrdinalIgnoreCase)));
        }
    }

    /// <summary>A page reads what went wrong, too, and the headers that it needs.</summary>
    [Theory]
    [InlineData(Address, true, HttpStatusCode.OK)]
    [InlineData(Address, false, HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/entities/QQ99", true, HttpStatusCode.NotFound)]
    [InlineData("/fhir/r4/CodeSystem/$lookup", true, HttpStatusCode.BadRequest)]
    [InlineData("/icd/release/11/mms", true, HttpStatusCode.OK)]
    [InlineData("/icd/entity/1", true, HttpStatusCode.NotFound)]
    public async Task Cors_Answers_AreForListedOriginsOnly(string address, bool withKey, HttpStatusCode status)
    {
        await using var server = new ApiServer(Keys(("Icd:Security:Cors:0", Origin), ("Icd:Security:Cors:1", "https://other.example.no")));
        using var client = server.CreateClient();
        foreach (var (origin, allowed) in ((string, string?)[])[(Origin, Origin), ("https://evil.example", null)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Origin", origin);
            if (withKey) request.Headers.Add("X-Api-Key", Reader.Key);
            using var response = await client.SendAsync(request);
            Assert.Equal((status, allowed), (response.StatusCode, Values(response, "Access-Control-Allow-Origin").SingleOrDefault()));
            if (allowed is null) continue;
            Assert.Contains("Origin", string.Join(',', Values(response, "Vary")), StringComparison.Ordinal);
            Assert.Contains("API-Version", string.Join(',', Values(response, "Access-Control-Expose-Headers")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cors_NotConfigured_AllowsNoOrigin()
    {
        await using var server = new ApiServer();
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Origin", Origin);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/fhir/r4/metadata", "application/fhir+json", "login")]
    [InlineData("/icd/entity", "text/plain", "key")]
    public async Task Keys_AreAskedForInTheFormOfTheInterface(string address, string type, string said)
    {
        await using var server = new ApiServer(Keys());
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var response = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.Unauthorized, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Values(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values : [];

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
