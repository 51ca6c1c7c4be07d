using System.Net;
using System.Text.Json;
using Icd.Toolkit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Support;

/// <summary>The server with what it carries.</summary>
public class ApiServer : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IWebHostBuilder>? _configure;

    public ApiServer()
        : this([])
    {
    }

    internal ApiServer(Dictionary<string, string> settings, Action<IWebHostBuilder>? configure = null)
    {
        (_settings, _configure) = (settings, configure);
    }

    public virtual string DataDirectory => BuiltInReleases.Directory;

    /// <summary>Where the server takes its releases from.</summary>
    protected virtual void AddReleases(IServiceCollection services) => services.AddBuiltInReleases();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Icd:DataDirectory", DataDirectory);
        builder.UseSetting("Icd:Watch", "00:00:00");
        builder.ConfigureServices(AddReleases);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        _configure?.Invoke(builder);
    }

    /// <summary>Asks and reads the JSON, whatever the status.</summary>
    internal async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string address, HttpMethod? method = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var client = CreateClient();
        // Compiling a search index takes its time where many builds and tests share a machine.
        await Services.GetRequiredService<ReleaseHost>().WhenReady.WaitAsync(TimeSpan.FromMinutes(5));
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(text.Length > 0, $"{address}: {(int)response.StatusCode} without a body");
        return (response.StatusCode, JsonDocument.Parse(text).RootElement);
    }
}
