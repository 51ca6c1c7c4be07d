using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Postcoordination;

public class StemAxesTests
{
    private const string Sides = "ch:22|laterality|no|no|#310";

    public static TheoryData<string, string, string, string> Inheritance => new()
    {
        { Sides, "NA10.00", "laterality=XK8G,XK9K", "from the chapter down" },
        { Sides, "NA10.Z", "laterality=XK8G,XK9K", "residuals inherit too" },
        { Sides, "1A00", "", "another chapter" },
        { Sides, "XK8G", "", "an extension code has no axes" },
        { Sides + ";NA10.0|laterality|yes|no|XK8G", "NA10.00", "laterality!=XK8G", "the nearest scope replaces" },
        { Sides + ";NA10.0|laterality|yes|no|XK8G", "NA10", "laterality=XK8G,XK9K", "not upward" },
        { "NA10|laterality|no|no|XK8G;NA10|laterality|yes|no|XK9K", "NA10.0", "laterality!=XK8G,XK9K", "the same distance adds" },
        { Sides + ";NA10|laterality|no|no|none", "NA10.0", "", "none takes away" },
        { Sides + ";NA10|laterality|no|no|none;NA10.0|laterality|no|no|XK9K", "NA10.00", "laterality=XK9K", "and nearer gives back" },
        { "ch:22 -NA10.0|laterality|no|no|#310", "NA10.00", "", "excluded with its subtree" },
        { "ch:22 -=NA10.0|laterality|no|no|#310", "NA10.0", "", "excluded alone" },
        { "ch:22 -=NA10.0|laterality|no|no|#310", "NA10.00", "laterality=XK8G,XK9K", "excluded alone, not what is below" },
        { "=NA10|laterality|no|no|#310", "NA10", "laterality=XK8G,XK9K", "exact" },
        { "=NA10|laterality|no|no|#310", "NA10.0", "", "exact, not what is below" },
        { "NA10|specificAnatomy|no|always|#320 -XA10", "NA10", "specificAnatomy=XA20,XA21", "values taken out" },
        { "NA10|specificAnatomy|no|always|#320 -=XA10", "NA10", "specificAnatomy=XA11,XA12,XA20,XA21", "a value taken out, not what is below" },
        { "NA10|specificAnatomy|no|always|=XA10 XA21", "NA10", "specificAnatomy=XA10,XA21", "exact value" },
        { "NA10|specificAnatomy|no|always|XA20;NA10|laterality|no|no|XK8G;NA10|hasSeverity|no|no|XS5W", "NA10", "hasSeverity=XS5W laterality=XK8G specificAnatomy=XA20,XA21", "the order of AxisNames" },
        { "ZZ99|laterality|no|no|#310", "NA10", "", "a scope that the release lacks" },
        { "NA10|laterality|no|no|#9999", "NA10", "", "values that the release lacks" },
    };

    [Theory, MemberData(nameof(Inheritance))]
    public void Of_Stem_FollowsTheScopes(string rows, string stem, string expected, string why) =>
        Assert.Equal($"{why}: {expected}", $"{why}: {SmallMms.Axes(rows).AxesOf(stem)}");

    /// <summary>A value set says what an axis takes by its roots and what is taken out of them.</summary>
    [Theory, MemberData(nameof(Inheritance))]
    public void Exclusions_RootsWithoutThem_AreTheValues(string rows, string stem, string expected, string why)
    {
        var axes = SmallMms.Axes(rows);
        foreach (var axis in axes.Of(axes.Release.Find(stem)))
        {
            var left = axis.Roots.SelectMany(root => root.Descendants.Prepend(root)).ToHashSet();
            foreach (var (entity, isAlone) in axis.Exclusions) left.ExceptWith(isAlone ? [entity] : entity.Descendants.Prepend(entity));
            Assert.True(left.Where(entity => entity.IsSelectable).ToHashSet().SetEquals(axis.Values), $"{why} ({expected}): {string.Join(' ', left.Select(entity => entity.Code))}");
        }
    }

    [Theory]
    [InlineData("NA10|specificAnatomy|no|always|#320", "")]
    [InlineData("NA10|specificAnatomy|no|always|#320 -XA10", "XA10")]
    [InlineData("NA10|specificAnatomy|no|always|#320 -=XA10", "=XA10")]
    [InlineData("NA10|specificAnatomy|no|always|=XA10", "XA11 XA12")]
    [InlineData("NA10|specificAnatomy|no|always|#320 -XA10;NA10|specificAnatomy|no|always|XA11", "XA10 XA11")]
    public void Exclusions_OfEachRoot_AreTheTopmost(string rows, string expected)
    {
        var axes = SmallMms.Axes(rows);
        var axis = Assert.Single(axes.Of(axes.Release.Find("NA10")));
        Assert.Equal(expected, string.Join(' ', axis.Exclusions.Select(taken => (taken.IsAlone ? "=" : "") + taken.Entity.Code)));
    }

    /// <summary>WHO's form of a value set has whole subtrees only: what is left of a root after an exclusion.</summary>
    [Theory]
    [InlineData("#320", "320")]
    [InlineData("#320 -XA10", "324")]
    [InlineData("#320 -XA11", "323 324")]
    [InlineData("#320 -=XA10", "322 323 324")]
    [InlineData("=XA10 XA21", "321 325")]
    public void Subtrees_OfAnAxis_AreItsValues(string values, string expected)
    {
        var axes = SmallMms.Axes($"NA10|specificAnatomy|no|always|{values}");
        Assert.Equal(expected, string.Join(' ', axes.Of(axes.Release.Find("NA10"))[0].Subtrees.Select(entity => entity.Id)));
    }

    [Fact]
    public void Of_ReleaseWithScales_WhoWinsEverywhere()
    {
        var draft = SmallMms.Draft();
        draft.Entities.Single(entity => entity.Code == "NA10").Scales.Add(new("hasSeverity", true, AllowMultipleValues.NotAllowed, [Sample.Uri(331)], Sample.Authored));
        var axes = SmallMms.Axes(Sides, draft);

        Assert.Equal("hasSeverity!=XS5W", axes.AxesOf("NA10"));
        Assert.Equal("", axes.AxesOf("NA20"));
        Assert.True(axes.Covers(axes.Release.Find("1A00")));
        var axis = axes.Of(axes.Release.Find("NA10"))[0];
        Assert.Equal((AxisAuthority.WhoScale, Sample.Authored.Name), (axis.Authority, axis.Provenance));
        Assert.Equal("http://id.who.int/icd/schema/hasSeverity", axis.Uri);
    }

    [Fact]
    public void Covers_Profile_OnlyChaptersWithRules()
    {
        var axes = SmallMms.Axes("NA10|laterality|no|no|#310");
        Assert.True(axes.Covers(axes.Release.Find("NA20")));
        Assert.False(axes.Covers(axes.Release.Find("1A00")));
    }

    [Fact]
    public void Of_Rules_NameTheirRows()
    {
        var axes = SmallMms.Axes("NA10|laterality|no|no|XK8G;NA10|laterality|no|no|XK9K");
        var axis = axes.Of(axes.Release.Find("NA10"))[0];
        Assert.Equal((AxisAuthority.AuthoredRule, "t.tsv:2, t.tsv:3"), (axis.Authority, axis.Provenance));
    }

    [Fact]
    public void StemAxes_WrongRelease_Throws()
    {
        Assert.Throws<ArgumentException>(() => new StemAxes(Sample.Empty(Sample.Key with { Classification = Classification.Icf }, "en").Load()));
        Assert.Throws<ArgumentException>(() => SmallMms.Axes(Sides).Of(SmallMms.Draft().Load().Find("NA10")));
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "NA10\tlaterality\tno\tno\t#310\n", "t.tsv, row 2: there are 5 columns, not 6." },
        { "NA10\tside\tno\tno\t#310\t\n", "t.tsv, row 2: 'side' is not an axis of WHO's schema." },
        { "NA10\tlaterality\tperhaps\tno\t#310\t\n", "t.tsv, row 2: 'perhaps' is neither yes nor no." },
        { "NA10\tlaterality\tno\tsometimes\t#310\t\n", "t.tsv, row 2: 'sometimes' is none of always, no, except-same-block." },
        { "# a comment\n\nNA1O\tlaterality\tno\tno\t#310\t\n", "t.tsv, row 4: 'NA1O' is not a code, a chapter or an entity number." },
        { "NA10\tlaterality\tno\tno\t#x\t\n", "t.tsv, row 2: '#x' is not a code, a chapter or an entity number." },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void Parse_MalformedRow_SaysWhichAndWhy(string rows, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => SmallMms.Profile(rows)).Message);

    [Fact]
    public void Parse_WrongHeader_SaysSo() => Assert.Equal(
        "t.tsv, row 1: the columns must be scope, axis, required, multiple, values, comment.",
        Assert.Throws<FormatException>(() => AxisProfile.Parse(("t.tsv", new StringReader("scope\taxis\n")))).Message);

    [Fact]
    public void Parse_ScopeThatIsANumber_IsNoComment() => Assert.Equal("laterality=XK8G", SmallMms.Axes("#201|laterality|no|no|XK8G").AxesOf("NA10"));

    [Fact]
    public void Default_EveryAxis_HasLabels() => Assert.All(AxisNames.All, axis =>
        Assert.True(AxisNames.IsKnown(axis) && AxisNames.Label(axis, MessageLanguage.English).Length > 0 && AxisNames.Label(axis, MessageLanguage.Bokmal).Length > 0));
}
