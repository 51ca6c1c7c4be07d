using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icd.Browser.Tests;

/// <summary>What a doctor does with an expression once it is found.</summary>
[Collection(BrowserTests.Name)]
public sealed class BuilderTests(BrowserServer browser)
{
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
    public async Task SideInTheSearch_IsOfferedAndNotAdded()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("lårhalsbrudd venstresidig");
        await Expect(page.Page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("NC72.2Z");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(Title(page)).ToHaveTextAsync(new Regex("NC72\\.2Z$"));
        var offer = page.Page.GetByRole(AriaRole.Button, new() { Name = "Legg til «Venstre»", Exact = true });
        await offer.ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("NC72.2Z&XK8G");
        await Expect(offer).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    /// <summary>The address of a search is written a moment after the last letter: by then the reader may have gone on, though the page does not know yet.</summary>
    [BrowserFact]
    public async Task AddressOfASearch_WrittenLate_DoesNotTakeTheReaderBack()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.EvaluateAsync("() => { window.late = []; const later = window.setTimeout; window.setTimeout = (run, wait, ...rest) => wait === 400 ? window.late.push(run) : later(run, wait, ...rest); }");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Hvilken diagnose?" }).FillAsync("lårhalsbrudd");
        await Expect(page.Page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("NC72.2Z");
        var written = await page.Page.EvaluateAsync<int>("() => { location.hash = '#/uttrykk/NC72.2Z'; window.late.forEach(run => run()); return window.late.length; }");
        Assert.NotEqual(0, written);
        await Expect(Title(page)).ToHaveTextAsync(new Regex("NC72\\.2Z$"));
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task RequiredAxis_IsMarked_AndFillingItMakesTheExpressionValid()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/CB41");
        await Expect(page.Page.GetByText("Ikke ferdig", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Page.Locator("summary", new() { HasText = "påkrevd" })).ToBeVisibleAsync();
        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Søk i «Forårsaket av»" });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Gå til «Forårsaket av»" }).ClickAsync();
        await Expect(search).ToBeFocusedAsync();
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
        var offer = page.Page.Locator(".replacement");
        await Expect(offer).ToContainTextAsync("EA86 Dermatitis and eczema of lower legs");
        await offer.GetByText("Hvorfor?").ClickAsync();
        await Expect(offer.GetByText("data/sanctions/rules.tsv")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk EA86" }).ClickAsync();
        await Expect(Title(page)).ToContainTextAsync("EA86");
        // The button is gone; whoever pressed it by keyboard goes on from the new expression.
        await Expect(Title(page)).ToBeFocusedAsync();
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task InvalidExpression_SaysWhyAndWhatIsAllowed()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/DA0Z%26XK8G");
        await Expect(page.Page.GetByText("Ugyldig", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("XK8G passer ikke på noen akse")).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Kopier kode" })).ToHaveCountAsync(0);
        await Expect(Icd10(page)).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Fjern XK8G", Exact = true }).ClickAsync();
        await Expect(page.Page.GetByText("Gyldig", new() { Exact = true })).ToBeVisibleAsync();
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
    public async Task Copy_IsConfirmed_AndOnTheClipboard()
    {
        await using var page = await browser.OpenAsync("/#/uttrykk/NC32.2%26XK8G");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kopier kode" }).ClickAsync();
        await Expect(page.Page.GetByText("Kopiert", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("NC32.2&XK8G", await ClipboardAsync(page));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kopier ICD-10-koden S52.2" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("async () => await navigator.clipboard.readText() === 'S52.2'");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kopier tekst og begge koder" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("async () => (await navigator.clipboard.readText()).endsWith('ICD-11 NC32.2&XK8G; ICD-10 S52.2')");
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("nb", "en")]
    [InlineData("en", "nb")]
    public async Task OtherLanguage_IsMarkedWhereverItStands(string language, string other)
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByLabel("Språk").SelectOptionAsync(language);
        await page.Page.GotoAsync(browser.Server.Address + "/#/uttrykk/NC72.22%26XK8G");
        // WHO's title where there is no Norwegian one, the side in the reader's language, what is lost too.
        await Expect(page.Page.Locator(".reading")).ToHaveTextAsync(language == "nb" ? "Fracture of base of neck of femur (Side: Venstre)" : "Fracture of base of neck of femur (Side: Left)");
        await Expect(page.Page.Locator($".reading [lang={other}]")).ToHaveCountAsync(language == "nb" ? 1 : 0);
        await Expect(page.Page.Locator(".losses dd")).ToHaveTextAsync(language == "nb" ? "Venstre" : "Left");
        await Expect(page.Page.Locator(".icd10-code .title").First).ToHaveAttributeAsync("lang", "nb");
        await Expect(page.Page.Locator($".buttons [lang={language}]").First).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    private static Task<string> ClipboardAsync(WatchedPage page) => page.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

    private static ILocator Chosen(WatchedPage page) => page.Page.Locator("[role=option][aria-selected=true]");

    private static ILocator Title(WatchedPage page) => page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Icd10(WatchedPage page) => page.Page.GetByRole(AriaRole.Region, new() { Name = "ICD-10 for dobbel registrering" });
}
