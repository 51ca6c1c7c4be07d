using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

/// <summary>Which release answers: never another one than was asked for.</summary>
public class ShowReleaseTests
{
    private const string Mends = "`icd data list` shows what is; `icd data fetch 2023-01` or `icd data import FILE` loads it.\n";

    [WhoDataTheory]
    [InlineData("1C89", "2022-02")]
    [InlineData("http://id.who.int/icd/release/11/2022-02/mms/1334938734", "")]
    public void Show_LoadedOlderRelease_AnswersFromIt(string query, string release)
    {
        string[] option = release.Length > 0 ? ["--release", release] : [];
        var entity = RealReleases.Run(["show", query, "--json", .. option]).Exits(0).Json.GetProperty("entities")[0];

        Assert.Equal("2022-02", entity.GetProperty("release").GetString());
    }

    [WhoDataFact]
    public void Show_CodeRetiredInTheNewest_IsNotFoundThere() => RealReleases.Run("show", "1C89").Exits(1);

    [WhoDataFact]
    public void Show_ReleaseNotLoaded_NeverAnswersFromAnother()
    {
        var result = RealReleases.Run("show", "BA41", "--release", "2023-01").Exits(3);

        Assert.Equal("", result.Out);
        Assert.Equal("icd: Release 2023-01 is not loaded. " + Mends, result.Error);
    }

    [WhoDataFact]
    public void Show_VersionedUriOfAReleaseNotLoaded_SaysSoInsteadOfNotFound()
    {
        var result = RealReleases.Run("show", "http://id.who.int/icd/release/11/2023-01/mms/1334938734", "--json").Exits(3);

        Assert.Equal("", result.Out);
        Assert.Equal("icd: Release ICD-11 MMS 2023-01 is not loaded. " + Mends, result.Error);
    }

    [Fact]
    public void Show_OfficialReleaseAskedForWithStarterOnly_IsMissing() =>
        Assert.StartsWith("icd: Release 2024-01 is not loaded.", IcdProcess.Run("show", "5A11", "--release", "2024-01").Exits(3).Error, StringComparison.Ordinal);

    [Fact]
    public void Show_UriAndOptionContradict_IsAUsageError() =>
        IcdProcess.Run("show", "http://id.who.int/icd/release/11/2022-02/mms/1334938734", "--release", "2024-01")
            .IsUsageError("The URI is of release 2022-02, --release says 2024-01.", "icd show --help");

    [Fact]
    public void Show_MalformedRelease_IsAUsageError() =>
        IcdProcess.Run("show", "5A11", "--release", "2024-13").IsUsageError("'2024-13' is not a release id; expected is for example 2024-01.", "icd show --help");

    [WhoDataFact]
    public void Show_CodeOfAnotherSystem_IsNotFoundInTheOneAskedFor() =>
        Assert.Equal("icd: 'BA41' is not in ICD-10 2026.\n", RealReleases.Run("show", "BA41", "--system", "icd10").Exits(1).Error);
}
