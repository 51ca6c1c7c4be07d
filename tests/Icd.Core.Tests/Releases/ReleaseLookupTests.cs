using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseLookupTests
{
    private static readonly Release Release = Sample.Draft().Load();

    public static TheoryData<string, string?, string> Codes => new()
    {
        { "5A11", "5A11", "as printed" },
        { "5a11.0", "5A11.0", "lower case" },
        { "xk8G", "XK8G", "mixed case" },
        { "05", "05", "a chapter's number" },
        { "x", "X", "chapter X, lower case" },
        { "5A12", null, "well-formed but not there" },
        { "5A11.1", null, "a child that is not there" },
        { "E11.9", null, "another classification" },
        { "5A1O", null, "malformed" },
        { " 5A11", null, "a space is not trimmed away unseen" },
        { "BlockL1-5A1", null, "a block has no code" },
        { "", null, "nothing" },
        { "5A11&XK8G", null, "an expression" },
    };

    [Theory, MemberData(nameof(Codes))]
    public void TryFind_Text_FindsTheEntity(string code, string? expected, string why)
    {
        Assert.True((expected is not null) == Release.TryFind(code, out var entity), why);
        Assert.Equal(expected, entity.IsNone ? null : entity.Code);
    }

    public static TheoryData<string, string?, string> Uris => new()
    {
        { "http://id.who.int/icd/release/11/mms/13", "5A11", "unversioned" },
        { "http://id.who.int/icd/release/11/2024-01/mms/13", "5A11", "of this release" },
        { "http://id.who.int/icd/release/11/2023-01/mms/13", null, "of another release" },
        { "http://id.who.int/icd/entity/13", "5A11", "Foundation" },
        { "http://id.who.int/icd/release/11/mms/11/other", "5A1Y", "residual Y" },
        { "http://id.who.int/icd/release/11/mms/11/unspecified", "5A1Z", "residual Z" },
        { "http://id.who.int/icd/entity/11", "", "a block, which has no code" },
        { "http://id.who.int/icd/release/11/mms/13/other", null, "a residual that is not there" },
        { "http://id.who.int/icd/release/11/icf/13", null, "another linearization" },
        { "http://id.who.int/icd/entity/99", null, "unknown" },
    };

    [Theory, MemberData(nameof(Uris))]
    public void TryFind_Uri_FindsTheEntity(string uri, string? expected, string why)
    {
        Assert.True((expected is not null) == Release.TryFind(EntityUri.Parse(uri), out var entity), why);
        Assert.Equal(expected, entity.IsNone ? null : entity.Code);
    }

    [Fact]
    public void TryFind_EveryEntity_IsFoundByCodeAndId()
    {
        foreach (var entity in Release.Entities)
        {
            Assert.True(Release.TryFind(entity.Uri, out var byUri) && byUri == entity);
            Assert.True(Release.TryFind(entity.Id, entity.Residual, out var byId) && byId == entity);
            if (entity.Code.Length > 0) Assert.True(Release.TryFind(entity.Icd11Code, out var byCode) && byCode == entity);
        }
    }

    [Fact]
    public void TryFind_Defaults_FindNothing()
    {
        Assert.False(Release.TryFind(default(Icd11Code), out _));
        Assert.False(Release.TryFind(default(EntityUri), out _));
        Assert.False(Release.TryFind(0, Residual.None, out _));
        Assert.False(Release.TryFind(Icd10Code.Parse("E11"), out _));
    }

    [Fact]
    public void TryFind_Icd10_TakesAnySpellingAndMark()
    {
        var draft = Sample.Empty(new(Classification.Icd10, ReleaseId.Create(2026, 0)), "nb");
        var chapter = draft.Add(null, "iv", 0, "", EntityKind.Chapter);
        draft.Add(chapter, "", 0, "", EntityKind.Block).BlockId = "E10-E14";
        draft.Add(chapter, "E119", 0, "");
        draft.Add(chapter, "G01*", 0, "");
        draft.Add(chapter, "V0n0a", 0, "");
        var release = draft.Load();

        Assert.Equal(["IV", "", "E11.9", "G01", "V0n.0a"], release.Entities.Select(entity => entity.Code));
        Assert.All(["E11.9", "e119", "E119", "E11.9†", "e11.9*"], text => Assert.Equal("E11.9", release.Find(text).Code));
        Assert.All(["V0N.0A", "v0n0a"], text => Assert.Equal("V0n.0a", release.Find(text).Code));
        Assert.All(["IV", "iv"], text => Assert.Equal("IV", release.Find(text).Code));
        Assert.True(release.TryFind(Icd10Code.Parse("G01†"), out var marked) && marked.Code == "G01");
        Assert.Equal((Icd10Code.Parse("G01"), default), (marked.Icd10Code, release[0].Icd10Code));
        Assert.All(["V", "I V", "E10-E14", "5A11", ""], text => Assert.False(release.TryFind(text, out _)));
        Assert.False(release.TryFind(Sample.Uri(13), out _));
        Assert.False(release.TryFind(Icd11Code.Parse("5A11"), out _));
        Assert.Equal((default, default), (release[2].Uri, release[2].FoundationUri));
    }

    [Theory]
    [InlineData(Classification.Icf, "b110", "B110", "ICF codes are lower case")]
    [InlineData(Classification.Icpc2, "K86", "k86", "ICPC-2 codes are upper case")]
    public void TryFind_OtherClassification_TakesAnyAsciiCase(Classification classification, string code, string typed, string why)
    {
        var draft = Sample.Empty(new(classification, ReleaseId.Create(2024, 1)), "en");
        draft.Add(null, typed, 1, "");
        draft.Add(null, classification == Classification.Icf ? "s1" : "S01", 2, "");
        var release = draft.Load();
        Assert.True(code == release.Find(typed).Code, why);
        Assert.Equal(code, release.Find(code).Code);
        Assert.All(["\u017F1", "\u017F01", "\u212A86", "", "b11000000", "b１10"], text => Assert.False(release.TryFind(text, out _)));
    }
}
