using System.Net;
using System.Text.Json;
using Icd.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Icd.Api.Tests.Hosting;

/// <summary>What the server itself has to say is said in the form of the interface that was asked.</summary>
public sealed class ErrorFormatTests(ErrorFormatTests.FaultyServer server) : IClassFixture<ErrorFormatTests.FaultyServer>
{
    private const string Secret = "kreftmistanke";

    [Theory]
    [InlineData("/fhir/fault", "4.0")]
    [InlineData("/FHIR/r4/fault", "4.0")]
    [InlineData("/fhir/r5/fault", "5.0")]
    public async Task Fault_UnderFhir_IsAnOutcome(string address, string version)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        AssertOutcome(response, text, "exception", version);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_UnderWhosApi_IsNothingThatCouldBeTakenForAnEntity()
    {
        using var response = await SendAsync(HttpMethod.Get, "/icd/fault");
        Assert.Equal((HttpStatusCode.InternalServerError, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("v2.6.0", response.Headers.GetValues("API-Version").Single());
        Assert.DoesNotContain(Secret, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_UnderRest_IsAProblem()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/v1/fault");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("internal-error", JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    /// <summary>The outcome of what was asked before a handler of FHIR's was reached, or of what none offers.</summary>
    [Theory]
    [InlineData("GET", "/fhir/r4/metadata", "Host", "evil.example", 400, "invalid")]
    [InlineData("GET", "/fhir/r4/metadata", "X-Forwarded-For", "10.0.0.1", 403, "forbidden")]
    [InlineData("DELETE", "/fhir/r4/CodeSystem/1", "X", "", 405, "not-supported")]
    [InlineData("PATCH", "/fhir/r4", "X", "", 405, "not-supported")]
    [InlineData("OPTIONS", "/fhir/r4/metadata", "X", "", 405, "not-supported")]
    [InlineData("GET", "/fhir", "X", "", 404, "not-found")]
    [InlineData("GET", "/fhir/no/such/thing", "X", "", 404, "not-found")]
    [InlineData("GET", "/fhir/r4/metadata", "Accept", "application/fhir+xml", 406, "not-supported")]
    [InlineData("GET", "/fhir/r4/metadata?_format=xml", "X", "", 406, "not-supported")]
    public async Task Refused_UnderFhir_IsAnOutcome(string method, string address, string header, string value, int status, string code)
    {
        using var response = await SendAsync(new(method), address, (header, value));
        Assert.Equal(status, (int)response.StatusCode);
        AssertOutcome(response, await response.Content.ReadAsStringAsync(), code, "4.0");
    }

    [Theory]
    [InlineData("GET", "/icd/no/such/thing", "X", "", 404, "")]
    [InlineData("GET", "/icd", "X", "", 404, "")]
    [InlineData("DELETE", "/icd/entity", "X", "", 405, "")]
    [InlineData("PUT", "/icd/release/11/2024-01/mms/search", "X", "", 405, "")]
    [InlineData("OPTIONS", "/icd/release/11/2024-01/mms/search", "X", "", 405, "")]
    [InlineData("GET", "/icd/entity", "Host", "evil.example", 400, "text/plain")]
    [InlineData("GET", "/icd/entity", "X-Forwarded-For", "10.0.0.1", 403, "text/plain")]
    [InlineData("GET", "/icd/release/11/2024-01/mms/describe?code=2C25.Z&XK8G", "X", "", 400, "text/plain")]
    public async Task Refused_UnderWhosApi_IsEmptyOrText(string method, string address, string header, string value, int status, string type)
    {
        using var response = await SendAsync(new(method), address, (header, value));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType ?? "");
        Assert.Equal(type.Length == 0, (await response.Content.ReadAsStringAsync()).Length == 0);
        Assert.Equal("v2.6.0", response.Headers.GetValues("API-Version").Single());
    }

    /// <summary>What was asked may say what ails somebody: a shared workstation keeps it on no disk.</summary>
    [Theory]
    [InlineData("/fhir/r4/CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms&code=5A11")]
    [InlineData("/icd/release/11/2024-01/mms/codeinfo/5A11")]
    [InlineData("/icd/release/11/2024-01/mms/search?q=diabetes")]
    [InlineData("/api/v1/validate?expression=5A11")]
    public async Task Answer_ToAQuestion_IsKeptNowhere(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, response.Headers.CacheControl?.NoStore));
    }

    private static void AssertOutcome(HttpResponseMessage response, string text, string code, string version)
    {
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(response.Content.Headers.ContentType!.Parameters, parameter => parameter.ToString() == $"fhirVersion={version}");
        var outcome = JsonDocument.Parse(text).RootElement;
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        var issue = outcome.GetProperty("issue")[0];
        Assert.Equal(("error", code), (issue.GetProperty("severity").GetString(), issue.GetProperty("code").GetString()));
        Assert.NotEqual("", issue.GetProperty("details").GetProperty("text").GetString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = server.Server.Address };
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>The server with handlers that fail in a way that nobody foresaw.</summary>
    public sealed class FaultyServer : IAsyncLifetime
    {
        public RealServer Server { get; } = new([], map: app =>
        {
            foreach (var address in (string[])["/fhir/fault", "/fhir/r4/fault", "/fhir/r5/fault", "/icd/fault", "/api/v1/fault"]) app.MapGet(address, void () => throw new InvalidOperationException(Secret));
        });

        public Task InitializeAsync() => Server.InitializeAsync();

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}
