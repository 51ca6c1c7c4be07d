using System.Net;
using System.Text.Json;
using Icd.Tests;

namespace Icd.Api.Tests.Who;

/// <summary>Linearization, Foundation and ICD-10 entities, as the shapes of ICD-API v2 have them.</summary>
[Collection(OfficialServerTests.Name)]
public sealed class EntityTests(OfficialServer server)
{
    private const string Mms = "/icd/release/11/2024-01/mms";
    private const string Canonical = "http://id.who.int/icd/release/11/2024-01/mms";

    private const string Cholera = "257068234";

    [WhoDataFact]
    public async Task Versions_OfLinearization_NameTheLatest()
    {
        var versions = await server.GetAsync("/icd/release/11/mms");
        Assert.Equal(Canonical, versions.Text("latestRelease"));
        Assert.Equal([Canonical], versions.Strings("release"));
        Assert.Equal("http://id.who.int/icd/release/11/mms", versions.Text("@id"));
        Assert.Equal("http://id.who.int/icd/contexts/contextForMultiVersion.json", versions.Text("@context"));
        Assert.Equal("http://id.who.int/icd/release/11/2022-02/icf", (await server.GetAsync("/icd/release/11/icf")).Text("latestRelease"));
    }

    [WhoDataFact]
    public async Task Versions_OfEntity_NameItsReleases()
    {
        var versions = await server.GetAsync($"/icd/release/11/mms/{Cholera}");
        Assert.Equal([$"{Canonical}/{Cholera}"], versions.Strings("release"));
        Assert.Equal($"{Canonical}/{Cholera}", versions.Text("latestRelease"));
        Assert.Equal($"http://id.who.int/icd/release/11/mms/{Cholera}", versions.Text("@id"));
    }

    [WhoDataFact]
    public async Task Root_HasChaptersAndNoParent()
    {
        var root = await server.GetAsync(Mms);
        Assert.Equal(28, root.Items("child").Count);
        Assert.Equal("2024-01", root.Text("releaseId"));
        Assert.Equal("2024-01-21", root.Text("releaseDate"));
        Assert.Equal(["en", "es", "nb"], root.Strings("availableLanguages"));
        Assert.False(root.Has("parent"));
        Assert.False(root.Has("x-starter"));
        Assert.All(root.Strings("child"), child => Assert.StartsWith(Canonical + "/", child, StringComparison.Ordinal));
    }

    [WhoDataFact]
    public async Task Entity_Category_HasTheShape()
    {
        var cholera = await server.GetAsync($"{Mms}/{Cholera}");
        Assert.Equal(("1A00", "category", "Cholera", "en"), (cholera.Text("code"), cholera.Text("classKind"), cholera.Value("title"), cholera.GetProperty("title").Text("@language")));
        Assert.Equal($"{Canonical}/{Cholera}", cholera.Text("@id"));
        Assert.Equal($"http://id.who.int/icd/entity/{Cholera}", cholera.Text("source"));
        Assert.Single(cholera.Items("parent"));
        Assert.False(cholera.Has("child"), "a leaf has no children, and no empty list of them");
        Assert.False(cholera.HasEmpty());
        Assert.NotEmpty(cholera.Text("browserUrl"));
    }

    [WhoDataFact]
    public async Task Entity_Block_HasRangeAndNoCode()
    {
        var block = await server.GetAsync(new Uri((await server.GetAsync($"{Mms}/{Cholera}")).Strings("parent")[0]).AbsolutePath);
        while (block.Text("classKind") != "block") block = await server.GetAsync(new Uri(block.Strings("parent")[0]).AbsolutePath);
        Assert.Equal("", block.Text("code"));
        Assert.StartsWith("BlockL", block.Text("blockId"), StringComparison.Ordinal);
        Assert.Matches("^1A0[0-9]-1A", block.Text("codeRange"));
    }

    /// <summary>Every address that an answer has is answered itself, all the way up to a root without parent.</summary>
    [WhoDataTheory, InlineData("1334938734"), InlineData(Cholera), InlineData("979408586"), InlineData("1334938734/unspecified")]
    public async Task Entity_EveryAddressInIt_IsAnswered(string start)
    {
        var path = $"{Mms}/{start}";
        for (var steps = 0; ; steps++)
        {
            Assert.InRange(steps, 0, 12);
            var entity = await server.GetAsync(path);
            foreach (var address in entity.AllStrings().Where(text => text.StartsWith("http://id.who.int/", StringComparison.Ordinal)).Distinct())
            {
                using var response = await server.SendAsync(HttpMethod.Get, new Uri(address).AbsolutePath);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
            }

            if (!entity.Has("parent")) break;
            path = new Uri(entity.Strings("parent")[0]).AbsolutePath;
        }

        Assert.Equal(Mms, path);
    }

    [WhoDataFact]
    public async Task Entity_Residual_IsBelowItsParent()
    {
        var parent = await server.GetAsync($"{Mms}/1334938734");
        var residual = Assert.Single(parent.Strings("child"), child => child.EndsWith("/unspecified", StringComparison.Ordinal));
        var unspecified = await server.GetAsync(new Uri(residual).AbsolutePath);
        Assert.Equal(residual, unspecified.Text("@id"));
        Assert.Equal("BA41.Z", unspecified.Text("code"));
        Assert.False(unspecified.Has("source"));
    }

    [WhoDataFact]
    public async Task Entity_Include_AddsWhatIsAskedFor()
    {
        var without = await server.GetAsync($"{Mms}/1334938734");
        var with = await server.GetAsync($"{Mms}/1334938734?include=ancestor,descendant,diagnosticCriteria");
        Assert.False(without.Has("ancestor") || without.Has("descendant"));
        Assert.Equal(Canonical, with.Strings("ancestor")[^1]);
        Assert.Equal(with.Strings("parent")[0], with.Strings("ancestor")[0]);
        Assert.Superset(with.Strings("child").ToHashSet(), with.Strings("descendant").ToHashSet());
    }

    [WhoDataFact]
    public async Task Entity_Scale_IsInWhosFormAndMarkedAsOurs()
    {
        var entity = await server.GetAsync($"{Mms}/1334938734");
        var scale = entity.Items("postcoordinationScale")[0];
        Assert.Equal(JsonValueKind.String, scale.GetProperty("requiredPostcoordination").ValueKind);
        Assert.Contains(scale.Text("requiredPostcoordination"), (string[])["true", "false"]);
        Assert.StartsWith("http://id.who.int/icd/schema/", scale.Text("axisName"), StringComparison.Ordinal);
        Assert.Contains(scale.Text("allowMultipleValues"), (string[])["AllowAlways", "NotAllowed", "AllowedExceptFromSameBlock"]);
        Assert.All(scale.Strings("scaleEntity"), value => Assert.StartsWith(Canonical + "/", value, StringComparison.Ordinal));
        Assert.True(scale.GetProperty("x-authored").GetBoolean(), "WHO's files have no scales, so the axis is of our profile");
        Assert.Equal(scale.Text("@id"), (await server.GetAsync(new Uri(scale.Text("@id")).AbsolutePath)).Text("@id"));
    }

    [WhoDataTheory]
    [InlineData("es", "Infarto agudo del miocardio", "es")]
    [InlineData("nb", "Akutt hjerteinfarkt", "nb")]
    [InlineData("nn-NO, en;q=0.5", "Akutt hjerteinfarkt", "nb")]
    [InlineData("fr", "Acute myocardial infarction", "en")]
    [InlineData("en;q=0.1, es", "Infarto agudo del miocardio", "es")]
    [InlineData("*", "Acute myocardial infarction", "en")]
    public async Task Entity_Language_IsTheReadersWhereThereIsATitle(string language, string title, string expected)
    {
        var infarction = await server.GetAsync($"{Mms}/1334938734", language);
        Assert.Equal((title, expected), (infarction.Value("title"), infarction.GetProperty("title").Text("@language")));
        Assert.Equal(expected == "nb", infarction.Has("x-titleAuthored"));
    }

    [WhoDataTheory]
    [InlineData("/icd/release/11/2019-04/mms")]
    [InlineData("/icd/release/11/2024-01/mms/1")]
    [InlineData("/icd/release/11/2024-01/mms/99999999999")]
    [InlineData("/icd/release/11/2024-01/mms/257068234/other")]
    [InlineData("/icd/release/11/2024-01/mms/257068234/nothing")]
    [InlineData("/icd/release/11/2024-01/mms/cholera")]
    [InlineData("/icd/release/11/2024-01/icf")]
    [InlineData("/icd/release/11/2024-01/snomed/1")]
    [InlineData("/icd/release/11/mms/1")]
    [InlineData("/icd/entity/1")]
    [InlineData("/icd/entity?releaseId=2019-04")]
    [InlineData("/icd/release/10/2019")]
    [InlineData("/icd/release/10/Q9X")]
    [InlineData("/icd/no/such/thing")]
    [InlineData("/icd/contexts/contextForNothing.json")]
    [InlineData("/icd/schema/nothing")]
    [InlineData("/languageresources/codingtool/nb.json")]
    public async Task Unknown_Is404WithoutBody(string path)
    {
        Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync(path));
    }

    [WhoDataTheory, InlineData("/icd/entity"), InlineData(Mms), InlineData(Mms + "/search"), InlineData("/icd/anything")]
    public async Task Head_IsNotAllowed(string path)
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.RefusedAsync(path, HttpMethod.Head)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.RefusedAsync(path, HttpMethod.Delete)).Status);
    }

    [WhoDataFact]
    public async Task Headers_VersionTypeAndVary()
    {
        using var response = await server.SendAsync(HttpMethod.Get, Mms);
        Assert.Equal("v2.6.0", Assert.Single(response.Headers.GetValues("API-Version")));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept-Language", response.Headers.Vary.SelectMany(value => value.Split(", ")));

        using var linked = new HttpRequestMessage(HttpMethod.Get, Mms);
        linked.Headers.Accept.ParseAdd("application/ld+json");
        using var answer = await server.Client.SendAsync(linked);
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);

        using var old = new HttpRequestMessage(HttpMethod.Get, Mms);
        old.Headers.Add("API-Version", "v1");
        using var refused = await server.Client.SendAsync(old);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [WhoDataFact]
    public async Task Foundation_IsTheGraphWithoutCodes()
    {
        var root = await server.GetAsync("/icd/entity");
        Assert.Equal("http://id.who.int/icd/entity", root.Text("@id"));
        Assert.False(root.Has("parent"));
        Assert.Contains("2024-01", root.Strings("allReleases"));
        var cholera = await server.GetAsync($"/icd/entity/{Cholera}?include=ancestor,descendant");
        Assert.Equal($"http://id.who.int/icd/entity/{Cholera}", cholera.Text("@id"));
        Assert.False(cholera.Has("code") || cholera.Has("classKind") || cholera.Has("postcoordinationScale") || cholera.HasEmpty());
        Assert.Equal("http://id.who.int/icd/entity", cholera.Strings("ancestor")[^1]);
        var infarction = await server.GetAsync("/icd/entity/1334938734");
        Assert.DoesNotContain(infarction.AllStrings(), text => text.EndsWith("/unspecified", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public async Task Lookup_CodedHeadingAndUnknown()
    {
        Assert.Equal("1A00", (await LookupAsync(Cholera)).Text("code"));
        // A block has a residual with a code, or else is itself.
        Assert.Equal("1A0Z", (await LookupAsync("135352227")).Text("code"));
        Assert.Equal("block", (await LookupAsync("465177735")).Text("classKind"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/lookup?foundationUri=http://id.who.int/icd/entity/1"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/lookup?foundationUri=cholera"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/lookup"));

        async Task<JsonElement> LookupAsync(string id) => await server.GetAsync($"{Mms}/lookup?foundationUri={Uri.EscapeDataString($"http://id.who.int/icd/entity/{id}")}");
    }

    [WhoDataFact]
    public async Task Icf_IsALinearizationToo()
    {
        var root = await server.GetAsync("/icd/release/11/2022-02/icf");
        var first = await server.GetAsync(new Uri(root.Strings("child")[0]).AbsolutePath);
        Assert.Equal("http://id.who.int/icd/release/11/2022-02/icf", first.Strings("parent")[0]);
        var found = await server.GetAsync("/icd/release/11/2022-02/icf/search?q=memory%25&chapterFilter=01;02;");
        Assert.Equal("b144", found.Items("destinationEntities")[0].Text("theCode"));
    }

    [WhoDataFact]
    public async Task Icd10_IsTheNorwegianEditionAndSaysSo()
    {
        var versions = await server.GetAsync("/icd/release/10");
        var root = await server.GetAsync(new Uri(versions.Text("latestRelease")).AbsolutePath, "nb");
        Assert.Contains("Norwegian edition", root.Text("x-edition"), StringComparison.Ordinal);
        var chapter = await server.GetAsync(new Uri(root.Strings("child")[0]).AbsolutePath, "nb");
        Assert.Equal(("I", "chapter"), (chapter.Text("code"), chapter.Text("classKind")));
        var block = await server.GetAsync(new Uri(chapter.Strings("child")[0]).AbsolutePath, "nb");
        Assert.Equal(("A00-A09", "block"), (block.Text("code"), block.Text("classKind")));
        var category = await server.GetAsync(new Uri(block.Strings("child")[0]).AbsolutePath, "nb");
        Assert.Equal(("A00", "category", "Kolera"), (category.Text("code"), category.Text("classKind"), category.Value("title")));
        Assert.Equal([category.Text("@id")], (await server.GetAsync("/icd/release/10/A00")).Strings("release"));
    }

    [WhoDataFact]
    public async Task Analytics_AreAnsweredAndNotKept()
    {
        using var response = await server.Client.PostAsync("/analytics/clientanalytics", new StringContent("""{"code":"1A00"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
