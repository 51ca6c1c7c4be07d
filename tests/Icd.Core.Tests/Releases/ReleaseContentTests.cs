using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseContentTests
{
    private static readonly Release Release = Sample.Draft().Load();

    [Fact]
    public void Load_Release_HasItsOwnFacts()
    {
        Assert.Equal(Sample.Key, Release.Key);
        Assert.Equal((Classification.Mms, "Sample release", 12), (Release.Classification, Release.Title, Release.Count));
        Assert.Equal(["en", "nb"], Release.Languages);
        Assert.Equal([Sample.Tabulation, Sample.Authored], Release.Sources);
        Assert.True(Release.HasScales);
        Assert.Matches("^[0-9a-f]{64}$", Release.ContentHash);
    }

    [Fact]
    public void Entities_AreInDepthFirstOrder()
    {
        string[] expected = ["05", "", "5A10", "5A11", "5A11.0", "5A1Y", "5A1Z", "X", "", "XK8G", "XK9K", "XS5W"];
        Assert.Equal(expected, Release.Entities.Select(entity => entity.Code));
        Assert.Equal(Enumerable.Range(0, 12), Release.Entities.Select(entity => entity.Index));
        Assert.Equal(["05", "X"], Release.Roots.Select(root => root.Code));
        Assert.Throws<ArgumentOutOfRangeException>(() => Release[12]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Release[-1]);
    }

    [Fact]
    public void Entities_KindsAndTraits_AreThoseOfTheDraft()
    {
        var (chapter, block, type1, authored) = (Release[0], Release[1], Release.Find("5A10"), Release.Find("5A11.0"));
        Assert.Equal((EntityKind.Chapter, EntityKind.Block, EntityKind.Category), (chapter.Kind, block.Kind, type1.Kind));
        Assert.Equal((false, false, false), (chapter.IsSelectable, chapter.IsAuthored, chapter.IsPrimaryTabulation));
        Assert.Equal((true, false, true), (type1.IsSelectable, type1.IsAuthored, type1.IsPrimaryTabulation));
        Assert.Equal((true, true, false), (authored.IsSelectable, authored.IsAuthored, authored.IsPrimaryTabulation));
        Assert.Equal(("BlockL1-5A1", null), (block.BlockId, type1.BlockId));
        Assert.Equal((false, true), (type1.IsExtension, Release.Find("XK8G").IsExtension));
        Assert.Equal((Icd11Code.Parse("5A10"), default), (type1.Icd11Code, type1.Icd10Code));
    }

    [Fact]
    public void Entities_Titles_AreByLanguage()
    {
        var type2 = Release.Find("5A11");
        Assert.Equal(("Type 2", "Type 2", "Diabetes type 2, «sukkersyke» \U0001F36C"), (type2.Title, type2.TitleIn("en"), type2.TitleIn("NB")));
        Assert.Null(type2.TitleIn("sv"));
        Assert.Null(Release.Find("5A10").TitleIn("nb"));
        Assert.Equal("5A11 Type 2", type2.ToString());
        Assert.Equal("BlockL1-5A1 Diabetes", Release[1].ToString());
    }

    [Fact]
    public void Entities_Terms_ComeBackInOrder()
    {
        Term[] expected =
        [
            new(TermKind.Synonym, "en", "NIDDM", default, Sample.Tabulation),
            new(TermKind.Exclusion, "nb", "diabetes type 1", Sample.Uri(12), Sample.Authored),
            new(TermKind.RelatedInMaternalChapter, "", "", Sample.Uri(11, Residual.Other), Sample.Tabulation),
        ];
        Assert.Equal(expected, Release.Find("5A11").Terms);
        Assert.Empty(Release.Find("5A10").Terms);
        Assert.Empty(Release.Find("XS5W").Terms);
    }

    [Fact]
    public void Entities_Scales_ComeBackInOrder()
    {
        var scales = Release.Find("5A11").Scales;
        Assert.Equal(["laterality", "hasSeverity"], scales.Select(scale => scale.Axis));
        Assert.Equal("http://id.who.int/icd/schema/laterality", scales[0].AxisUri);
        Assert.Equal([true, false], scales.Select(scale => scale.IsRequired));
        Assert.Equal([AllowMultipleValues.NotAllowed, AllowMultipleValues.AllowedExceptFromSameBlock], scales.Select(scale => scale.AllowMultipleValues));
        Assert.Equal([Release[8]], scales[0].Roots);
        Assert.Equal([Release.Find("XS5W"), Release.Find("XK9K")], scales[1].Roots);
        Assert.Equal([Sample.Tabulation, Sample.Authored], scales.Select(scale => scale.Source));
        Assert.Empty(Release.Find("5A10").Scales);
    }

    [Fact]
    public void Entities_Residuals_BelongToTheirParent()
    {
        var block = Release[1];
        var (other, unspecified) = (Release.Find("5A1Y"), Release.Find("5A1Z"));
        Assert.Equal((Residual.Other, 11u, "http://id.who.int/icd/release/11/mms/11/other"), (other.Residual, other.Id, other.Uri.ToString()));
        Assert.Equal(default, other.FoundationUri);
        Assert.Equal("http://id.who.int/icd/entity/11", block.FoundationUri.ToString());
        Assert.Equal((other, unspecified), (block.ResidualChild(Residual.Other), block.ResidualChild(Residual.Unspecified)));
        Assert.Null(block.ResidualChild(Residual.None));
        Assert.Null(other.ResidualChild(Residual.Other));
        Assert.Null(Release.Find("5A10").ResidualChild(Residual.Other));
    }

    [Fact]
    public void Load_EmptyRelease_HasNothing()
    {
        var empty = Sample.Empty(Sample.Key).Load();
        Assert.Equal((0, false), (empty.Count, empty.HasScales));
        Assert.Empty(empty.Entities);
        Assert.Empty(empty.Roots);
        Assert.Empty(empty.Languages);
        Assert.False(empty.TryFind("5A11", out _));
        Assert.False(empty.TryFind(Sample.Uri(13), out _));
    }

    [Fact]
    public void DefaultEntity_IsNone()
    {
        Entity none = default;
        Assert.True(none.IsNone);
        Assert.Equal("", none.ToString());
        Assert.Throws<InvalidOperationException>(() => none.Code);
        Assert.NotEqual(none, Release[0]);
        Assert.True(Release[0] == Release.Find("05") && Release[0] != Release[1]);
        Assert.NotEqual(Release[0], Sample.Draft().Load()[0]);
    }
}
