using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import;
using Icd.Import.Crawl;
using Icd.Import.Store;
using Icd.Tests;

namespace Icd.Api.Tests.Who;

/// <summary>Our crawler on our own server: what comes out is what was put in, byte for byte but for who said it.</summary>
public abstract class OwnServerCrawl : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("icd-crawl-").FullName;

    protected async Task<Release> CrawlAsync(WhoServer server, Classification classification, ReleaseId release, params string[] languages)
    {
        var crawler = new IcdApiCrawler(new()
        {
            Server = new(server.Address),
            Classification = classification,
            Release = release,
            Languages = languages,
            WorkFolder = Path.Combine(Folder, "crawl"),
            Concurrency = 8,
        });
        return new ReleaseStore(Path.Combine(Folder, "data")).Save(await crawler.CrawlAsync(default)).Release;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <inheritdoc/>
[Collection(OfficialServerTests.Name)]
public sealed class OfficialCrawlTests(OfficialServer server) : OwnServerCrawl
{
    /// <summary>In one language: another one is asked for by the same requests again, which takes as long; <see cref="FullReleaseCrawlTests"/> has two.</summary>
    [WhoDataTheory]
    [InlineData("mms-2024-01", "2024-01", "SimpleTabulation-ICD-11-MMS-en.zip")]
    [InlineData("icf-2022-02", "2022-02", "LinearizationMiniOutput-ICF-en.zip")]
    public async Task Crawl_OfWhosRelease_IsThatRelease(string key, params string[] file)
    {
        var original = Assert.Single(ReleaseImport.Import(WhoData.File(file), Path.Combine(Folder, "original"), new ImportOptions()).Releases).Release;
        var crawled = await CrawlAsync(server, original.Classification, original.Key.ReleaseId, "en");
        Assert.Equal((key, original.Key, original.Count), (crawled.Key.ToString(), crawled.Key, crawled.Count));
        Assert.Equal(original.ContentHash, crawled.ContentHash);
        Assert.False(crawled.HasScales, "axes of our profile are no scales of WHO's");
        Assert.Equal(original.Entities.Count(entity => entity.IsPrimaryTabulation), crawled.Entities.Count(entity => entity.IsPrimaryTabulation));
    }
}

/// <inheritdoc/>
[Collection(StarterServerTests.Name)]
public sealed class StarterCrawlTests(StarterServer server) : OwnServerCrawl
{
    [Fact]
    public async Task Crawl_OfTheStarter_IsTheStarterAndNotWhos()
    {
        var original = new ReleaseCatalog(server.DataDirectory, EmbeddedReleases.All).Starter!;
        var crawled = await CrawlAsync(server, Classification.Mms, default, "nb", "en");
        Assert.True(crawled.Key.IsStarter);
        Assert.Equal(original.ContentHash, crawled.ContentHash);
        Assert.All(crawled.Sources, source => Assert.Equal(SourceKind.Authored, source.Kind));
    }
}

/// <summary>A release with all that a release can hold: scales, terms of every kind, references, two languages.</summary>
public sealed class FullReleaseCrawlTests(FullReleaseCrawlTests.FullServer server) : OwnServerCrawl, IClassFixture<FullReleaseCrawlTests.FullServer>
{
    [Fact]
    public async Task Crawl_OfAReleaseWithScalesAndTerms_IsThatRelease()
    {
        _ = server.Client;
        var original = Release.Open(Path.Combine(server.DataDirectory, "mms-2031-05" + ReleaseKey.FileExtension));
        var crawled = await CrawlAsync(server, Classification.Mms, default, "en", "es");
        Assert.Equal(original.Key, crawled.Key);
        Assert.Equal(original.ContentHash, crawled.ContentHash);
        Assert.Equal(original.Entities.SelectMany(entity => entity.Terms).Count(), crawled.Entities.SelectMany(entity => entity.Terms).Count());
        Assert.True(crawled.HasScales);
        var scales = crawled.Entities.SelectMany(entity => entity.Scales).ToList();
        Assert.Equal(["XK8G", "XS25"], scales.SelectMany(scale => scale.Roots).Select(root => root.Code).Order(StringComparer.Ordinal));
    }

    /// <summary>In Norwegian the server has titles and terms of ours, which are not WHO's release.</summary>
    [Fact]
    public async Task Crawl_InNorwegian_TakesNothingOfOursForWhos()
    {
        var crawled = await CrawlAsync(server, Classification.Mms, ReleaseId.Create(2031, 5), "en", "nb");
        Assert.All(crawled.Entities, entity => Assert.Null(entity.TitleIn("nb")));
        Assert.DoesNotContain(crawled.Entities.SelectMany(entity => entity.Terms), term => term.Language == "nb");
        Assert.Equal("nb", (await server.GetAsync("/icd/release/11/2031-05/mms/271422288", "nb")).GetProperty("title").Text("@language"));
        var refused = await Assert.ThrowsAsync<Icd.Import.ImportException>(() => CrawlAsync(server, Classification.Mms, ReleaseId.Create(2031, 5), "nb", "en"));
        Assert.Contains("only one of the server's own", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A made-up release of the future, on real numbers and codes, in words of our own.</summary>
    public sealed class FullServer : WhoServer
    {
        protected override void Fill(string directory)
        {
            var draft = new ReleaseDraft(new(Classification.Mms, ReleaseId.Create(2031, 5)), "ICD-11 MMS 2031-05");
            var (english, spanish) = (new ReleaseSource(SourceKind.WhoApi, "a", "en", "v2", ""), new ReleaseSource(SourceKind.WhoApi, "a", "es", "v2", ""));
            draft.Sources.AddRange([english, spanish]);
            draft.Languages.AddRange(["en", "es"]);
            var infections = Add(null, 1435254666, "01", EntityKind.Chapter);
            var block = Add(infections, 588616678, "", EntityKind.Block, "BlockL1-1A0");
            var cholera = Add(block, 257068234, "1A00", EntityKind.Category);
            var other = Add(block, 588616678, "1A0Y", EntityKind.Category);
            other.Residual = Residual.Other;
            var extensions = Add(null, 979408586, "X", EntityKind.Chapter);
            var left = Add(extensions, 271422288, "XK8G", EntityKind.Category);
            var severe = Add(extensions, 1644769013, "XS25", EntityKind.Category);
            cholera.Traits |= EntityTraits.PrimaryTabulation;
            cholera.Titles.Remove("es");
            TermKind[] texts = [TermKind.FullySpecifiedName, TermKind.Definition, TermKind.LongDefinition, TermKind.CodingNote];
            TermKind[] lists = [TermKind.Synonym, TermKind.NarrowerTerm, TermKind.Inclusion, TermKind.Exclusion, TermKind.IndexTerm, TermKind.FoundationChildElsewhere, TermKind.RelatedImpairment];
            foreach (var kind in texts) cholera.Terms.Add(new(kind, "en", $"Some {kind}", default, english));
            foreach (var kind in lists)
            {
                cholera.Terms.Add(new(kind, "en", $"One {kind} & <another>", kind == TermKind.Exclusion ? EntityUri.Create(Linearization.Mms, 588616678, Residual.Other) : default, english));
                cholera.Terms.Add(new(kind, "en", $"Two {kind}", kind == TermKind.FoundationChildElsewhere ? EntityUri.Create(Linearization.Foundation, 979408586) : default, english));
            }

            cholera.Terms.Add(new(TermKind.RelatedInMaternalChapter, "", "", EntityUri.Create(Linearization.Foundation, 979408586), english));
            cholera.Terms.Add(new(TermKind.Synonym, "es", "cólera", default, spanish));
            cholera.Scales.Add(new("hasSeverity", true, AllowMultipleValues.NotAllowed, [Uri(severe)], english));
            cholera.Scales.Add(new("laterality", false, AllowMultipleValues.AllowedExceptFromSameBlock, [Uri(left)], english));
            new ReleaseStore(directory).Save(draft);

            DraftEntity Add(DraftEntity? parent, uint id, string code, EntityKind kind, string block = "")
            {
                var entity = draft.Add(parent);
                (entity.Id, entity.Code, entity.Kind, entity.BlockId) = (id, code, kind, block);
                (entity.Titles["en"], entity.Titles["es"]) = ($"Entity {code}{block}", $"Entidad {code}{block}");
                if (kind == EntityKind.Category) entity.Traits = EntityTraits.Selectable;
                return entity;
            }

            static EntityUri Uri(DraftEntity entity) => EntityUri.Create(Linearization.Mms, entity.Id);
        }
    }
}
