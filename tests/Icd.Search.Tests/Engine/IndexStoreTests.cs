using Icd.Embedded;
using Icd.Search.Lexicons;
using Icd.Search.Storage;

namespace Icd.Search.Tests.Engine;

public class IndexStoreTests
{
    [Fact]
    public void EmbeddedIndex_IsTheOneOverTheBuiltInReleases()
    {
        var compiled = false;
        var store = new IndexStore(Path.Combine(AppContext.BaseDirectory, "no-such-directory"), EmbeddedReleases.OpenSearchIndex) { Compiling = _ => compiled = true };
        var index = store.Open(BuiltIn.Sources);

        Assert.False(compiled);
        foreach (var query in (string[])["kols", "lungebet", "brudd håndledd", "hjerteinfrakt", "e11", "nefritt"])
        {
            Assert.Equal(
                BuiltIn.Index.Search(query).Hits.Select(hit => (hit.Code, hit.Score, hit.MatchedText, hit.MatchProvenance)),
                index.Search(query).Hits.Select(hit => (hit.Code, hit.Score, hit.MatchedText, hit.MatchProvenance)));
        }
    }

    [Fact]
    public void Open_KeepsTheIndexAndMakesAStaleOrDamagedOneAnew()
    {
        var folder = Directory.CreateTempSubdirectory("icd-search-").FullName;
        try
        {
            var compiled = 0;
            var store = new IndexStore(folder) { Compiling = _ => compiled++ };
            var sources = new IndexSources { Icpc2 = BuiltIn.Sources.Icpc2 };
            store.Open(sources);
            store.Open(sources);
            Assert.Equal(1, compiled);

            var file = Assert.Single(Directory.GetFiles(folder));
            var bytes = File.ReadAllBytes(file);
            bytes[^100] ^= 1;
            File.WriteAllBytes(file, bytes);
            store.Open(sources);
            Assert.Equal(2, compiled);

            File.WriteAllText(file, "something else");
            Assert.NotEmpty(store.Open(sources).Search("KOLS").Hits);
            Assert.Equal(3, compiled);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Hit_Links_NameTheEquivalentCodeFirstAndTheRelatedLast()
    {
        var lexicon = Lexicon.Read(("terms-test.tsv", new StringReader("terms\tkind\ticd10\ticd11\tcomment\nKOLS\tlay\tJ44.9\tCA22.Z\t\nemfysem\tlay\tJ43.9\tCA21.Z\t\nbronkitt\tlay\tJ42\tCA20.1Z\t\n")));
        var links = new FixedLinks([new("J42", "CA22.Z", LinkRelation.Related, "a"), new("J43.9", "CA22.Z", LinkRelation.Icd10Narrower, "b"), new("J44.9", "CA22.Z", LinkRelation.Equivalent, "c")]);

        var hit = CodeIndex.Build(new() { Lexicon = lexicon, Links = links }).Search("CA22.Z").Hits[0];

        Assert.Equal(["J44.9", "J43.9", "J42"], hit.Links.Select(link => link.Code));
    }

    private sealed class FixedLinks(CodeLink[] links) : ICodeLinks
    {
        public string Identity => "fixed";

        public IEnumerable<CodeLink> All() => links;
    }

    [Fact]
    public void LexiconOnlyIndex_FindsCodesWithoutAnyRelease()
    {
        var lexicon = Lexicon.Read(("terms-test.tsv", new StringReader("terms\tkind\ticd10\ticd11\tcomment\nKOLS|røykelunge\tlay\tJ44.9\tCA22.Z\t\n")));
        var index = CodeIndex.Build(new() { Lexicon = lexicon });
        var hits = index.Search("røykelunge").Hits;

        Assert.Equal(["CA22.Z", "J44.9"], hits.Select(hit => hit.Code).Order(StringComparer.Ordinal));
        Assert.All(hits, hit => Assert.True(hit.IsFromLexiconOnly && hit.Entity.IsNone));
    }
}
