using Icd.Api.Hosting;
using Icd.Toolkit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Support;

/// <summary>The server on a port of this machine, with the web server that production has.</summary>
public sealed class RealServer : IAsyncDisposable, IAsyncLifetime
{
    private readonly WebApplication _app;

    public RealServer()
        : this([])
    {
    }

    internal RealServer(string[] settings, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        _app = IcdApplication.Create(["--urls=http://127.0.0.1:0", $"--Icd:DataDirectory={BuiltInReleases.Directory}", "--Icd:Watch=00:00:00", .. settings], builder =>
        {
            builder.Services.AddBuiltInReleases();
            configure?.Invoke(builder);
        });
        _app.MapAll();
        map?.Invoke(_app);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        await _app.Services.GetRequiredService<ReleaseHost>().WhenReady.WaitAsync(TimeSpan.FromMinutes(5));
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
    }
}
