using Microsoft.Playwright;

namespace Icd.Browser.Tests;

/// <summary>One browser and one server over WHO's release for all tests of the assembly.</summary>
public sealed class BrowserServer : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public OfficialServer Server { get; } = new();

    /// <summary>Starts both. Without a browser nothing is started: the tests are skipped, or say what is missing.</summary>
    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Why is not null) return;
        if (Chromium.Executable is null) throw new InvalidOperationException("CI demands a browser: apt-get install chromium.");
        // Browser, server and other tests may share two slow cores.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
        // The first search over a release compiles its index; no test is to wait for that.
        using var warm = await Server.SendAsync(HttpMethod.Get, "/icd/release/11/2024-01/mms/search?q=a");
        warm.EnsureSuccessStatusCode();
    }

    /// <summary>A page of a fresh profile.</summary>
    /// <param name="path">What is opened first.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    /// <param name="server">Where; the server over WHO's release where it is left out.</param>
    public async Task<WatchedPage> OpenAsync(string path, int width = 1280, int height = 900, WhoServer? server = null)
    {
        var address = (server ?? Server).Address;
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "nb-NO", Permissions = ["clipboard-read", "clipboard-write"] });
        context.SetDefaultTimeout(20_000);
        var page = new WatchedPage(await context.NewPageAsync(), address);
        await page.Page.GotoAsync(address + path);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Server.Dispose();
    }
}

/// <summary>The tests in it share browser and server.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserServer>
{
    public const string Name = "browser";
}
