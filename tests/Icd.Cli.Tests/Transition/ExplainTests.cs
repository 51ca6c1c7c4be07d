using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Transition;

public class ExplainTests
{
    [WhoDataFact]
    public void Explain_NationalCode_ShowsTheRowsThatDecide()
    {
        var text = RealReleases.Run("explain", "V0n1a", "--lang", "nb").Exits(0).Out;

        Assert.Contains("  Mål: PA00&XE13G&XE545&XE5NE  (authored rule: data/crosswalk/external-causes.tsv:", text, StringComparison.Ordinal);
        Assert.Contains("scheme: place · value: 1 · part: &XE5NE", text, StringComparison.Ordinal);
        Assert.Contains("  Dom: gyldig  (mms-2024-01)", text, StringComparison.Ordinal);
        Assert.Contains("  XE5NE: på aksen Skadested av PA00", text, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Explain_Expression_ShowsReplacementAndTheWayBack()
    {
        var text = RealReleases.Run("explain", "NC32.Z&XA8U33&XK8G").Exits(0).Out;

        Assert.Contains("  Replaced by: NC32.2&XK8G", text, StringComparison.Ordinal);
        Assert.Contains("  ICD-10: S52.9", text, StringComparison.Ordinal);
        Assert.Contains("  Lost: Left", text, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Explain_Pair_NamesDiseaseAndManifestation()
    {
        var text = RealReleases.Run("explain", "G01* A17.0+").Exits(0).Out;

        Assert.Matches(@"A17\.0†: .+  \(the disease\)\n  G01\*: .+  \(the manifestation\)", text);
    }

    [WhoDataFact]
    public void Explain_Malformed_SaysWhatIsWrongAndProposes()
    {
        var text = RealReleases.Run("explain", "BA4O").Exits(1).Out;

        Assert.Contains("  Did you mean: BA40", text, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Explain_Html_IsAPageOfItsOwn()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "why.html");
        RealReleases.Run("explain", "I25.4", "--html", path, "--lang", "nb").Exits(0);
        var page = File.ReadAllText(path);

        Assert.StartsWith("<!doctype html>\n<html lang=\"nb\">", page, StringComparison.Ordinal);
        Assert.Contains("data/crosswalk/circulatory.tsv:", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href)=|<script", page);
    }

    [WhoDataFact]
    public void Doctor_WithAndWithoutData_SaysWhatIsMissingAndWhatToDo()
    {
        using var folder = new TestFolder();
        var with = RealReleases.Run("doctor").Exits(1).Out;
        var without = IcdProcess.Run("doctor", "--data-dir", folder.Path).Exits(1).Out;

        Assert.Contains("  present  mms-2024-01: en es", with, StringComparison.Ordinal);
        Assert.Contains("  missing  WHO's postcoordination scales are missing", with, StringComparison.Ordinal);
        Assert.Contains("  missing  No official ICD-11 release", without, StringComparison.Ordinal);
        Assert.Contains("`icd data fetch 2024-01`", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_DamagedFile_IsBroken()
    {
        using var folder = new TestFolder();
        folder.Write("mms-2020-01.icdrel", "damaged");

        Assert.Contains("  broken   ", IcdProcess.Run("doctor", "--data-dir", folder.Path).Exits(3).Out, StringComparison.Ordinal);
    }
}
