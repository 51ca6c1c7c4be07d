using Icd.Core.Expressions;

namespace Icd.Core.Tests.Expressions;

public class ClusterExpressionEqualityTests
{
    private const string Uri = ClusterExpressionParsingTests.Uri;

    public static TheoryData<string, string, bool, string> Pairs => new()
    {
        { "5A11&XK8G&XN109", "5A11&XN109&XK8G", true, "the order of extensions means nothing" },
        { "5a11 & xk8g", "5A11&XK8G", true, "case and space mean nothing" },
        { $"5A11&{Uri}&XK8G", $"5A11&XK8G&{Uri}", true, "codes and URIs mixed" },
        { "2A00&XK8G/5A11&XN109&XK8G", "2A00&XK8G/5A11&XK8G&XN109", true, "order inside the second stem" },
        { "2A00/5A11", "5A11/2A00", false, "stem order tells the main condition" },
        { "5A11&XK8G", "5A11&XK8G&XK8G", false, "a repeated extension counts" },
        { "5A11&XK8G&XK8G&XN109", "5A11&XK8G&XN109&XN109", false, "which one is repeated counts" },
        { "2A00&XK8G/5A11", "2A00/5A11&XK8G", false, "which stem is extended counts" },
        { "2A00&XK8G/5A11&XN109", "2A00&XN109/5A11&XK8G", false, "extensions exchanged between stems" },
        { "5A11", "5A11/5A11", false, "a repeated stem" },
        { "5A11", "5A10", false, "another stem" },
        { $"{Uri}&XK8G", $"{Uri}/other&XK8G", false, "a residual is another entity" },
        { "5A11", Uri, false, "a code and a URI are different texts" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Equals_Pair_MeansTheSameStatement(string left, string right, bool equal, string why)
    {
        var (one, other) = (ClusterExpression.Parse(left), ClusterExpression.Parse(right));
        Assert.True(equal == one.Equals(other), why);
        Assert.True(equal == other.Equals((object)one), why);
        Assert.Equal(equal, one == other);
        Assert.Equal(equal, !(one != other));
        Assert.Equal(equal, one.ToString() == other.ToString());
        if (equal) Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equals_SomethingElse_IsFalse()
    {
        Assert.False(ClusterExpression.Parse("5A11").Equals("5A11"));
        Assert.False(ClusterExpression.Parse("5A11").Equals(null));
        Assert.NotEqual(default, ClusterExpression.Parse("5A11"));
    }

    [Theory]
    [InlineData("2A00/5A11", "5A11/2A00", "stem order")]
    [InlineData("2A00&XK8G/5A11&XN109", "2A00&XN109/5A11&XK8G", "extensions exchanged between stems")]
    [InlineData("2A00&XK8G/5A11", "2A00/5A11&XK8G", "extension on another stem")]
    public void GetHashCode_LikelyNeighbours_Differ(string left, string right, string why) =>
        Assert.True(ClusterExpression.Parse(left).GetHashCode() != ClusterExpression.Parse(right).GetHashCode(), why);

    [Theory]
    [InlineData("5A11&XN109&XK8G", "5A11&XK8G&XN109", "5A11&XN109&XK8G", "codes are sorted like their text")]
    [InlineData("5A11&XK8G1&XK8G", "5A11&XK8G&XK8G1", "5A11&XK8G1&XK8G", "a code comes before those it begins")]
    [InlineData($"5A11&{Uri}&XK8G", $"5A11 & XK8G & {Uri}", $"5A11 & {Uri} & XK8G", "URIs come after codes")]
    [InlineData("8A00&XN109/2A00&XS8H&XA000", "8A00&XN109/2A00&XA000&XS8H", "8A00&XN109/2A00&XS8H&XA000", "each stem by itself, stems unmoved")]
    public void ToString_Format_IsCanonicalOrAsWritten(string text, string canonical, string asWritten, string why)
    {
        var expression = ClusterExpression.Parse(text);
        Assert.True(canonical == expression.ToString(), why);
        Assert.Equal(canonical, expression.ToString("G", null));
        Assert.Equal(canonical, expression.ToString("", null));
        Assert.Equal(asWritten, expression.ToString("W", null));
    }

    [Theory]
    [InlineData("g")]
    [InlineData("X")]
    [InlineData("WW")]
    public void Format_Unknown_ThrowsAndNamesTheFormats(string format)
    {
        var expression = ClusterExpression.Parse("5A11");
        var error = Assert.Throws<FormatException>(() => expression.ToString(format, null));
        Assert.Equal($"'{format}' is not a format of ClusterExpression; use G or W.", error.Message);
        Assert.Throws<FormatException>(() => expression.TryFormat(new char[9], out _, format, null));
        Assert.Throws<FormatException>(() => expression.TryFormat(new byte[9], out _, format, null));
    }
}
