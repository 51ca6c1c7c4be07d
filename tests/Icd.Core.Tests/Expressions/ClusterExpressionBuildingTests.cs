using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Expressions;

public class ClusterExpressionBuildingTests
{
    private static readonly ClusterMember Stem = Icd11Code.Parse("5A11");
    private static readonly ClusterMember Extension = Icd11Code.Parse("XK8G");
    private static readonly ClusterMember Chapter = Icd11Code.Parse("05");
    private static readonly ClusterMember Uri = EntityUri.Create(Linearization.Mms, 7, Residual.Other);
    private static readonly ClusterMember IcfUri = EntityUri.Create(Linearization.Icf, 7);

    [Fact]
    public void With_AppendsWithoutChangingTheOriginal()
    {
        var one = new ClusterExpression(Stem);
        var two = one.WithExtension(Extension);
        var three = two.WithStem(Uri).WithExtension(Uri);
        Assert.Equal("5A11", one.ToString());
        Assert.Equal("5A11&XK8G", two.ToString());
        Assert.Equal(ClusterExpression.Parse($"5A11 & XK8G / {Uri} & {Uri}"), three);
        Assert.Equal([true, false, true, false, false], Enumerable.Range(0, 5).Select(i => three.IsStem(i)));
        Assert.False(three.IsStem(-1));
    }

    public static TheoryData<string, bool, bool, string> Members => new()
    {
        { "5A11", true, false, "a stem code" },
        { "XK8G", false, true, "an extension code" },
        { "05", false, false, "a chapter" },
        { "X", false, false, "the chapter of extension codes" },
        { "", false, false, "default is no member" },
        { "http://id.who.int/icd/entity/7", true, true, "the Foundation's form does not tell" },
        { "http://id.who.int/icd/release/11/2024-01/mms/7", true, true, "nor does the linearization's" },
        { "http://id.who.int/icd/release/11/icf/7", false, false, "ICF has a syntax of its own, as in the parser" },
    };

    [Theory, MemberData(nameof(Members))]
    public void With_Member_IsAcceptedWhereTheParserWouldAcceptIt(string text, bool asStem, bool asExtension, string why)
    {
        var member = EntityUri.TryParse(text, out var uri) ? uri : Icd11Code.TryParse(text, out var code) ? code : default(ClusterMember);
        var start = new ClusterExpression(Stem);
        Accepts(asStem, () => new ClusterExpression(member), text, "stem", why);
        Accepts(asStem, () => start.WithStem(member), text, "stem", why);
        Accepts(asExtension, () => start.WithExtension(member), text, "extension", why);
        Assert.Equal(asStem, ClusterExpression.TryParse("5A11/" + text, out _));
        Assert.Equal(asExtension, ClusterExpression.TryParse("5A11&" + text, out _));
    }

    private static void Accepts(bool accepted, Func<ClusterExpression> build, string text, string kind, string why)
    {
        var error = Record.Exception(() => build());
        if (accepted) Assert.True(error is null, why);
        else Assert.True((error as ArgumentException)?.Message.StartsWith($"'{text}' is no {kind} code.", StringComparison.Ordinal), why);
    }

    [Fact]
    public void With_FullOrDefault_Throws()
    {
        var full = new ClusterExpression(Stem);
        while (full.Count < ClusterExpression.MaxMembers) full = full.WithExtension(Extension);
        Assert.Equal("An expression has at most 32 members.", Assert.Throws<InvalidOperationException>(() => full.WithStem(Stem)).Message);
        Assert.Throws<InvalidOperationException>(() => full.WithExtension(Extension));
        Assert.Equal("An expression begins with a stem.", Assert.Throws<InvalidOperationException>(() => default(ClusterExpression).WithStem(Stem)).Message);
        Assert.Throws<InvalidOperationException>(() => default(ClusterExpression).WithExtension(Extension));
    }

    [Fact]
    public void Indexer_Member_IsAsWritten()
    {
        var expression = ClusterExpression.Parse($"5A11&XN109&XK8G/{Uri}");
        Assert.Equal(["5A11", "XN109", "XK8G", Uri.ToString()], Enumerable.Range(0, expression.Count).Select(i => expression[i].ToString()));
        Assert.Throws<IndexOutOfRangeException>(() => expression[4]);
        Assert.Throws<IndexOutOfRangeException>(() => expression[-1]);
    }

    [Fact]
    public void Groups_Enumerate_GiveEachStemWithItsExtensions()
    {
        var expression = ClusterExpression.Parse("2A00/5A11&XN109&XK8G/BA41.0&XK8G");
        var groups = new List<string>();
        foreach (var group in expression.Groups)
            groups.Add($"{group.Start}:{group.Stem}[{string.Join(',', ExtensionsOf(group))}]");
        Assert.Equal(["0:2A00[]", "1:5A11[XN109,XK8G]", "4:BA41.0[XK8G]"], groups);
    }

    [Fact]
    public void Groups_OfAFullExpression_EndAtTheLastMember()
    {
        var stems = 0;
        foreach (var group in ClusterExpression.Parse(string.Join('/', Enumerable.Repeat("5A11", 32))).Groups)
        {
            Assert.Equal((stems++, 0), (group.Start, group.ExtensionCount));
        }

        Assert.Equal(32, stems);
    }

    private static List<string> ExtensionsOf(StemGroup group)
    {
        var extensions = new List<string>();
        for (var i = 0; i < group.ExtensionCount; i++) extensions.Add(group.Extension(i).ToString());
        return extensions;
    }

    [Fact]
    public void Default_IsNoExpression()
    {
        ClusterExpression none = default;
        Assert.Equal((0, 0, false, ""), (none.Count, none.StemCount, none.IsPostcoordinated, none.ToString()));
        Assert.False(none.IsStem(0));
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
        Assert.False(none.Groups.GetEnumerator().MoveNext());
        Assert.Equal(default, none);
        Assert.Equal(none.GetHashCode(), default(ClusterExpression).GetHashCode());
    }

    [Fact]
    public void ClusterMember_IsACodeOrAUri()
    {
        Assert.Equal((false, Icd11Code.Parse("5A11"), default(EntityUri)), (Stem.IsUri, Stem.Code, Stem.Uri));
        Assert.Equal((true, default(Icd11Code), EntityUri.Create(Linearization.Mms, 7, Residual.Other)), (Uri.IsUri, Uri.Code, Uri.Uri));
        Assert.Equal("", default(ClusterMember).ToString());
        Assert.True(Stem == ClusterMember.FromIcd11Code(Stem.Code) && Uri == ClusterMember.FromEntityUri(Uri.Uri) && Stem != Uri);
        Assert.Equal(Stem.GetHashCode(), ClusterMember.FromIcd11Code(Stem.Code).GetHashCode());
        Assert.NotEqual(Chapter, IcfUri);
    }
}
