using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

/// <summary>The built-in starter release never passes for the official one unsaid, and is not mentioned where it says nothing.</summary>
public class ShowStarterTests
{
    private const string Note = "Note: this is the built-in starter release (a selection, in our own words). For all of ICD-11: `icd data fetch 2024-01`, or `icd data import FILE`.\n";

    [Fact]
    public void Show_FromTheStarter_NotesItOnStandardErrorOnly()
    {
        var result = IcdProcess.Run("show", "5A11", "--json").Exits(0);

        Assert.Equal(Note, result.Error);
        var entity = result.Json.GetProperty("entities")[0];
        Assert.True(entity.GetProperty("starter").GetBoolean());
        Assert.True(entity.GetProperty("titleAuthored").GetBoolean());
    }

    [Fact]
    public void Show_NotInTheStarter_NotesThatThereIsMore()
    {
        var result = IcdProcess.Run("show", "ZZ99").Exits(1);

        Assert.StartsWith(Note + "icd: 'ZZ99' is not in ICD-11 MMS 2024-01 (starter), ICD-10 2026, ICPC-2 2026.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_FromTheStarterInBokmal_NotesItInBokmal() =>
        Assert.StartsWith("Merk: dette er den innebygde startutgaven", IcdProcess.Run("show", "5A11", "--lang", "nb").Exits(0).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("E11.9", 0)]
    [InlineData("E11.99", 1)]
    public void Show_AnotherSystemWithStarterOnly_HasNoNote(string query, int exitCode) =>
        Assert.DoesNotContain("starter", IcdProcess.Run("show", query, "--system", "icd10").Exits(exitCode).Error, StringComparison.Ordinal);

    [WhoDataFact]
    public void Show_OfficialReleaseLoaded_HasNoNote() => Assert.Equal("", RealReleases.Run("show", "5A11", "--lang", "nb").Exits(0).Error);
}
