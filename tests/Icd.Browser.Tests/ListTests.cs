using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icd.Browser.Tests;

/// <summary>A pasted list, as spreadsheets and journal systems give it.</summary>
[Collection(BrowserTests.Name)]
public sealed class ListTests(BrowserServer browser)
{
    [BrowserFact]
    public async Task List_BothDirectionsAndRubbish_KeepsEveryLine()
    {
        await using var page = await browser.OpenAsync("/#/liste");
        await page.Page.GetByLabel("Koder").FillAsync("I21.9\nNC32.2&XK8G\n\nikke en kode\ne11.9");
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
        Assert.StartsWith("I21.9;BA41.Z;Akutt hjerteinfarkt, uspesifisert;equivalent;", lines[1], StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("Kode\tTekst\r\nI21.9\tHjerteinfarkt\r\n\tuten kode\r\n", "I21.9 Hjerteinfarkt BA41.Z|– uten kode –", "columns of a spreadsheet with a heading and Windows line ends")]
    [InlineData("i219;e119", "i219 BA41.Z|e119 5A11", "several on a line, lower case, without points")]
    [InlineData("S52.50 Brudd i distal ende av radius;lukket", "S52.50 Brudd i distal ende av radius · lukket NC32.5Z&XJ44E", "an official text with a semicolon in it")]
    [InlineData("A17.0†;G01*", "A17.0† G01* 1B11.0", "a pair in two columns")]
    [InlineData("I21.9\nI21.9", "I21.9 BA41.Z|I21.9 BA41.Z", "the same twice")]
    [InlineData("I21,9\nI21 .9", "I21,9 –|I21 .9 –", "what might be a code is never cut down to one")]
    public async Task List_OfAnyForm_KeepsEveryLine(string pasted, string expected, string why)
    {
        await using var page = await browser.OpenAsync("/#/liste");
        await page.Page.GetByLabel("Koder").FillAsync(pasted);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Oversett", Exact = true }).ClickAsync();
        var rows = page.Page.Locator("tbody tr");
        var wanted = expected.Split('|');
        await Expect(rows).ToHaveCountAsync(wanted.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            var text = Words(await rows.Nth(i).InnerTextAsync());
            Assert.True(text.StartsWith(wanted[i] + " ", StringComparison.Ordinal), $"{why}: '{text}' does not begin with '{wanted[i]}'");
        }

        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task LongList_IsThereOnTheWayBack_AndShowsWhatMustBeChosen()
    {
        await using var page = await browser.OpenAsync("/#/liste");
        await page.Page.GetByLabel("Koder").FillAsync(string.Join('\n', Enumerable.Repeat("I21.9\nE11.9", 400)) + "\nikke en kode");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Oversett", Exact = true }).ClickAsync();
        await Expect(page.Page.GetByText("801 rader oversatt. 1 rad må vurderes.")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Vis bare dem som må vurderes" }).ClickAsync();
        await Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Bla", Exact = true }).ClickAsync();
        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator("tbody tr").First).ToContainTextAsync("BA41.Z");

        // A part is drawn, all of it is saved.
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Vis 300 rader til" })).ToBeVisibleAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Last ned CSV" }).ClickAsync());
        Assert.Equal(802, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
        page.AssertQuiet();
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
