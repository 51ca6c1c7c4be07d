using Icd.Core.Codes;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests;

/// <summary>Which release and language a file is of.</summary>
public sealed class FileNamingTests : IDisposable
{
    private const string Label = "2024 Jan 21 - 22:30 UTC";

    private readonly Importing _importing = new();

    [Theory]
    [InlineData("", Label, "en.txt", "mms-2024-01", "label only")]
    [InlineData("", Label, "2024-01/en.txt", "mms-2024-01", "label and folder agree")]
    [InlineData("", "", "2023-01/en.txt", "mms-2023-01", "folder only")]
    [InlineData("", "", "2023-01/sub/folder/en.txt", "mms-2023-01", "a folder above")]
    [InlineData("", "1024 Jan 21", "2023-01/en.txt", "mms-2023-01", "a label with an impossible year says nothing")]
    [InlineData("2022-02/", Label, "en.txt", "mms-2022-02", "URIs are surer than the label")]
    [InlineData("2022-02/", Label, "2023-01/en.txt", "mms-2022-02", "URIs are surer than the folder")]
    [InlineData("2018/", "", "en.txt", "mms-2018", "the first release was a bare year")]
    [InlineData("beta/", Label, "2023-01/en.txt", "mms-2023-01", "a beta export's label is the day of the export")]
    public void Import_SignsOfARelease_TheSurestCounts(string inUris, string label, string path, string expected, string why)
    {
        var release = _importing.Import(Table(inUris, label), path.Replace("en.txt", "table-en.txt", StringComparison.Ordinal));
        Assert.True(expected == release.Key.ToString(), why);
    }

    [Theory]
    [InlineData("", Label, "2023-01/table-en.txt", "the folder says release 2023-01")]
    [InlineData("", "", "table-en.txt", "does not say which release")]
    [InlineData("", "9999 Jan 21", "table-en.txt", "does not say which release")]
    [InlineData("", Label, "table.txt", "language cannot be told")]
    public void Import_SignsMissingOrContradictory_AsksForTheOption(string inUris, string label, string path, string message)
    {
        var exception = _importing.Refused(Table(inUris, label).Bytes(), path);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Matches("--(release|language)", exception.Message);
    }

    [Theory]
    [InlineData("", Label, "2023-01/table-en.txt")]
    [InlineData("", "", "table-en.txt")]
    [InlineData("beta/", Label, "2023-01/table-en.txt")]
    public void Import_ReleaseGiven_OverridesEverySignButUris(string inUris, string label, string path)
    {
        var release = _importing.Import(Table(inUris, label), path, new ImportOptions { Release = ReleaseId.Create(2025, 1) });
        Assert.Equal("mms-2025-01", release.Key.ToString());
    }

    [Fact]
    public void Import_ReleaseGivenAgainstUris_IsRefused() => Assert.Contains(
        "its URIs are of release 2022-02, not 2025-01",
        _importing.Refused(Table("2022-02/", "").Bytes(), options: new ImportOptions { Release = ReleaseId.Create(2025, 1) }).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("SimpleTabulation-ICD-11-MMS-es.txt", null, "es")]
    [InlineData("simpletabulation_fr.txt", null, "fr")]
    [InlineData("simpletabulation.txt", null, "en")]
    [InlineData("SimpleTabulation-ICD-11-MMS-pt-BR.txt", null, "pt-br")]
    [InlineData("table.txt", "nb", "nb")]
    [InlineData("simpletabulation_fr.txt", "nb", "nb")]
    public void Import_Language_IsInTheNameOrGiven(string name, string? given, string expected) =>
        Assert.Equal([expected], _importing.Import(new SmallTabulation(), name, new ImportOptions { Language = given }).Languages);

    [Fact]
    public void Import_LabelDecides_IsNotedForAPersonToCheck()
    {
        var report = _importing.Report(_importing.Folder.Write(Importing.FileName, new SmallTabulation().Bytes()));
        Assert.Contains($"release 2024-01 read from the file's label '{Label}'", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    private static SmallTabulation Table(string inUris, string label)
    {
        var table = new SmallTabulation();
        table.Columns[^1] = "Version:" + label;
        foreach (var row in table.Rows) row["Linearization URI"] = row["Linearization URI"].Replace("/11/mms/", $"/11/{inUris}mms/", StringComparison.Ordinal);
        return table;
    }

    public void Dispose() => _importing.Dispose();
}
