using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

public class ShowTextTests
{
    [WhoDataFact]
    public void Show_StemCode_TitlesPlaceAndChildren() => Expect(
        """
        BA41  Acute myocardial infarction
            es  Infarto agudo del miocardio
            ICD-11 MMS 2024-01 · stem code · http://id.who.int/icd/release/11/mms/1334938734
          11 Diseases of the circulatory system
            BlockL1-BA4 Ischaemic heart diseases
              BlockL2-BA4 Acute ischaemic heart disease
            BA41.0 Acute ST elevation myocardial infarction
            BA41.1 Acute non-ST elevation myocardial infarction
            BA41.Z Acute myocardial infarction, unspecified

        """,
        "show", "BA41");

    [WhoDataFact]
    public void Show_ExtensionCode_SaysSoAndItsPlaceInChapterX() => Expect(
        """
        XK8G  Left
            es  Izquierdo
            ICD-11 MMS 2024-01 · extension code · http://id.who.int/icd/release/11/mms/271422288
          X Extension Codes
            [1413523709] Topology Scale Value
              [1435602785] Laterality

        """,
        "show", "XK8G");

    [WhoDataFact]
    public void Show_ChapterWithoutDepth_IsNotForCoding() => Expect(
        """
        09  Diseases of the visual system
            es  Enfermedades del sistema visual
            ICD-11 MMS 2024-01 · chapter, not for coding · http://id.who.int/icd/release/11/mms/868865918

        """,
        "show", "09", "--depth", "0");

    [WhoDataFact]
    public void Show_BlockTwoLevels_IndentsAndCountsWhatIsCutOff() => Expect(
        """
        BlockL2-BA4  Acute ischaemic heart disease
            es  Cardiopatía isquémica aguda
            ICD-11 MMS 2024-01 · block, not for coding · http://id.who.int/icd/release/11/mms/1829545371
          11 Diseases of the circulatory system
            BlockL1-BA4 Ischaemic heart diseases
            BA40 Angina pectoris  +4
            BA41 Acute myocardial infarction  +3
        """,
        "show", "blockl2-ba4", "--depth", "1");

    [WhoDataFact]
    public void Show_Residual_SaysWhichKind() =>
        Assert.Contains(" · stem code, unspecified · ", RealReleases.Run("show", "BA41.Z").Exits(0).Out, StringComparison.Ordinal);

    [WhoDataFact]
    public void Show_Bokmal_OwnWordingIsMarkedAndOfficialTitlesFollow()
    {
        var lines = RealReleases.Run("show", "BA41", "--lang", "nb").Exits(0).Lines;

        Assert.Equal("BA41  Akutt hjerteinfarkt  (vår ordlyd, ikke offisiell)", lines[0]);
        Assert.Equal("    en  Acute myocardial infarction", lines[1]);
        Assert.Contains(" · stamkode · ", lines[3], StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Show_SeveralLevels_AreIndented()
    {
        var lines = RealReleases.Run("show", "BlockL1-BA4", "--depth", "3").Exits(0).Lines;

        Assert.Contains("    BlockL2-BA4 Acute ischaemic heart disease  +15", lines);
        Assert.Contains("      BA41 Acute myocardial infarction  +3", lines);
        Assert.Contains("        BA41.0 Acute ST elevation myocardial infarction", lines);
    }

    [WhoDataFact]
    public void Show_MoreThanAScreen_CountsTheRest()
    {
        var text = RealReleases.Run("show", "09", "--depth", "9").Exits(0).Out;

        Assert.Matches(@"… and \d{3} more \(--json shows all\)\n\n$", text);
    }

    private static void Expect(string text, params string[] args)
    {
        var result = RealReleases.Run(args).Exits(0);
        Assert.StartsWith(text, result.Out, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }
}
