using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icd.Browser.Tests;

/// <summary>Both pages on a server that asks for a key: they ask for it once a tab, and say when it is not accepted.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecuredTests(BrowserServer browser, SecuredServer server) : IClassFixture<SecuredServer>
{
    /// <summary>The browser itself notes every answer that is an error.</summary>
    private static readonly string[] Refusals = ["401"];

    [BrowserFact]
    public async Task SearchPage_AsksForTheKey_AndTheToolUsesTheSame()
    {
        await using var page = await browser.OpenAsync("/#/sok/lungebetennelse", server: server);
        var field = page.Page.GetByLabel("Nøkkel til serveren");
        await field.FillAsync("wrong");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk nøkkelen" }).ClickAsync();
        await Expect(page.Page.GetByText("Serveren godtok ikke nøkkelen.")).ToBeVisibleAsync();
        await field.FillAsync(SecuredServer.Key);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk nøkkelen" }).ClickAsync();
        await Expect(page.Page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("CA40");

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "WHOs kodeverktøy" }).ClickAsync();
        await FindAsync(page);
        page.AssertQuiet([.. Refusals, .. EctTests.NoTranslation]);
    }

    [BrowserFact]
    public async Task Tool_AsksForTheKey_SaysWhenItIsWrong_AndWorksWithIt()
    {
        await using var page = await browser.OpenAsync("/ect", server: server);
        var field = page.Page.Locator("#key-text");
        await Expect(field).ToBeFocusedAsync();
        await Expect(page.Page.Locator("#tools")).ToBeHiddenAsync();
        await page.Page.Keyboard.TypeAsync("wrong");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("Serveren godtok ikke nøkkelen.")).ToBeVisibleAsync();
        await field.FillAsync(SecuredServer.Key);
        await page.Page.Keyboard.PressAsync("Enter");
        await FindAsync(page);
        page.AssertQuiet([.. Refusals, .. EctTests.NoTranslation]);
    }

    private static async Task FindAsync(WatchedPage page)
    {
        await page.Page.Locator(".ctw-eb-window .browserBodyLeft .codeinh").Nth(10).WaitForAsync();
        await page.Page.Locator("input.ctw-input[data-ctw-ino='1']").ClickAsync();
        await page.Page.Keyboard.TypeAsync("lungebetennelse", new() { Delay = 20 });
        await Expect(page.Page.Locator(".ctw-window .entityTheCode").First).ToContainTextAsync("CA40");
    }
}
