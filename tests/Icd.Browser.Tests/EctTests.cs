using Microsoft.Playwright;

namespace Icd.Browser.Tests;

/// <summary>WHO's Embedded Classification Tool on <c>/ect</c>, unmodified, used as a coder uses it.</summary>
[Collection(BrowserTests.Name)]
public sealed class EctTests(BrowserServer browser)
{
    /// <summary>The translations of the tool's own texts are WHO's and not served; it says so once and goes on in English.</summary>
    internal static readonly string[] NoTranslation = ["/languageresources/codingtool/", "Error in getting JSON lang"];

    private const string Input = "input.ctw-input[data-ctw-ino='1']", Hits = ".ctw-window ul.toplevel > li[data-entityindex]";

    [BrowserTheory]
    [InlineData("en", "chol", "1A00", "Cholera", "cholera")]
    [InlineData("nb", "lungebet", "CA40", "Pneumoni", "lungebetennelse")]
    [InlineData("en", "hjerteinf", "BA41", "Acute myocardial infarction", "hjerteinfarkt")]
    public async Task Type_WordsAndHits_ThenPick(string language, string typed, string code, string title, string word)
    {
        await using var page = await OpenAsync(language);
        await TypeAsync(page, typed);
        var hit = page.Page.Locator(Hits, new() { Has = page.Page.Locator(".entityTheCode", new() { HasTextRegex = Exactly(code) }) }).First;
        await Assertions.Expect(hit).ToContainTextAsync(title);
        await Assertions.Expect(page.Page.Locator(".wordlist li", new() { HasText = word }).First).ToBeVisibleAsync();

        // A word from the list takes the place of what was typed.
        await page.Page.Locator(".wordlist li", new() { HasText = word }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(Input)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^{word}", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        await hit.Locator(".entityTitlePointer").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("#chosen-code")).ToHaveTextAsync(code);
        await Assertions.Expect(page.Page.Locator("#chosen-uri")).ToContainTextAsync("http://id.who.int/icd/release/11/2024-01/mms/");
        Assert.Equal($"/#/uttrykk/{code}", await page.Page.Locator("#chosen-link").GetAttributeAsync("href"));

        Assert.Contains(page.Requests, request => request is { Method: "POST", Path: "/icd/release/11/2024-01/mms/search" } && request.Body.Contains($"{typed}%", StringComparison.Ordinal));
        Assert.Contains(page.Requests, request => request is { Method: "POST", Path: "/analytics/clientanalytics" });
        Assert.All(page.HeadersOf("/icd/"), headers => Assert.Equal("v2", headers["api-version"]));
        await AssertNoAlertAsync(page, language);
    }

    [BrowserFact]
    public async Task Details_ThenPostcoordinate_ReturnsTheCodeString()
    {
        await using var page = await OpenAsync("nb");
        await TypeAsync(page, "brudd i underarm");
        var hit = page.Page.Locator(Hits).First;
        await Assertions.Expect(hit.Locator(".entityTheCode").First).ToHaveTextAsync("NC32.Z");
        await hit.Locator(".showdetails").First.Locator("..").ClickAsync();
        await Assertions.Expect(hit.Locator(".entityTitlePointerSelection").First).ToContainTextAsync("Brudd i underarmen, uspesifisert");
        await hit.Locator(".circleiconWithinDetails").First.ClickAsync();

        var laterality = page.Page.Locator(".postcoordSearch", new() { HasText = "Laterality" });
        await laterality.Locator(".postcoordSearchInput input").First.ClickAsync();
        await page.Page.Keyboard.TypeAsync("vens");
        await laterality.Locator(".postcoordSearchResult .postcoordFlex", new() { HasText = "Venstre" }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".postcoordCode").First).ToHaveTextAsync("NC32.Z&XK8G");
        // A value from the tree of another axis.
        await page.Page.Locator(".postcoordAction .labelinh", new() { HasText = "Spiralbrudd" }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".postcoordCode").First).ToHaveTextAsync("NC32.Z&XK8G&XJ967");
        await page.Page.Locator(".postcoordForSelectionRight button").First.ClickAsync();

        await Assertions.Expect(page.Page.Locator("#chosen-code")).ToHaveTextAsync("NC32.Z&XK8G&XJ967");
        await Assertions.Expect(page.Page.Locator("#chosen-text")).ToHaveTextAsync("Brudd i underarmen, uspesifisert [Venstre] [Spiralbrudd]");
        var uri = await page.Page.Locator("#chosen-uri").InnerTextAsync();
        Assert.Matches("^http://id.who.int/icd/release/11/2024-01/mms/999379672/unspecified & http://id.who.int/icd/release/11/2024-01/mms/[0-9]+ & http://id.who.int/icd/release/11/2024-01/mms/[0-9]+$", uri);
        Assert.Contains(page.Requests, request => request.Path == "/icd/release/11/2024-01/mms/codeinfo/NC32.Z%26XK8G?flexiblemode=true");
        Assert.Contains(page.Requests, request => request.Path.StartsWith("/icd/release/11/2024-01/mms/describe?uri=", StringComparison.Ordinal));
        await AssertNoAlertAsync(page, "nb");
    }

    [BrowserFact]
    public async Task Hierarchy_OfAHit_OpensAtItsPlace()
    {
        await using var page = await OpenAsync("en");
        await TypeAsync(page, "lungebetennelse");
        var hit = page.Page.Locator(Hits).First;
        await hit.Locator(".showdetails").First.Locator("..").ClickAsync();
        await hit.Locator(".showlinkSeeInHierarchy").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ctw-window .browserBodyLeft, .modal .browserBodyLeft, .browserBodyLeft").First).ToContainTextAsync("Pneumonia");
        await AssertNoAlertAsync(page, "en");
    }

    [BrowserFact]
    public async Task Browser_Tree_OpensToResiduals()
    {
        await using var page = await OpenAsync("nb");
        var tree = page.Page.Locator(".ctw-eb-window .browserBodyLeft");
        await Assertions.Expect(tree.Locator(".codeinh")).ToHaveCountAsync(28);
        await tree.Locator("li", new() { HasText = "Sykdommer i sirkulasjonssystemet" }).Last.Locator(".collapsed").First.ClickAsync();
        await Assertions.Expect(tree.Locator(".nodeResidual", new() { HasText = "BE2Z" }).First).ToBeVisibleAsync();
        await tree.Locator(".labelinh", new() { HasText = "Iskemiske hjertesykdommer" }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ctw-eb-window")).ToContainTextAsync("Foundation URI: http://id.who.int/icd/entity/");
        await AssertNoAlertAsync(page, "nb");
    }

    [BrowserTheory]
    [InlineData("lungebetennelse", "CA40")]
    [InlineData("BA41.0", "BA41.0")]
    public async Task Browser_Search_FindsByNorwegianWordAndByCode(string typed, string code)
    {
        await using var page = await OpenAsync("nb");
        var input = page.Page.Locator(".ctw-eb-window input").First;
        await input.ClickAsync();
        await page.Page.Keyboard.TypeAsync(typed, new() { Delay = 20 });
        await Assertions.Expect(page.Page.Locator(".ctw-eb-window .entityTheCode", new() { HasTextRegex = Exactly(code) }).First).ToBeVisibleAsync();
        await AssertNoAlertAsync(page, "nb");
    }

    [BrowserFact]
    public async Task Search_NothingFound_SaysSo()
    {
        await using var page = await OpenAsync("en");
        await TypeAsync(page, "xyzzyq", ".ctw-window .textNotFound");
        await AssertNoAlertAsync(page, "en");
    }

    [BrowserTheory, InlineData(1280), InlineData(360), InlineData(320)]
    public async Task Page_FitsItsWidthAndLinksBack(int width)
    {
        await using var page = await OpenAsync("nb", width);
        Assert.Equal("/", await page.Page.Locator(".back a").GetAttributeAsync("href"));
        await TypeAsync(page, "lungebetennelse");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page with its hits is wider than the window");
        await page.Page.Locator(Hits).First.Locator(".entityTitlePointer").First.ClickAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page with what was chosen is wider than the window");
        Assert.Equal(200, (await page.Page.APIRequest.GetAsync(browser.Server.Address + "/ect/whoicd/license.pdf")).Status);
        await AssertNoAlertAsync(page, "nb");
    }

    private static System.Text.RegularExpressions.Regex Exactly(string code) => new($"^\\s*{System.Text.RegularExpressions.Regex.Escape(code)}\\s*$");

    private async Task<WatchedPage> OpenAsync(string language, int width = 1280)
    {
        var page = await browser.OpenAsync($"/ect?lang={language}", width);
        await page.Page.WaitForSelectorAsync($"{Input}.apiInitializationCompleted:not([disabled])");
        return page;
    }

    /// <summary>Types until the tool answers: while it starts it may lose what is typed, and a person types again.</summary>
    private static async Task TypeAsync(WatchedPage page, string text, string answer = Hits)
    {
        for (var tries = 1; ; tries++)
        {
            await page.Page.ClickAsync(Input, new() { ClickCount = 3 });
            await page.Page.Keyboard.TypeAsync(text, new() { Delay = 20 });
            try
            {
                await page.Page.WaitForSelectorAsync(answer, new() { Timeout = 8000 });
                return;
            }
            catch (TimeoutException) when (tries < 3)
            {
                // Again.
            }
        }
    }

    private static async Task AssertNoAlertAsync(WatchedPage page, string language)
    {
        Assert.Equal(0, await page.Page.Locator(".defaultErrorAlert").CountAsync());
        page.AssertQuiet(language == "en" ? [] : NoTranslation);
    }
}
