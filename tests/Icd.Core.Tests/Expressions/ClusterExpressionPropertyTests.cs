using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Expressions;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Expressions;

public class ClusterExpressionPropertyTests
{
    private static readonly ClusterExpression Codes = ClusterExpression.Parse("2A00&XN109&XK8G/5A11");
    private static readonly ClusterExpression Shuffled = ClusterExpression.Parse("2A00&XK8G&XN109/5A11");
    private static readonly ClusterExpression Uris = ClusterExpression.Parse(ClusterExpressionParsingTests.Uri + " & XK8G");
    private static readonly char[] Text = new char[ClusterExpression.MaxUriFormLength];
    private static readonly byte[] Utf8 = new byte[ClusterExpression.MaxUriFormLength];

    [Fact]
    public void Parse_OfFormat_GivesTheExpressionBack() => Always.Holds(Some.Expression, expression =>
    {
        Assert.Equal(expression, ClusterExpression.Parse(expression.ToString()));
        var asWritten = ClusterExpression.Parse(expression.ToString("W", null));
        Assert.Equal(expression, asWritten);
        Assert.Equal(Members(expression), Members(asWritten));
    });

    [Fact]
    public void ToString_OfItsOwnResult_ChangesNothing() => Always.Holds(Some.Expression, expression =>
        Assert.Equal(expression.ToString(), ClusterExpression.Parse(expression.ToString()).ToString("W", null)));

    [Fact]
    public void Equals_ExtensionsShuffled_IsTheSameExpression()
    {
        var pairs = from groups in Some.Groups from order in Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 32) select (groups, order);
        Always.Holds(pairs, pair =>
        {
            var shuffled = pair.groups.Select(group => (string[])[group[0], .. group.Skip(1).Zip(pair.order).OrderBy(x => x.Second).Select(x => x.First)]).ToArray();
            var (one, other) = (ClusterExpression.Parse(Some.Joined(pair.groups)), ClusterExpression.Parse(Some.Joined(shuffled)));
            Assert.True(one == other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.Equal(one.ToString(), other.ToString());
        });
    }

    [Fact]
    public void Equals_TwoExpressions_AreEqualExactlyWhenTheirTextsAre()
    {
        // Few codes, so that equal pairs and near misses are common.
        var text = from stems in Gen.Choose(1, 3)
                   from groups in Gen.ArrayOf(
                       from stem in Gen.Elements("5A10", "5A11")
                       from count in Gen.Choose(0, 3)
                       from extensions in Gen.ArrayOf(Gen.Elements("XK8G", "XK8J"), count)
                       select (string[])[stem, .. extensions], stems)
                   select Some.Joined(groups);
        Always.Holds(from one in text from other in text select (one, other), pair =>
        {
            var (one, other) = (ClusterExpression.Parse(pair.one), ClusterExpression.Parse(pair.other));
            Assert.Equal(one.ToString() == other.ToString(), one == other);
        }, cases: 10_000);
    }

    public static TheoryData<Gen<string>> Hostile =>
    [
        Some.NastyText,
        Some.AnyText,
        Some.NearMiss(Some.Groups.Select(Some.Joined)),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void TryParse_HostileText_NeverThrowsAndPointsIntoTheText(Gen<string> texts) => Always.Holds(
        texts, text => Agreement.Holds<ClusterExpression>(text, ClusterExpression.TryParse, ClusterExpression.TryParse), cases: 10_000);

    [Fact]
    public void ParsingFormattingComparing_AllocateNothing() => Allocation.IsNone(static () =>
    {
        var right = ClusterExpression.TryParse("2A00&XN109&XK8G/5A11", out var parsed, out _)
            && ClusterExpression.TryParse("2A00&XN109&XK8G/5A11"u8, out _, out _)
            && !ClusterExpression.TryParse("2A00&XN109&5A11", out _, out _)
            && parsed == Codes && Codes == Shuffled && Codes.GetHashCode() == Shuffled.GetHashCode()
            && Codes.TryFormat(Text, out _, default, null) && Codes.TryFormat(Utf8, out _, "W", null)
            && Uris.TryFormat(Text, out _, default, null) && Uris.TryFormat(Utf8, out _, default, null);
        foreach (var group in Codes.Groups) right &= !group.Stem.IsUri;
        if (!right) throw new InvalidOperationException("A measured call gave the wrong answer.");
    });

    private static IEnumerable<string> Members(ClusterExpression expression) =>
        Enumerable.Range(0, expression.Count).Select(i => $"{expression.IsStem(i)} {expression[i]}");
}
