using Icd.Mapping.Rules;

namespace Icd.Mapping.Tests.Rules;

public class CodePatternTests
{
    [Theory]
    [InlineData("E11.3", "E113", true)]
    [InlineData("E113", "E113", true)]
    [InlineData("E11.3", "E11", false)]
    [InlineData("E1[0-4].3", "E143", true)]
    [InlineData("E1[0-4].3", "E153", false)]
    [InlineData("M05.8?", "M0582", true)]
    [InlineData("M05.8?", "M058", false)]
    [InlineData("E11-", "E11", true)]
    [InlineData("E11-", "E119", true)]
    [InlineData("E11-", "E12", false)]
    [InlineData("V0n[03-9x][a-i]", "V0nxc", true)]
    [InlineData("V0n[03-9x][a-i]", "V0n1c", false)]
    [InlineData("v0N??", "V0n1a", true)]
    public void Matches_PlaceByPlace(string pattern, string code, bool expected)
    {
        Assert.True(CodePattern.TryParse(pattern, 3, out var parsed));
        Assert.Equal(expected, parsed.Matches(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("E1")]
    [InlineData("E11.345")]
    [InlineData("E1[")]
    [InlineData("E1[]")]
    [InlineData("E1[9-0]")]
    [InlineData("E-11")]
    [InlineData("E11.-3")]
    [InlineData("E11;3")]
    public void TryParse_Malformed_IsRefused(string pattern) => Assert.False(CodePattern.TryParse(pattern, 3, out _));

    [Fact]
    public void Breadth_OrdersFromOneCodeToAll()
    {
        string[] fromNarrow = ["M05.82", "M05.8[0-4]", "M05.8[0-9]", "M05.8?", "M05.8-", "M05.??", "M05-"];

        var breadths = fromNarrow.Select(text => CodePattern.TryParse(text, 3, out var pattern) ? pattern.Breadth : -1).ToList();

        Assert.Equal(breadths.Order(), breadths);
        Assert.Equal(breadths.Count, breadths.Distinct().Count());
    }
}
