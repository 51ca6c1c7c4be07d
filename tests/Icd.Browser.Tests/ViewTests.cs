using System.IO.Compression;
using Microsoft.Playwright;

namespace Icd.Browser.Tests;

/// <summary>What holds on every view of the page.</summary>
[Collection(BrowserTests.Name)]
public sealed class ViewTests(BrowserServer browser)
{
    /// <summary>WCAG 1.4.12: whoever needs more space between letters, words and lines loses nothing. In a sheet of its own, for the page's policy forbids strange ones.</summary>
    private const string Spaced = """
        () => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }'); document.adoptedStyleSheets = [sheet]; }
        """;

    [BrowserTheory]
    [InlineData("/", "light")]
    [InlineData("/", "dark")]
    [InlineData("/#/sok/hjerteinfarkt", "light")]
    [InlineData("/#/sok/hjerteinfarkt", "dark")]
    [InlineData("/#/sok/xqzvwk", "dark")]
    [InlineData("/#/uttrykk/NC32.2%26XK8G", "light")]
    [InlineData("/#/uttrykk/NC32.2%26XK8G", "dark")]
    [InlineData("/#/uttrykk/CB41", "light")]
    [InlineData("/#/uttrykk/CB41", "dark")]
    [InlineData("/#/uttrykk/EA8Z%26XA3YG1", "light")]
    [InlineData("/#/uttrykk/EA8Z%26XA3YG1", "dark")]
    [InlineData("/#/uttrykk/DA0Z%26XK8G", "light")]
    [InlineData("/#/uttrykk/DA0Z%26XK8G", "dark")]
    [InlineData("/#/icd10/E11.3", "light")]
    [InlineData("/#/icd10/E11.3", "dark")]
    [InlineData("/#/bla/icd11/BA41", "light")]
    [InlineData("/#/bla/icd11/BA41", "dark")]
    [InlineData("/#/liste", "light")]
    [InlineData("/#/liste", "dark")]
    [InlineData("/#/om", "light")]
    [InlineData("/#/om", "dark")]
    public async Task View_HasNoSeriousAxeFinding_AndFitsNarrowAndSpacedAndForcedColours(string path, string theme)
    {
        await using var page = await OpenAsync(path, theme);
        // Evaluated, not added as a script: the page's content security policy forbids strange scripts.
        var axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));
        await page.Page.EvaluateAsync(axe);
        Assert.Empty(await FindingsAsync(page));
        // 200 % of 640 px, a phone, and a phone with text spaced out.
        foreach (var width in (int[])[640, 320])
        {
            await page.Page.SetViewportSizeAsync(width, 700);
            Assert.True(await FitsAsync(page), $"the page is wider than {width} px");
        }

        await page.Page.EvaluateAsync(Spaced);
        Assert.True(await FitsAsync(page), "the page with its text spaced out is wider than 320 px");

        await page.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.Empty(await FindingsAsync(page));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, a, input, select')].filter(e => e.checkVisibility() && !e.innerText && !e.value && !e.getAttribute('aria-label') && !e.labels?.length && !e.querySelector('svg')).map(e => e.outerHTML)"));
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/#/sok/hjerteinfarkt")]
    [InlineData("/#/uttrykk/NC32.2%26XK8G")]
    [InlineData("/#/icd10/E11.3")]
    [InlineData("/#/bla/icd11")]
    [InlineData("/#/liste")]
    public async Task View_DoesNotShift(string path)
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GotoAsync("about:blank");
        await page.Page.AddInitScriptAsync("""
            window.shift = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            """);
        await page.Page.GotoAsync(browser.Server.Address + path);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await page.Page.EvaluateAsync<double>("window.shift"));
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Print_IsDarkOnLight_WithoutWhatIsPressed_OnOnePage()
    {
        await using var page = await OpenAsync("/#/uttrykk/NC32.2%26XK8G", "dark");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("[...document.querySelectorAll('button, select, nav')].filter(e => e.checkVisibility()).length"));
        Assert.True(await page.Page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.reading')).color.match(/\\d+/g).slice(0, 3).every(part => part < 100)"), "the text is light on white paper");
        // About what an A4 page holds.
        Assert.InRange(await page.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 100, 1100);
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Page_IsSmall_AndAsksOnlyThisServer()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var size = 0L;
        foreach (var path in page.Requests.Select(request => request.Path).Distinct())
        {
            var body = await (await page.Page.APIRequest.GetAsync(browser.Server.Address + path)).BodyAsync();
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
            size += packed.Length;
        }

        Assert.InRange(size, 1, 300_000);
        page.AssertQuiet();
    }

    private async Task<WatchedPage> OpenAsync(string path, string theme)
    {
        var page = await browser.OpenAsync("/");
        await page.Page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await page.Page.GotoAsync("about:blank");
        await page.Page.GotoAsync(browser.Server.Address + path);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static Task<string[]> FindingsAsync(WatchedPage page) => page.Page.EvaluateAsync<string[]>(
        "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)");

    private static Task<bool> FitsAsync(WatchedPage page) => page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
}
