using System.Text;
using Icd.Core.Codes;
using Icd.Import;
using Icd.Mapping.Who;
using Icd.Tests;

namespace Icd.Mapping.Tests.Who;

/// <summary>WHO's mapping tables through <c>icd data import</c>.</summary>
public sealed class MappingImportTests : IDisposable
{
    private const string Header = "10ClassKind\t10DepthInKind\ticd10Code\ticd10Chapter\ticd10Title\t11ClassKind\t11DepthInKind\tICD-11 FoundationURI\tLinearization (releaseURI)\ticd11Code\ticd11Chapter\ticd11Title\t2024-Jan-21\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("icd-mapping-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Row(string code, string target, string release = "2024-01", string kind = "category") =>
        $"{kind}\t2\t{code}\tI\tx\tcategory\t1\thttp://id.who.int/icd/entity/257068234\thttp://id.who.int/icd/release/11/{release}/mms/257068234\t{target}\t01\tx\n";

    private ImportReport Import(string text, ImportOptions? options = null)
    {
        var path = Path.Combine(_folder, "10To11MapToOneCategory.txt");
        File.WriteAllText(path, text, Encoding.UTF8);
        return ReleaseImport.Import(path, Path.Combine(_folder, "data"), options ?? new ImportOptions());
    }

    private string Refused(string text, ImportOptions? options = null) => Assert.Throws<ImportException>(() => Import(text, options)).Message;

    [Fact]
    public void Import_OneTable_IsCompiledAndSaysThatTheReleaseIsMissing()
    {
        var report = Import(Header + Row("A00.0", "1A00&XN8P1"));

        var crosswalk = Assert.Single(report.Crosswalks).Crosswalk;
        Assert.Equal((ReleaseId.Create(2024, 1), "1A00&XN8P1", 2), (crosswalk.Release, crosswalk.Find(Icd10Code.Parse("A000"))!.Expression, crosswalk.Find(Icd10Code.Parse("A000"))!.Row));
        Assert.Contains("MMS 2024-01 is not imported", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal(["crosswalk-2024-01.icdmap"], Directory.GetFiles(Path.Combine(_folder, "data"), "*.icdmap").Select(Path.GetFileName));
    }

    [Fact]
    public void Import_MixedReleases_IsRefusedWithTheRow() =>
        Assert.Contains("row 3: this row is of release 2022-02, rows above it are of 2024-01", Refused(Header + Row("A00.0", "1A00") + Row("A00.1", "1A00", "2022-02")), StringComparison.Ordinal);

    [Fact]
    public void Import_LabelOfAnotherRelease_IsRefused() =>
        Assert.Contains("its URIs are of release 2022-02, its label '2024-Jan-21' says 2024-01", Refused(Header + Row("A00.0", "1A00", "2022-02")), StringComparison.Ordinal);

    [Fact]
    public void Import_OtherReleaseThanAskedFor_IsRefused() =>
        Assert.Contains("the table is of release 2024-01, not 2025-01", Refused(Header + Row("A00.0", "1A00"), new() { Release = ReleaseId.Create(2025, 1) }), StringComparison.Ordinal);

    [Fact]
    public void Import_CodeTwice_IsRefused() => Assert.Contains("row 3: A00.0 stands in the table twice", Refused(Header + Row("A00.0", "1A00") + Row("A00.0", "1A01")), StringComparison.Ordinal);

    [Theory]
    [InlineData("A0", "1A00", "category", "'A0' is not an ICD-10 code")]
    [InlineData("A00.0", "1A00", "kategori", "'kategori' is not a class kind of ICD-10")]
    public void Import_MalformedRow_IsRefusedWithTheRow(string code, string target, string kind, string reason)
    {
        var message = Refused(Header + Row(code, target, kind: kind));
        Assert.Contains("row 2", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_TargetThatIsNoExpression_IsLeftOutWithANote()
    {
        var report = Import(Header + Row("A00.0", "1A00/"));

        Assert.Equal(WhoTargetClass.None, Assert.Single(report.Crosswalks).Crosswalk.Find(Icd10Code.Parse("A000"))!.Class);
        Assert.Contains(report.Notes, note => note.Contains("row 2: the target '1A00/' is passed over", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public void Import_WhosFiles_TextAndWorkbookOfBothReleases()
    {
        var data = Path.Combine(_folder, "data");
        var now = ReleaseImport.Import(WhoData.File("2024-01", "mapping"), data, new ImportOptions());
        var before = ReleaseImport.Import(WhoData.File("2022-02", "mapping.zip"), data, new ImportOptions());

        var (later, earlier) = (Assert.Single(now.Crosswalks).Crosswalk, Assert.Single(before.Crosswalks).Crosswalk);
        Assert.Equal((12_301, 12_301), (later.Count, earlier.Count));
        Assert.Equal(Enum.GetValues<WhoTable>(), later.Sources.Select(source => source.Table));
        Assert.Equal(48_609, later.Sources[^1].Rows);
        Assert.Equal([WhoTable.OneCategory, WhoTable.MultipleCategories, WhoTable.Back], earlier.Sources.Select(source => source.Table));
        Assert.Equal("1A00&XN8P1", later.Find(Icd10Code.Parse("A00.0"))!.Expression);
        Assert.Equal(later.Release, WhoCrosswalk.Newest(data)!.Release);
        Assert.Equal(earlier.Release, WhoCrosswalk.Newest(data, ReleaseId.Create(2023, 1))!.Release);
    }
}
