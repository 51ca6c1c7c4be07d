using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Icd.Core.Releases;
using Icd.Tests;
using Icd.Toolkit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Fhir;

/// <summary>The server over all of WHO's releases; not before a test needs it, so that the others run without.</summary>
public sealed class FhirServer : IDisposable
{
    private readonly Lazy<WebApplicationFactory<Program>> _factory;
    private readonly Lazy<HttpClient> _client;

    public FhirServer()
    {
        _factory = new(() => new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseSetting("Icd:DataDirectory", WhoReleases.Folder)));
        _client = new(() =>
        {
            var client = _factory.Value.CreateClient();
            // Compiling the search index over new releases may take longer than a request may.
            Host.WhenReady.Wait(TimeSpan.FromMinutes(5));
            return client;
        });
    }

    public HttpClient Client => _client.Value;

    internal LoadedReleases Releases => Host.Current;

    private ReleaseHost Host => _factory.Value.Services.GetRequiredService<ReleaseHost>();

    /// <summary>A server with other settings over the same releases, loaded already.</summary>
    public HttpClient With(params (string Key, string Value)[] settings) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.ConfigureServices(services => services.AddSingleton(Host));
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }).CreateClient();

    /// <summary>A title from WHO's files, which tests do not repeat: <c>1A00@2024-01/es</c>.</summary>
    internal string TitleOf(string reference)
    {
        var language = reference.Split('/') is [_, var named] ? named : "en";
        var (code, version) = reference.Split('/')[0].Split('@') is [var of, var at] ? (of, at) : (reference.Split('/')[0], "2025-01");
        foreach (var key in Releases.Catalog.Keys.Where(key => !key.IsStarter && key.ReleaseId.ToString() == version))
        {
            var release = Releases.Catalog.Open(key);
            if (code.StartsWith('#') ? release.TryFind(uint.Parse(code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), Core.Codes.Residual.None, out var entity) : release.TryFind(code, out entity))
                return Releases.Catalog.TitleOf(entity, language).Text;
        }

        throw new InvalidOperationException($"The test names {reference}, which no release has.");
    }

    /// <summary>The newest release of MMS.</summary>
    internal Release Mms(string version) => Releases.MmsOf(Core.Codes.ReleaseId.TryParse(version, out var id) ? id : default)!.Release;

    public Task<FhirAnswer> Get(string path) => Send(Client, new(HttpMethod.Get, path));

    public Task<FhirAnswer> Post(string path, string body) => Send(Client, new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") });

    internal static async Task<FhirAnswer> Send(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, response.Content.Headers.ContentType, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated) _client.Value.Dispose();
        if (_factory.IsValueCreated) _factory.Value.Dispose();
    }
}

/// <summary>What the server answered.</summary>
public sealed record FhirAnswer(int Status, MediaTypeHeaderValue? ContentType, JsonElement Body)
{
    /// <summary>The values at a place; see <see cref="FhirPlace"/>.</summary>
    internal IReadOnlyList<JsonElement> At(string place) => FhirPlace.Find(Body, place);

    /// <summary>The one text at a place.</summary>
    internal string Text(string place) => FhirPlace.Text(Assert.Single(At(place)));
}

/// <summary>The tests in it share one server, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class FhirServerTests : ICollectionFixture<FhirServer>
{
    public const string Name = "FHIR server";
}
