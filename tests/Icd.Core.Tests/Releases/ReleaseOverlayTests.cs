using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

/// <summary>Our Norwegian starter titles over WHO's official release.</summary>
public class ReleaseOverlayTests
{
    private readonly ReleaseCatalog _catalog = Catalog(withStarter: true);

    private static ReleaseCatalog Catalog(bool withStarter)
    {
        var (official, starter) = (Sample.Draft(), Sample.Empty(Sample.StarterKey, "nb"));
        starter.Sources.Add(Sample.Authored);
        var chapter = starter.Add(null, "05", 10, "", EntityKind.Chapter);
        chapter.Titles["nb"] = "Endokrine sykdommer";
        // Another code than the official release: WHO's id tells what is the same, not the code.
        var type1 = starter.Add(chapter, "5A12", 12, "");
        type1.Titles["nb"] = "Diabetes type 1";
        type1.Terms.Add(new(TermKind.Synonym, "nb", "sukkersyke", default, Sample.Authored));
        var type2 = starter.Add(chapter, "5A11", 13, "");
        type2.Titles["nb"] = "vår tittel";
        type2.Terms.Add(new(TermKind.Synonym, "nb", "type 2", default, Sample.Authored));
        starter.Add(chapter, "", 11, "", EntityKind.Block).Titles["nb"] = "Sukkersyke";
        var other = starter.Add(chapter, "5A1Y", 11, "");
        (other.Residual, other.Titles["nb"]) = (Residual.Other, "Annen spesifisert diabetes");
        var icf = Sample.Empty(Sample.Key with { Classification = Classification.Icf }, "en");
        icf.Add(null, "b1", 12, "An ICF entity with the id of another");
        ReleaseDraft[] drafts = withStarter ? [official, icf, starter] : [official, icf];
        return new("/nowhere", drafts.Select(draft => new EmbeddedRelease(draft.Key, draft.Load)));
    }

    public static TheoryData<string, string, string, string, bool, string> Titles => new()
    {
        { "5A10", "nb", "Diabetes type 1", "nb", true, "ours, found by id" },
        { "5A11", "nb", "Diabetes type 2, «sukkersyke» \U0001F36C", "nb", false, "the release's own wins over ours" },
        { "5A1Y", "nb", "Annen spesifisert diabetes", "nb", true, "a residual is overlaid as a residual" },
        { "5A1Z", "nb", "Sukkersyke, uspesifisert", "nb", true, "a residual that only its category has words for" },
        { "5A1Z", "sv", "Diabetes, unspecified", "en", false, "no words for residuals in that language" },
        { "XK8G", "nb", "Left", "en", false, "no Norwegian title anywhere: the first language, and said so" },
        { "5A10", "en", "Type 1", "en", false, "the language of the release" },
        { "5A11.0", "en", "Type 2 with blindness", "en", true, "a heading of ours in an official release" },
        { "XK8G", "sv", "Left", "en", false, "a language that nobody has" },
    };

    [Theory, MemberData(nameof(Titles))]
    public void TitleOf_Entity_SaysLanguageAndWhoseItIs(string code, string language, string title, string shown, bool authored, string why)
    {
        var entity = _catalog.Newest(Classification.Mms)!.Find(code);
        Assert.True(new DisplayTitle(title, shown, authored) == _catalog.TitleOf(entity, language), why);
    }

    [Fact]
    public void TitleOf_WithoutStarter_IsTheReleases()
    {
        var catalog = Catalog(withStarter: false);
        Assert.Null(catalog.Starter);
        Assert.Equal(new("Type 1", "en", false), catalog.TitleOf(catalog.Newest(Classification.Mms)!.Find("5A10"), "nb"));
    }

    [Fact]
    public void TitleOf_StarterEntity_IsAuthored() =>
        Assert.Equal(new("vår tittel", "nb", true), _catalog.TitleOf(_catalog.Starter!.Find("5A11"), "nb"));

    [Fact]
    public void TitleOf_EntityOfAnotherClassification_IsNotOverlaid() =>
        Assert.Equal("An ICF entity with the id of another", _catalog.TitleOf(_catalog.Newest(Classification.Icf)![0], "nb").Text);

    [Fact]
    public void TermsOf_Entity_AddsOursAfterTheReleases()
    {
        var release = _catalog.Newest(Classification.Mms)!;
        Assert.Equal(["NIDDM", "diabetes type 1", "", "type 2"], _catalog.TermsOf(release.Find("5A11")).Select(term => term.Text));
        Assert.Equal(["sukkersyke"], _catalog.TermsOf(release.Find("5A10")).Select(term => term.Text));
        Assert.Empty(_catalog.TermsOf(release.Find("XK8G")));
        Assert.Equal(["type 2"], _catalog.TermsOf(_catalog.Starter!.Find("5A11")).Select(term => term.Text));
    }
}
