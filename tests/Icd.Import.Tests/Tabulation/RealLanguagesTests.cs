using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Tabulation;

/// <summary>Several languages of one release, merged by URI.</summary>
[Collection(RealReleaseTests.Name)]
public sealed class RealLanguagesTests(RealReleases releases) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [WhoDataFact]
    public void Import_WholeFolder_FindsEveryReleaseAndLanguage()
    {
        var found = releases.Report.Releases.ToDictionary(stored => stored.Release.Key.ToString(), stored => string.Join(" ", stored.Release.Languages));
        Assert.Equal(new() { ["icf-2022-02"] = "en", ["mms-2022-02"] = "en fr", ["mms-2024-01"] = "en es", ["mms-2025-01"] = "en" }, found);
        Assert.All(releases.Report.Releases, stored => Assert.False(stored.WasAdded));
        Assert.Equal(["2022-02 3", "2024-01 5"], releases.Report.Crosswalks.Select(stored => $"{stored.Crosswalk.Release} {stored.Crosswalk.Sources.Count}"));
        Assert.Contains(releases.Report.Skipped, file => file.Name.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains(releases.Report.Skipped, file => file.Name.EndsWith("readme.txt", StringComparison.Ordinal));
    }

    [WhoDataTheory]
    [InlineData("2024-01 en", "2024-01 es")]
    [InlineData("2024-01 es", "2024-01 en")]
    [InlineData("2022-02 fr", "2022-02 en")]
    public void Import_LanguagesOneByOneInAnyOrder_GivesTheSameBytes(string first, string second)
    {
        var report = ReleaseImport.Import(RealFile.Named(first).FullPath, _folder.Path, new ImportOptions());
        Assert.False(Assert.Single(report.Releases).WasAdded);
        report = ReleaseImport.Import(RealFile.Named(second).FullPath, _folder.Path, new ImportOptions());
        var stored = Assert.Single(report.Releases);
        Assert.True(stored.WasAdded);
        var together = releases.Stored(RealFile.Named(first).Release);
        Assert.Equal(together.Release.ContentHash, stored.Release.ContentHash);
        Assert.Equal(together.Release.Sources, stored.Release.Sources);
        Assert.True(File.ReadAllBytes(together.Path).AsSpan().SequenceEqual(File.ReadAllBytes(stored.Path)));
    }

    [WhoDataFact]
    public void TitleIn_FrenchGap_IsNotThereAndFallsBackToEnglish()
    {
        var (release, rows) = (releases["mms-2022-02"], releases.Table(RealFile.Named("2022-02 fr")).Rows);
        var gaps = rows.Select((row, i) => (row, Entity: release[i])).Where(pair => pair.row.Title.Length == 0).ToList();
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap =>
        {
            Assert.Null(gap.Entity.TitleIn("fr"));
            Assert.Equal(gap.row.EnglishTitle, gap.Entity.Title);
        });
        Assert.Equal(rows.Count - gaps.Count, release.Entities.Count(entity => entity.TitleIn("fr") is not null));
    }

    /// <summary>The French file repeats the English titles; where the two files differ, neither order of import may decide.</summary>
    [WhoDataFact]
    public void TitleIn_English_IsTheEnglishFiles()
    {
        var (release, english) = (releases["mms-2022-02"], releases.Table(RealFile.Named("2022-02 en")).Rows);
        Assert.Equal(english.Select(row => row.Title), release.Entities.Select(entity => entity.TitleIn("en")));
    }

    public void Dispose() => _folder.Dispose();
}
