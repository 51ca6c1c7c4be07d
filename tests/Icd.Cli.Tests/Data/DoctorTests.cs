using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Data;

public class DoctorTests
{
    [WhoDataFact]
    public void Doctor_WithAndWithoutData_SaysWhatIsMissingAndWhatToDo()
    {
        using var folder = new TestFolder();
        var with = RealReleases.Run("doctor").Exits(1).Out;
        var without = IcdProcess.Run("doctor", "--data-dir", folder.Path).Exits(1).Out;

        Assert.Contains("  present  ICD-11 mms-2024-01: en es", with, StringComparison.Ordinal);
        Assert.Contains("  missing  WHO's postcoordination scales are missing", with, StringComparison.Ordinal);
        Assert.Contains("  missing  No official ICD-11 release", without, StringComparison.Ordinal);
        Assert.Contains("`icd data fetch 2024-01`", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_DamagedFile_IsBroken()
    {
        using var folder = new TestFolder();
        folder.Write("mms-2020-01.icdrel", "damaged");

        Assert.Contains($"  broken   {folder.File("mms-2020-01.icdrel")} is not a compiled ICD release: it has 7 bytes.\n", IcdProcess.Run("doctor", "--data-dir", folder.Path).Exits(3).Out, StringComparison.Ordinal);
        Assert.Contains($"  skadet   {folder.File("mms-2020-01.icdrel")} er ikke en kompilert ICD-utgave: filen har 7 byte.\n", IcdProcess.Run("doctor", "--data-dir", folder.Path, "--lang", "nb").Exits(3).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_HalfImported_NamesWhatWasCutOffAndWhatIsMisnamed()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.File("downloads", "2024-01"));
        File.WriteAllText(folder.File("downloads", "2024-01", "mapping.zip.part"), "half");
        Directory.CreateDirectory(folder.File("crawl"));
        File.WriteAllText(folder.File("crawl", "state"), "half");
        folder.Write("mms-2024-01 (1).icdrel", "copy");

        var text = IcdProcess.Run("doctor", "--data-dir", folder.Path, "--lang", "nb").Exits(3).Out;

        Assert.Contains("  mangler  Nedlastingen av 2024-01 ble avbrutt.\n           `icd data fetch 2024-01` går videre", text, StringComparison.Ordinal);
        Assert.Contains("  mangler  En innhenting fra et ICD-API ble avbrutt.", text, StringComparison.Ordinal);
        Assert.Contains("  skadet   mms-2024-01 (1).icdrel har ikke et navn som en utgave", text, StringComparison.Ordinal);
        Assert.EndsWith("Skadet: 1. Mangler: 4.\n", text, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Doctor_OldRelease_SaysThatRulesAreWrittenForAnother()
    {
        using var folder = new TestFolder();
        IcdProcess.Run("data", "import", Icd.Tests.WhoData.File("2022-02", "simpletabulation.zip"), "--data-dir", folder.Path).Exits(0);

        Assert.Contains("  missing  Rules and tables are written for 2024-01, which is not loaded", IcdProcess.Run("doctor", "--data-dir", folder.Path).Exits(1).Out, StringComparison.Ordinal);
    }
}
