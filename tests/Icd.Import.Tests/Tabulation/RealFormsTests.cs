using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Tabulation;

/// <summary>The same release in every form in which a user may have it.</summary>
[Collection(RealReleaseTests.Name)]
public sealed class RealFormsTests(RealReleases releases) : IDisposable
{
    private const string Table = "SimpleTabulation-ICD-11-MMS-en";

    private readonly TemporaryFolder _folder = new();

    [WhoDataFact]
    public void Import_ZipFolderTextOrWorkbook_GivesTheSameContent()
    {
        var file = RealFile.Named("2024-01 en");
        var zip = Import(file.FullPath, "zip");
        var text = _folder.Write("unpacked/2024-01/" + Table + ".txt", file.Bytes());
        var workbook = _folder.Write(Table + ".xlsx", file.Bytes(Table + ".xlsx"));

        Assert.Equal(["en"], zip.Languages);
        Assert.Equal(zip.ContentHash, Import(text, "txt").ContentHash);
        Assert.Equal(zip.ContentHash, Import(_folder.File("unpacked"), "folder").ContentHash);
        Assert.Equal(zip.ContentHash, Import(workbook, "xlsx").ContentHash);
    }

    [WhoDataFact]
    public void Import_Again_ChangesNothing()
    {
        var (file, stored) = (RealFile.Named("2024-01 es"), releases.Stored("mms-2024-01"));
        var path = _folder.Write("data/" + Path.GetFileName(stored.Path), File.ReadAllBytes(stored.Path));
        var before = File.ReadAllBytes(path);
        var again = Import(file.FullPath, "data");
        Assert.Equal(stored.Release.ContentHash, again.ContentHash);
        Assert.True(before.AsSpan().SequenceEqual(File.ReadAllBytes(path)));
    }

    [WhoDataFact]
    public void Import_OtherReleaseForcedOntoThisOne_IsRefusedAndNothingChanges()
    {
        var stored = releases.Stored("icf-2022-02");
        var path = _folder.Write("data/mms-2024-01.icdrel", File.ReadAllBytes(releases.Stored("mms-2024-01").Path));
        var before = File.ReadAllBytes(path);
        var exception = Assert.Throws<ImportException>(() => ReleaseImport.Import(RealFile.Named("2025-01 en").FullPath, _folder.File("data"), new ImportOptions { Release = ReleaseId.Create(2024, 1) }));
        Assert.Contains("--release", exception.Message, StringComparison.Ordinal);
        Assert.True(before.AsSpan().SequenceEqual(File.ReadAllBytes(path)));
        Assert.NotEqual(stored.Release.Key, Release.Open(path).Key);
    }

    [WhoDataFact]
    public void Import_BetaExportOfIcf_TakesItsFoldersReleaseAndSaysSo()
    {
        Assert.Contains(releases.Report.Notes, note => note.Contains("LinearizationMiniOutput-ICF-en.txt", StringComparison.Ordinal) && note.Contains("test platform", StringComparison.Ordinal) && note.Contains("--release", StringComparison.Ordinal));
        var source = Assert.Single(releases["icf-2022-02"].Sources);
        Assert.Equal((SourceKind.WhoLinearization, "LinearizationMiniOutput-ICF-en.txt", "2022 Sep 29 - 22:30 UTC"), (source.Kind, source.Name, source.Version));
    }

    [WhoDataFact]
    public void Import_RealFile_RecordsItsSha256()
    {
        var source = releases["mms-2025-01"].Sources.Single();
        var expected = System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(RealFile.Named("2025-01 en").FullPath));
        Assert.Equal((Convert.ToHexStringLower(expected), SourceKind.WhoTabulation, "en"), (source.Sha256, source.Kind, source.Language));
    }

    private Release Import(string path, string data) => Assert.Single(ReleaseImport.Import(path, _folder.File(data), new ImportOptions()).Releases).Release;

    public void Dispose() => _folder.Dispose();
}
