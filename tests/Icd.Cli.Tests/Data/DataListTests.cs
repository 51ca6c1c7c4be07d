using System.Text.Json;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Data;

public class DataListTests
{
    [WhoDataFact]
    public void List_RealReleases_OneRowEachFromOldToNew()
    {
        var rows = RealReleases.Run("data", "list").Exits(0).Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();

        Assert.Equal($"Data directory: {RealReleases.Folder}", rows[0]);
        Assert.Contains("Release Languages Entities Codes Scales From", rows);
        Assert.Contains("mms-2022-02 en 35459 34079 no data directory", rows);
        Assert.Contains("mms-2024-01 en es 36044 34663 no data directory", rows);
        Assert.Contains("icf-2022-02 en 1673 1536 no data directory", rows);
        Assert.Matches(@"\nmms-2022-02 [^\n]+\nmms-2024-01 [^\n]+\nmms-2024-01-starter nb en \d+ \d+ no built in\nicf-2022-02 [^\n]+\nicd10-2026 nb en \d+ \d+ no built in\nicpc2-2026 ", string.Join('\n', rows));
    }

    [WhoDataFact]
    public void List_Json_SaysWhereEachReleaseIsFrom()
    {
        var json = RealReleases.Run("data", "list", "--json").Exits(0).Json;

        var releases = json.GetProperty("releases").EnumerateArray().ToDictionary(release => $"{release.GetProperty("system")}-{release.GetProperty("release")}{(release.GetProperty("starter").GetBoolean() ? "-starter" : "")}");
        Assert.Equal(["icd10-2026", "icf-2022-02", "icpc2-2026", "mms-2022-02", "mms-2024-01", "mms-2024-01-starter"], releases.Keys.Order(StringComparer.Ordinal));
        var mms = releases["mms-2024-01"];
        Assert.Equal((36044, 34663), (mms.GetProperty("entities").GetInt32(), mms.GetProperty("codes").GetInt32()));
        Assert.Equal(["en", "es"], mms.GetProperty("languages").EnumerateArray().Select(language => language.GetString()));
        Assert.Equal(Path.Combine(RealReleases.Folder, "mms-2024-01.icdrel"), mms.GetProperty("path").GetString());
        Assert.Matches("^[0-9a-f]{64}$", mms.GetProperty("contentHash").GetString());
        var source = mms.GetProperty("sources")[0];
        Assert.Equal("who-tabulation SimpleTabulation-ICD-11-MMS-en.txt en 2024 Jan 21 - 22:30 UTC", string.Join(' ', source.EnumerateObject().Take(4).Select(property => property.Value.GetString())));
        Assert.Equal(JsonValueKind.Null, releases["icd10-2026"].GetProperty("path").ValueKind);
        Assert.All(releases.Values, release => Assert.Equal(JsonValueKind.Null, release.GetProperty("problem").ValueKind));
    }

    [Fact]
    public void List_NoOfficialRelease_SaysHowToGetOne()
    {
        var result = IcdProcess.Run("data", "list").Exits(0);

        Assert.Equal("No official ICD-11 release yet: `icd data fetch 2024-01` downloads one, `icd data import FILE` imports a file that you have.\n", result.Error);
        Assert.Contains("mms-2024-01-starter", result.Out, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void List_DamagedFiles_AreNamedAndTheOthersListed()
    {
        using var folder = DamagedFolder();

        var result = IcdProcess.Run("data", "list", "--data-dir", folder.Path).Exits(3);

        Assert.Equal(
            $"""
            icd: {folder.File("mms-2020-01.icdrel")} is not a compiled ICD release: it has 0 bytes.
            icd: {folder.File("mms-2023-01.icdrel")} is named like mms-2023-01 but holds icf-2022-02. Give it back its name, icf-2022-02.icdrel.
            icd: {folder.File("mms-2024-01.icdrel")} has 100000 bytes, its header says {new FileInfo(Path.Combine(RealReleases.Folder, "mms-2024-01.icdrel")).Length}; the file was cut off or added to. Import the release again.

            """,
            result.Error);
        Assert.Matches(@"\n  mms-2024-01 +damaged ", result.Out);
        Assert.Matches(@"\n  icf-2022-02 +en +1673 ", result.Out);
        Assert.Matches(@"\n  icd10-2026 +nb en ", result.Out);
    }

    [Fact]
    public void List_DamagedFile_IsNamedInTheReadersLanguage()
    {
        using var folder = new TestFolder();
        folder.Write("mms-2020-01.icdrel", "");

        Assert.StartsWith($"icd: {folder.File("mms-2020-01.icdrel")} er ikke en kompilert ICD-utgave: filen har 0 byte.\n", IcdProcess.Run("data", "list", "--lang", "nb", "--data-dir", folder.Path).Exits(3).Error, StringComparison.Ordinal);
        Assert.StartsWith($"icd: {folder.File("mms-2020-01.icdrel")} er ikke en kompilert ICD-utgave", IcdProcess.Run("show", "BA41", "--lang", "nb", "--data-dir", folder.Path).Exits(3).Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void List_DamagedFilesAsJson_HaveEveryNameAndTheProblem()
    {
        using var folder = DamagedFolder();

        var releases = IcdProcess.Run("data", "list", "--json", "--data-dir", folder.Path).Exits(3).Json.GetProperty("releases").EnumerateArray().ToArray();

        Assert.Equal(3, releases.Count(release => release.GetProperty("problem").ValueKind == JsonValueKind.String));
        Assert.Single(releases.Select(release => string.Join(',', release.EnumerateObject().Select(property => property.Name))).Distinct());
    }

    [WhoDataFact]
    public void Show_DamagedNewestRelease_NeverAnswersFromAnOlderOne()
    {
        using var folder = DamagedFolder();

        var result = IcdProcess.Run("show", "BA41", "--data-dir", folder.Path).Exits(3);

        Assert.Equal("", result.Out);
        Assert.StartsWith($"icd: {folder.File("mms-2024-01.icdrel")} has 100000 bytes", result.Error, StringComparison.Ordinal);
        IcdProcess.Run("show", "b110", "--data-dir", folder.Path).Exits(0);
    }

    [WhoDataFact]
    public void Show_OneByteChanged_IsNoticed()
    {
        using var folder = new TestFolder();
        var bytes = File.ReadAllBytes(Path.Combine(RealReleases.Folder, "icf-2022-02.icdrel"));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder.File("icf-2022-02.icdrel"), bytes);

        Assert.StartsWith($"icd: {folder.File("icf-2022-02.icdrel")} ", IcdProcess.Run("show", "b110", "--data-dir", folder.Path).Exits(3).Error, StringComparison.Ordinal);
    }

    private static TestFolder DamagedFolder()
    {
        var folder = new TestFolder();
        File.Copy(Path.Combine(RealReleases.Folder, "icf-2022-02.icdrel"), folder.File("icf-2022-02.icdrel"));
        File.Copy(Path.Combine(RealReleases.Folder, "icf-2022-02.icdrel"), folder.File("mms-2023-01.icdrel"));
        File.Copy(Path.Combine(RealReleases.Folder, "mms-2024-01.icdrel"), folder.File("mms-2024-01.icdrel"));
        using (var cut = new FileStream(folder.File("mms-2024-01.icdrel"), FileMode.Open)) cut.SetLength(100_000);
        folder.Write("mms-2020-01.icdrel", "");
        return folder;
    }
}
