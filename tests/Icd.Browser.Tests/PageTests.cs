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

        // A value by keyboard alone: the button keeps the focus when the answer comes.
        var right = page.Page.GetByRole(AriaRole.Button, new() { Name = "Høyre", Exact = true });
        for (var presses = 0; presses < 60 && !await right.EvaluateAsync<bool>("button => button === document.activeElement"); presses++) await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("NC72.2Z&XK9K");
        await Expect(right).ToBeFocusedAsync();

        // Back leads to the hits, as does the link; "/" from anywhere to the empty field.
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Tilbake til treffene på «lårhalsbrudd»" }).ClickAsync();
        await Expect(search).ToHaveValueAsync("lårhalsbrudd");
        await Expect(Chosen(page)).ToContainTextAsync("NC72.2");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("Gyldig", new() { Exact = true })).ToBeVisibleAsync();
        await page.Page.GoBackAsync();
        await Expect(search).ToHaveValueAsync("lårhalsbrudd");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(search).ToHaveValueAsync("");
        await page.Page.GotoAsync(browser.Server.Address + "/#/om");
        await page.Page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
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
    public async Task Browse_ChapterToCode_ByLinks()
    {
        await using var page = await browser.OpenAsync("/#/bla/icd11");
        foreach (var name in (string[])["Sykdommer i sirkulasjonssystemet", "Iskemiske hjertesykdommer", "Akutt iskemisk hjertesykdom", "Akutt hjerteinfarkt"])
            await page.Page.Locator(".children a", new() { HasTextRegex = new(name) }).First.ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("BA41");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Bygg uttrykk" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("BA41");
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

    [BrowserFact]
    public async Task Typing_IsInTheAddress_SoThatTheSearchHasALink()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("grå stær");
        await Expect(page.Page).ToHaveURLAsync(new Regex("#/sok/gr%C3%A5%20st%C3%A6r$"));
        await page.Page.ReloadAsync();
        await Expect(Chosen(page)).ToContainTextAsync("9B10.0Z");
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task ServerThatStarts_IsWaitedFor()
    {
        await using var page = await browser.OpenAsync("/");
        var refused = 0;
        await page.Page.RouteAsync("**/api/v1/search*", route => ++refused <= 2 ? route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = "{}" }) : route.ContinueAsync());
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("astma");
        await Expect(Chosen(page)).ToContainTextAsync("CA23");
        page.AssertQuiet("503");
    }

    private static ILocator Chosen(WatchedPage page) => page.Page.Locator("[role=option][aria-selected=true]");

}
