using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Expressions;

public class ClusterExpressionLimitTests
{
    private static string Members(int count, string member, string separator) => string.Join(separator, Enumerable.Repeat(member, count));

    [Theory]
    [InlineData("/", "5A11", "stems")]
    [InlineData("&", "XK8G", "extensions")]
    public void TryParse_32Members_IsAccepted_33Refused(string separator, string member, string why)
    {
        var full = $"5A11{separator}{Members(31, member, separator)}";
        Assert.True(ClusterExpression.TryParse(full, out var expression, out _), why);
        Assert.Equal(ClusterExpression.MaxMembers, expression.Count);
        Assert.Equal(full, expression.ToString());
        Assert.Equal(expression, ClusterExpression.Parse(expression.ToString()));

        Assert.False(ClusterExpression.TryParse($"{full}{separator}{member}", out expression, out var error), why);
        Assert.Equal(new SyntaxError(SyntaxErrorKind.TooManyMembers, full.Length + 1), error);
        Assert.Equal(default, expression);
    }

    [Fact]
    public void TryParse_32MembersAndASeparator_IsStillATrailingSeparator()
    {
        Assert.False(ClusterExpression.TryParse(Members(32, "5A11", "/") + "/", out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.TrailingSeparator, 159, 1), error);
    }

    [Fact]
    public void TryParse_AMillionMembers_StopsAtTheFirstTooMany()
    {
        Assert.False(ClusterExpression.TryParse(Members(1_000_000, "5A11", "/"), out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.TooManyMembers, 160), error);
    }

    [Fact]
    public void MaxLength_OfTheLongestExpressionOfCodes_IsExact()
    {
        Assert.Equal(255, ClusterExpression.MaxLength);
        var longest = ClusterExpression.Parse(Members(32, "8A68.Z0", "/"));
        Assert.Equal(ClusterExpression.MaxLength, longest.ToString().Length);
        Assert.Equal(ClusterExpression.MaxLength, longest.ToString("W", null).Length);
    }

    [Fact]
    public void MaxUriFormLength_OfTheLongestExpressionOfUris_IsExact()
    {
        var uri = EntityUri.Create(Linearization.Mms, uint.MaxValue, Residual.Unspecified, ReleaseId.Create(2024, 12)).ToString();
        var longest = ClusterExpression.Parse(Members(32, uri, "/"));
        Assert.Equal(ClusterExpression.MaxUriFormLength, longest.ToString().Length);
        Assert.Equal(longest, ClusterExpression.Parse(longest.ToString()));

        var utf8 = new byte[ClusterExpression.MaxUriFormLength];
        Assert.True(longest.TryFormat(utf8, out var written, default, null));
        Assert.Equal(utf8.Length, written);
    }
}
