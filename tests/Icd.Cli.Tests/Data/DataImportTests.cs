using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Data;

public class DataImportTests
{
    private const string Expected = "Expected are WHO's SimpleTabulation or LinearizationMiniOutput files, or the mapping tables, as zip, txt or xlsx.";

    [WhoDataFact]
    public void Import_ZipThenAnotherLanguage_AddsToTheRelease()
    {
        using var folder = new TestFolder();

        var first = Import(folder, WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-en.zip"));
        var second = Import(folder, WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-es.zip"));

        var file = folder.File("data", "mms-2024-01.icdrel");
        Assert.Matches($@"^mms-2024-01: 36044 entities, en, \d\.\d MB -> {file}\n$", first.Out);
        Assert.Matches($@"^mms-2024-01: 36044 entities, en es, \d\.\d MB -> {file}\n$", second.Out);
        Assert.Contains("Passed over readme.txt: A readme.\n", first.Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Import_Folder_ReadsWhatIsAReleaseAndNamesWhatIsNot()
    {
        using var folder = new TestFolder();

        var result = Import(folder, WhoData.File("2024-01"));

        Assert.Equal(2, result.Lines.Length);
        Assert.Equal($"crosswalk-2024-01: 12301 ICD-10 codes, 5 tables -> {folder.File("data", "crosswalk-2024-01.icdmap")}", result.Lines[0]);
        Assert.Matches("Note: crosswalk 2024-01: 119[0-9]{2} of 11987 targets are valid in mms-2024-01; not valid [0-9]+: ", result.Error);
        Assert.Contains("Passed over readme.txt, readme.txt: A readme.\n", result.Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Import_SingleFileUnpacked_SaysWhichReleaseItTookItFor()
    {
        using var folder = new TestFolder();
        System.IO.Compression.ZipFile.ExtractToDirectory(WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-en.zip"), folder.File("unpacked"));
        var text = folder.File("unpacked", "SimpleTabulation-ICD-11-MMS-en.txt");

        Assert.Contains($"Note: {text}: release 2024-01 read from the file's label '2024 Jan 21 - 22:30 UTC'.\n", Import(folder, text).Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Import_Json_IsTheReportAndNothingElse()
    {
        using var folder = new TestFolder();

        var json = Import(folder, WhoData.File("2022-02", "LinearizationMiniOutput-ICF-en.zip"), "--json").Json;

        var release = Assert.Single(json.GetProperty("releases").EnumerateArray());
        Assert.Equal(("icf", "2022-02", 1673), (release.GetProperty("system").GetString(), release.GetProperty("release").GetString(), release.GetProperty("entities").GetInt32()));
        Assert.Equal("who-linearization", release.GetProperty("sources")[0].GetProperty("kind").GetString());
        Assert.Contains("test platform", Assert.Single(json.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.All(json.GetProperty("skipped").EnumerateArray(), skipped => Assert.Equal("A readme.", skipped.GetProperty("reason").GetString()));
    }

    [WhoDataFact]
    public void Import_OtherReleaseThanTheFilesOwn_IsRefused() => Refused(
        WhoData.File("2022-02", "simpletabulation.zip"),
        $"{WhoData.File("2022-02", "simpletabulation.zip")}/simpletabulation.xlsx: its URIs are of release 2022-02, not 2024-01. Leave out --release, or check the file.",
        "--release", "2024-01");

    [Fact]
    public void Import_NoSuchPath_SaysSo() => Refused("/nowhere/at-all.zip", "/nowhere/at-all.zip: there is no such file or folder. Check the path.");

    [Fact]
    public void Import_EmptyFolder_SaysWhatIsExpected()
    {
        using var folder = new TestFolder();
        Refused(folder.Path, $"{folder.Path}: there is no release to import. {Expected}");
    }

    [Theory]
    [InlineData("notes.doc", "hello", "{0}: there is no release to import (None of WHO's file types). Expected are")]
    [InlineData("table.txt", "a\tb\n1\t2\n", "{0}: there is no release to import (It is neither a tabulation nor a mapping table: the header has other columns). Expected are")]
    [InlineData("broken.zip", "PK, but no archive", "{0}: this is not a zip archive, or it is damaged. Download the file again.")]
    [InlineData("broken.xlsx", "no workbook", "{0}: this is not a zip archive, or it is damaged. Download the file again.")]
    public void Import_WrongFile_SaysWhatItIsNot(string name, string content, string message)
    {
        using var folder = new TestFolder();
        var path = folder.Write(name, content);

        var result = IcdProcess.Run("data", "import", path, "--json", "--data-dir", folder.File("data")).Exits(3);

        Assert.Equal("", result.Out);
        Assert.Contains("icd: " + message.Replace("{0}", path, StringComparison.Ordinal), result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    private static IcdResult Import(TestFolder folder, string path, params string[] more) =>
        IcdProcess.Run(["data", "import", path, "--data-dir", folder.File("data"), .. more]).Exits(0);

    private static void Refused(string path, string message, params string[] more)
    {
        using var folder = new TestFolder();
        var result = IcdProcess.Run(["data", "import", path, "--data-dir", folder.File("data"), .. more]).Exits(3);
        Assert.Equal("", result.Out);
        Assert.EndsWith($"icd: {message}\n", result.Error, StringComparison.Ordinal);
    }
}
