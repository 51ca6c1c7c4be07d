using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class ReleaseIdTests
{
    [Theory]
    [InlineData("2024-01", 2024, 1)]
    [InlineData("2018", 2018, 0)]
    [InlineData("2001-12", 2001, 12)]
    [InlineData("2127", 2127, 0)]
    public void TryParse_WellFormed_GivesItsParts(string text, int year, int month)
    {
        Assert.True(ReleaseId.TryParse(text, out var release));
        Assert.Equal((year, month), (release.Year, release.Month));
        Assert.Equal(ReleaseId.Create(year, month), release);
        Assert.Equal(text, release.ToString());
        Assert.False(release.IsNone);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("2024-00", "months begin at 1")]
    [InlineData("2024-13", "month 13")]
    [InlineData("2024-1", "one digit")]
    [InlineData("2024/01", "another separator")]
    [InlineData("2024-01 ", "trailing space")]
    [InlineData("2000", "the packed form has no room for it")]
    [InlineData("2128-01", "the packed form has no room for it")]
    [InlineData("1999", "before ICD-11")]
    [InlineData("+201", "a sign is no digit")]
    [InlineData("202４", "full-width digit")]
    public void TryParse_Malformed_IsRefused(string text, string why)
    {
        Assert.False(ReleaseId.TryParse(text, out var release), why);
        Assert.True(release.IsNone);
    }

    [Theory]
    [InlineData(2000, 1)]
    [InlineData(2128, 1)]
    [InlineData(2024, -1)]
    [InlineData(2024, 13)]
    public void Create_OutOfRange_Throws(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReleaseId.Create(year, month));

    [Fact]
    public void CompareTo_OrdersByTime_WithABareYearBeforeItsMonths()
    {
        ReleaseId[] ordered = [default, ReleaseId.Create(2018, 0), ReleaseId.Create(2018, 1), ReleaseId.Create(2018, 12), ReleaseId.Create(2024, 1)];
        Assert.Equal(ordered, ordered.Reverse().Order());
        for (var i = 1; i < ordered.Length; i++)
        {
            Assert.True(ordered[i - 1] < ordered[i] && ordered[i] > ordered[i - 1]);
            Assert.True(ordered[i - 1] <= ordered[i] && !(ordered[i - 1] >= ordered[i]));
        }
    }

    [Fact]
    public void Default_IsNoRelease()
    {
        Assert.True(default(ReleaseId).IsNone);
        Assert.Equal("", default(ReleaseId).ToString());
    }

    [Fact]
    public void TryParse_OfToString_GivesItBack() => Always.Holds(Some.Release, release =>
    {
        Assert.True(ReleaseId.TryParse(release.ToString(), out var again));
        Assert.Equal(release, again);
    });
}
