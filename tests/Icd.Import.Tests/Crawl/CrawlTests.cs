using System.Text.Json.Nodes;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Crawl;

/// <summary>What a crawl makes of the answers.</summary>
public sealed class CrawlTests : IDisposable
{
    private readonly Crawling _crawling = new();

    private FakeIcdApi Api => _crawling.Api;

    [Fact]
    public async Task Crawl_WholeTree_IsTheTabulationsTree()
    {
        using var importing = new Importing();
        var (tabulated, crawled) = (importing.Import(new SmallTabulation()), await _crawling.RunAsync());
        Assert.Equal(tabulated.Entities.Select(Facts), crawled.Entities.Select(Facts));
        Assert.Equal(["en"], crawled.Languages);
        var source = Assert.Single(crawled.Sources);
        Assert.Equal((SourceKind.WhoApi, Api.Server.Address.GetLeftPart(UriPartial.Authority)), (source.Kind, source.Name));
        Assert.False(File.Exists(_crawling.Journal()), "what was kept for going on is no longer needed");
    }

    [Fact]
    public async Task Crawl_Scales_HaveRootsRequirednessAndProvenance()
    {
        Api["112"]["postcoordinationScale"] = new JsonArray(
            Scale("112", "hasSeverity", "true", "NotAllowed", "201", "202"),
            Scale("112", "associatedWith", "false", "AllowAlways", "111", "112/other"),
            Scale("112", "specificAnatomy", "false", "AllowedExceptFromSameBlock", "200"));
        Api["112/unspecified"]["postcoordinationScale"] = new JsonArray(Scale("112/unspecified", "laterality", "false", "NotAllowed", "201"));
        var release = await _crawling.RunAsync();

        Assert.True(release.HasScales);
        var scales = Crawling.Find(release, "1A01").Scales;
        Assert.Equal(
            [("hasSeverity", true, AllowMultipleValues.NotAllowed, "XS25 XS5W"), ("associatedWith", false, AllowMultipleValues.AllowAlways, "1A00 1A01.Y"), ("specificAnatomy", false, AllowMultipleValues.AllowedExceptFromSameBlock, "X")],
            scales.Select(scale => (scale.Axis, scale.IsRequired, scale.AllowMultipleValues, string.Join(" ", scale.Roots.Select(root => root.Code)))));
        Assert.All(scales, scale => Assert.Equal(SourceKind.WhoApi, scale.Source.Kind));
        Assert.Equal("http://id.who.int/icd/schema/laterality", Assert.Single(Crawling.Find(release, "1A01.Z").Scales).AxisUri);
        Assert.Empty(Crawling.Find(release, "1A00").Scales);
    }

    [Fact]
    public async Task Crawl_Texts_AreAllThere()
    {
        var cholera = Api["111"];
        cholera["definition"] = FakeIcdApi.Text("en", "An infection.");
        cholera["codingNote"] = FakeIcdApi.Text("en", "Code also the cause.");
        cholera["inclusion"] = new JsonArray(Labelled("Asiatic cholera", null));
        cholera["indexTerm"] = new JsonArray(Labelled("Cholera", null), Labelled("Cholera NOS", null));
        cholera["exclusion"] = new JsonArray(Labelled("Vibrio", FakeIcdApi.Uri("112/other")));
        cholera["relatedEntitiesInPerinatalChapter"] = new JsonArray("http://id.who.int/icd/entity/113");
        var terms = Crawling.Find(await _crawling.RunAsync(), "1A00").Terms;
        Assert.Equal(
            [(TermKind.Definition, "An infection."), (TermKind.CodingNote, "Code also the cause."), (TermKind.Inclusion, "Asiatic cholera"), (TermKind.Exclusion, "Vibrio"), (TermKind.IndexTerm, "Cholera"), (TermKind.IndexTerm, "Cholera NOS"), (TermKind.RelatedInPerinatalChapter, "")],
            terms.Select(term => (term.Kind, term.Text)));
        Assert.Equal(EntityUri.Parse("http://id.who.int/icd/release/11/mms/112/other"), terms[3].Reference);
        Assert.Equal(113u, terms[6].Reference.Id);
        Assert.All(terms, term => Assert.Equal(SourceKind.WhoApi, term.Source.Kind));
    }

    /// <summary>Whatever the order of languages: English that stands in for a missing translation is English, and is there once.</summary>
    [Theory, InlineData("en", "es"), InlineData("es", "en"), InlineData("es")]
    public async Task Crawl_TranslationMissing_EnglishNeverPassesForIt(params string[] languages)
    {
        Api.Untranslated("111");
        Api["111"]["definition"] = FakeIcdApi.Text("en", "An infection.");
        var release = await _crawling.RunAsync(_crawling.Options(languages));
        Assert.Equal(["en", "es"], release.Languages.Order(StringComparer.Ordinal));
        var (cholera, vibrio) = (Crawling.Find(release, "1A00"), Crawling.Find(release, "1A01.0"));
        Assert.Equal(("Cholera", null), (cholera.TitleIn("en"), cholera.TitleIn("es")));
        Assert.Equal("Vibrio gastroenteritis [es]", vibrio.TitleIn("es"));
        Assert.Equal(("en", "An infection."), Assert.Single(cholera.Terms.Select(term => (term.Language, term.Text))));
    }

    [Fact]
    public async Task Crawl_NoReleaseGiven_TakesTheLatest()
    {
        var release = await _crawling.RunAsync(_crawling.Options() with { Release = default });
        Assert.Equal("mms-2024-01", release.Key.ToString());
    }

    [Fact]
    public async Task Crawl_Twice_GivesTheSameBytes()
    {
        Api["111"]["indexTerm"] = new JsonArray(Labelled("Cholera", null));
        var path = _crawling.Folder.File("data", "mms-2024-01.icdrel");
        var first = await _crawling.RunAsync(_crawling.Options("en", "es") with { Concurrency = 1 });
        var bytes = await File.ReadAllBytesAsync(path);
        var second = await _crawling.RunAsync(_crawling.Options("en", "es") with { Concurrency = 8 });
        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Crawl_AndTabulationOfAnotherLanguage_CompleteEachOther(bool crawlFirst)
    {
        Api["112"]["postcoordinationScale"] = new JsonArray(Scale("112", "hasSeverity", "true", "NotAllowed", "201"));
        Api["111"]["indexTerm"] = new JsonArray(Labelled("Asiatic cholera", null));
        var table = _crawling.Folder.Write("table-es.txt", new SmallTabulation().In("es").Bytes());
        if (crawlFirst) await _crawling.RunAsync();
        ReleaseImport.Import(table, _crawling.Folder.File("data"), new ImportOptions());
        if (!crawlFirst) await _crawling.RunAsync();

        var release = Release.Open(_crawling.Folder.File("data", "mms-2024-01.icdrel"));
        Assert.Equal(["en", "es"], release.Languages);
        Assert.Equal([SourceKind.WhoApi, SourceKind.WhoTabulation], release.Sources.Select(source => source.Kind));
        var cholera = Crawling.Find(release, "1A00");
        Assert.Equal(("Cholera", "Cholera [es]", true), (cholera.TitleIn("en"), cholera.TitleIn("es"), cholera.IsPrimaryTabulation));
        Assert.Equal("Asiatic cholera", Assert.Single(cholera.Terms).Text);
        Assert.Equal("hasSeverity", Assert.Single(Crawling.Find(release, "1A01").Scales).Axis);
    }

    private static (uint, Residual, string, EntityKind, int, string, string?, bool) Facts(Entity entity) =>
        (entity.Id, entity.Residual, entity.Code, entity.Kind, entity.Depth, entity.Title, entity.BlockId, entity.IsSelectable);

    private static JsonObject Scale(string entity, string axis, string required, string multiple, params string[] roots) => new()
    {
        ["@id"] = $"{FakeIcdApi.Uri(entity)}/postcoordinationScale/{axis}",
        ["axisName"] = "http://id.who.int/icd/schema/" + axis,
        ["requiredPostcoordination"] = required,
        ["allowMultipleValues"] = multiple,
        ["scaleEntity"] = new JsonArray([.. roots.Select(root => (JsonNode)FakeIcdApi.Uri(root))]),
    };

    private static JsonObject Labelled(string text, string? reference)
    {
        var term = new JsonObject { ["label"] = FakeIcdApi.Text("en", text) };
        if (reference is not null) term["linearizationReference"] = reference;
        return term;
    }

    public void Dispose() => _crawling.Dispose();
}
