using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icd.Browser.Tests;

/// <summary>The clinician's page, used as a doctor uses it.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageTests(BrowserServer browser)
{
    [BrowserFact]
    public async Task Keyboard_TypeAndEnter_GivesExpressionAndIcd10()
    {
        await using var page = await browser.OpenAsync("/");
        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" });
        await Expect(search).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("lårhalsbrudd");
        await Expect(Chosen(page)).ToContainTextAsync("NC72.2");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("NC72.2");
        await Expect(page.Page.GetByText("Gyldig", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "ICD-10 for dobbel registrering" })).ToContainTextAsync("S72.0");

        // Back leads to the hits, and "/" from anywhere else to the field.
        await page.Page.GoBackAsync();
        await Expect(search).ToHaveValueAsync("lårhalsbrudd");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(search).ToHaveValueAsync("");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Arrows_MoveTheChoice_AndScreenReadersAreTold()
    {
        await using var page = await browser.OpenAsync("/#/sok/hjerteinfarkt");
        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" });
        var before = await Chosen(page).InnerTextAsync();
        await search.PressAsync("ArrowDown");
        Assert.NotEqual(before, await Chosen(page).InnerTextAsync());
        Assert.Equal(await Chosen(page).GetAttributeAsync("id"), await search.GetAttributeAsync("aria-activedescendant"));
        await search.PressAsync("ArrowUp");
        Assert.Equal(before, await Chosen(page).InnerTextAsync());
        await Expect(page.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(new Regex("^[0-9]+ treff$"));
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Side_IsAButton_AndKeepsTheIcd10CodeInStep()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/NC32.2");
        var left = page.Page.GetByRole(AriaRole.Group, new() { Name = "Side" }).GetByRole(AriaRole.Button, new() { Name = "Venstre", Exact = true });
        await left.ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("NC32.2&XK8G");
        await Expect(left).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Icd10(page)).ToContainTextAsync("S52.2");
        await Expect(Icd10(page)).ToContainTextAsync("Går tapt");

        // A stem has one side: the other takes its place. Pressed again, it goes.
        var right = page.Page.GetByRole(AriaRole.Button, new() { Name = "Høyre", Exact = true });
        await right.ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("NC32.2&XK9K");
        await right.ClickAsync();
        await Expect(Title(page)).Not.ToContainTextAsync("&");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task RequiredAxis_IsMarked_AndFillingItMakesTheExpressionValid()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/CB41");
        await Expect(page.Page.GetByText("Ikke ferdig")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("summary", new() { HasText = "påkrevd" })).ToBeVisibleAsync();
        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Søk i forårsaket av" });
        await search.FillAsync("pneumoni, uspes");
        await page.Page.GetByRole(AriaRole.Option, new() { Name = "CA40.Z" }).ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("CB41/CA40.Z");
        await Expect(page.Page.GetByText("Gyldig", new() { Exact = true })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Sanctioning_IsOfferedWithItsReason_AndTaken()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/EA8Z%26XA3YG1");
        await Expect(page.Page.GetByText("data/sanctions/rules.tsv")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk EA86" }).ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("EA86");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task InvalidExpression_SaysWhyAndWhatIsAllowed()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/DA0Z%26XK8G");
        await Expect(page.Page.GetByText("Ugyldig", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("XK8G passer ikke på noen akse")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Icd10Code_ShowsItsTargetAndTheChoices()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("E11.3");
        await Expect(Chosen(page)).ToContainTextAsync("E11.3");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(Title(page)).ToContainTextAsync("Diabetes mellitus type 2 med øyekomplikasjoner");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "5A11/9B10.21" }).ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("5A11/9B10.21");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task List_BothDirectionsAndRubbish_KeepsEveryLine()
    {
        await using var page = await browser.OpenAsync("/#/liste");
        await page.Page.GetByLabel("Koder, én på hver linje").FillAsync("I21.9\nNC32.2&XK8G\n\nikke en kode\ne11.9");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Oversett", Exact = true }).ClickAsync();
        var rows = page.Page.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(4);
        await Expect(rows.Nth(0)).ToContainTextAsync("BA41.Z");
        await Expect(rows.Nth(1)).ToContainTextAsync("S52.2");
        await Expect(rows.Nth(2)).ToContainTextAsync("ikke en kode");
        await Expect(rows.Nth(3)).ToContainTextAsync("5A11");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Last ned CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("I21.9;BA41.Z;equivalent;", lines[1], StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Browse_ChapterToCode_ByLinks()
    {
        await using var page = await browser.OpenAsync("/#/bla/icd11");
        foreach (var name in (string[])["Sykdommer i sirkulasjonssystemet", "Iskemiske hjertesykdommer", "Akutt iskemisk hjertesykdom", "Akutt hjerteinfarkt"])
            await page.Page.Locator(".children a", new() { HasTextRegex = new(name) }).First.ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("BA41");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Bygg uttrykk" }).ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("BA41");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task NoNetwork_SaysSo_KeepsTheText_AndGoesOnAfterwards()
    {
        await using var page = await browser.OpenAsync("/");
        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" });
        await Expect(search).ToBeFocusedAsync();
        await page.Page.Context.SetOfflineAsync(true);
        await search.FillAsync("astma");
        await Expect(page.Page.GetByText("Fikk ikke svar fra serveren.")).ToBeVisibleAsync();
        await Expect(search).ToHaveValueAsync("astma");
        await page.Page.Context.SetOfflineAsync(false);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Prøv igjen" }).ClickAsync();
        await Expect(Chosen(page)).ToContainTextAsync("CA23");
        page.AssertQuiet("ERR_INTERNET_DISCONNECTED");
    }

    [BrowserFact]
    public async Task NothingFound_Helps()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("xqzvwk");
        await Expect(page.Page.GetByText("Ingen treff.").Last).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Prøv færre eller andre ord")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Favourite_StaysInTheBrowser_AndIsShownAtTheStart()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/CA23.32");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Ta vare på" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "ICD-11 på norsk" }).ClickAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("section", new() { HasText = "Favoritter" })).ToContainTextAsync("CA23.32");
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("/", "light")]
    [InlineData("/", "dark")]
    [InlineData("/#/sok/hjerteinfarkt", "light")]
    [InlineData("/#/sok/hjerteinfarkt", "dark")]
    [InlineData("/#/uttrykk/NC32.2%26XK8G", "light")]
    [InlineData("/#/uttrykk/NC32.2%26XK8G", "dark")]
    [InlineData("/#/uttrykk/CB41", "light")]
    [InlineData("/#/uttrykk/EA8Z%26XA3YG1", "dark")]
    [InlineData("/#/icd10/E11.3", "light")]
    [InlineData("/#/bla/icd11/BA41", "dark")]
    [InlineData("/#/liste", "light")]
    [InlineData("/#/om", "dark")]
    public async Task EveryView_HasNoSeriousAxeFinding_AndFitsANarrowWindow(string path, string theme)
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await page.Page.GotoAsync("about:blank");
        await page.Page.GotoAsync(browser.Server.Address + path);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // Evaluated, not added as a script: the page's content security policy forbids strange scripts.
        await page.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        var findings = await page.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)");
        Assert.Empty(findings);

        await page.Page.SetViewportSizeAsync(320, 700);
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than 320 px");
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

    private static ILocator Chosen(WatchedPage page) => page.Page.Locator("[role=option][aria-selected=true]");

    private static ILocator Title(WatchedPage page) => page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Icd10(WatchedPage page) => page.Page.GetByRole(AriaRole.Region, new() { Name = "ICD-10 for dobbel registrering" });
}
