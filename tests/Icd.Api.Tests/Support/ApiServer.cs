using System.Net;
using System.Text.Json;
using Icd.Toolkit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Support;

/// <summary>The server with what it carries, or over a data directory of its own.</summary>
public sealed class ApiServer : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IWebHostBuilder>? _configure;

    public ApiServer()
        : this([])
    {
    }

    internal ApiServer(Dictionary<string, string> settings, Action<IWebHostBuilder>? configure = null)
    {
        DataDirectory = Directory.CreateTempSubdirectory("icd-api-tests-").FullName;
        (_settings, _configure) = (settings, configure);
    }

    public string DataDirectory { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Icd:DataDirectory", DataDirectory);
        builder.UseSetting("Icd:Watch", "00:00:00");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        _configure?.Invoke(builder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
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
