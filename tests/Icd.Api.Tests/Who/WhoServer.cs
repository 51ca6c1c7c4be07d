using System.Net;
using System.Text.Json;
using Icd.Tests;
using Icd.Toolkit;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Icd.Api.Tests.Who;

/// <summary>The server on a port of its own, with a data directory of its own: WHO's release 2024-01, or nothing but what it carries.</summary>
public abstract class WhoServer : IDisposable
{
    private readonly string? _folder;
    private readonly Lazy<WebApplicationFactory<Program>> _factory;
    private HttpClient? _client;

    /// <summary>A server with a data directory of its own.</summary>
    protected WhoServer()
        : this(null)
    {
    }

    /// <summary>A server with a data directory that others may use too.</summary>
    protected WhoServer(string? shared)
    {
        DataDirectory = shared ?? (_folder = Directory.CreateTempSubdirectory("icd-who-").FullName);
        _factory = new(Start);
    }

    /// <summary>Where the server listens, without a slash at the end.</summary>
    public string Address => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Its data directory.</summary>
    public string DataDirectory { get; }

    public HttpClient Client
    {
        get
        {
            var factory = _factory.Value;
            return _client ??= factory.CreateClient();
        }
    }

    /// <summary>What is configured beside the data directory.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>Puts releases into the data directory before the server starts.</summary>
    protected abstract void Fill(string directory);

    private WebApplicationFactory<Program> Start()
    {
        Fill(DataDirectory);
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Icd:DataDirectory", DataDirectory).UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        });
        factory.UseKestrel();
        factory.StartServer();
        return factory;
    }

    /// <summary>The answer to a GET with the headers that WHO demands; it must be there.</summary>
    public async Task<JsonElement> GetAsync(string path, string language = "en")
    {
        using var response = await SendAsync(HttpMethod.Get, path, language);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string language = "en", HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Add("API-Version", "v2");
        return await Client.SendAsync(request);
    }

    /// <summary>The status and body of a request that is to be refused.</summary>
    public async Task<(HttpStatusCode Status, string Body)> RefusedAsync(string path, HttpMethod? method = null)
    {
        using var response = await SendAsync(method ?? HttpMethod.Get, path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        _client?.Dispose();
        if (_factory.IsValueCreated) _factory.Value.Dispose();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>On what the program carries.</summary>
public sealed class StarterServer : WhoServer
{
    protected override void Fill(string directory)
    {
    }
}

/// <summary>On WHO's release 2024-01 in English and Spanish, and ICF of 2022-02.</summary>
/// <remarks>The data directory is kept for the other test project that uses it: compiling its search index takes longer than most tests.</remarks>
public sealed class OfficialServer() : WhoServer(Path.Combine(WhoReleases.Kept, "official"))
{
    protected override void Fill(string directory) => WhoReleases.Fill(Path.GetFileName(directory), filled =>
    {
        WhoReleases.CopyTo(filled, "mms-2024-01", "icf-2022-02", "crosswalk-2024-01");
        _ = LoadedReleases.Open(filled).Search;
    });
}

/// <summary>The tests in it share one server over WHO's release.</summary>
[CollectionDefinition(Name)]
public sealed class OfficialServerTests : ICollectionFixture<OfficialServer>
{
    public const string Name = "WHO's release";
}

/// <summary>The tests in it share one server over the starter release.</summary>
[CollectionDefinition(Name)]
public sealed class StarterServerTests : ICollectionFixture<StarterServer>
{
    public const string Name = "starter release";
}
