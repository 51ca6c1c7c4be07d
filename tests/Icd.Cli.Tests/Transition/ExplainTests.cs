using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Transition;

public class ExplainTests
{
    [WhoDataFact]
    public void Explain_NationalCode_ShowsTheRowsThatDecide()
    {
        var text = RealReleases.Run("explain", "V0n1a", "--lang", "nb").Exits(0).Out;

        Assert.Contains(" blir PA00&XE13G&XE545&XE5NE, Fotgjenger skadet i trafikkulykke på vei + ", text, StringComparison.Ordinal);
        Assert.Contains("  Mål: PA00&XE13G&XE545&XE5NE  (vår regel: data/crosswalk/external-causes.tsv:", text, StringComparison.Ordinal);
        Assert.Contains("skjema: place · verdi: 1 · del: &XE5NE · betyr: gate eller vei, som trafikk\n", text, StringComparison.Ordinal);
        Assert.Contains("  Svar: gyldig  (mms-2024-01)", text, StringComparison.Ordinal);
        Assert.Contains("  XE5NE: tillatt på aksen «Skadested» for PA00", text, StringComparison.Ordinal);
        Assert.Contains("  ¹: vår ordlyd", text, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Explain_Expression_ShowsReplacementAndTheWayBack()
    {
        var text = RealReleases.Run("explain", "NC32.Z&XA8U33&XK8G").Exits(0).Out;

        Assert.Contains("  Replaced by: NC32.2&XK8G", text, StringComparison.Ordinal);
        Assert.Contains("  ICD-10: S52.2", text, StringComparison.Ordinal);
        Assert.Contains("  Lost: Left", text, StringComparison.Ordinal);
        Assert.Contains("NC32.2&XK8G says the same.", text, StringComparison.Ordinal);
    }

    /// <summary>What a registry asks about: what is said first, and in Norwegian all the way, but for titles that exist in English only.</summary>
    [WhoDataTheory]
    [InlineData("E11.9", "blir 5A11, Diabetes mellitus type 2. Målet sier det samme som koden.")]
    [InlineData("e119", "blir 5A11, Diabetes mellitus type 2. Målet sier det samme som koden.")]
    [InlineData("I25.4", "blir BA81, Aneurisme i kransåre. Målet sier mer enn koden (aneurisme, ikke disseksjon).")]
    [InlineData("G71.3", "blir 8C73.Z, “Mitochondrial myopathies, unspecified”.")]
    [InlineData("I21", "Bruk: koden grupperer andre og kan ikke registreres selv")]
    [InlineData("U49", "U49 Reservert til beredskapsformål¹ får ikke noe mål.")]
    [InlineData("A17.0+ G01*", "A17.0† G01* blir 1B11.0")]
    [InlineData("C50.4", "alternativer: 2C61.0&XA2Q54: invasivt duktalt karsinom; 2C61.1&XA2Q54: invasivt lobulært karsinom\n")]
    [InlineData("J18.9", "(WHOs tabell 10To11MapToOneCategory (2024-01), rad ")]
    [InlineData("CB41", "CB41: ufullstendig.")]
    [InlineData("CB41", "Forårsaket av: 01 Infeksjonssykdommer og parasittsykdommer")]
    [InlineData("8C0Z/5A14", "Kanskje det samme: 8C0Z / 5A14 = 8C03.0")]
    [InlineData("8C0Z/5A14", "tillatt på aksen «Forårsaket av» for 8C0Z")]
    [InlineData("ba41.z&xk8g", "BA41.Z&XK8G: ugyldig.")]
    [InlineData("NC32.Z&XA8U33&XK8G", "avledet: tittelen er")]
    [InlineData("NC32.Z&XA8U33&XK8G", "Går tapt: Venstre\n")]
    public void Explain_InBokmal_SaysWhatARegistryAsks(string input, string said)
    {
        var text = RealReleases.Run("explain", input, "--lang", "nb").Exits(0).Out;

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("\nKort sagt\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(" row |authored|inverse|WHO table|equivalent|source-is| // ", text);
    }

    [WhoDataTheory]
    [InlineData("ZZ99", "ZZ99 finnes ikke i utgaven mms-2024-01.")]
    [InlineData("I84.0", "I84.0: er ikke i utgave 2026: utgått, fra en annen utgave eller feilskrevet.")]
    [InlineData("XK8G", "XK8G: Venstre")]
    [InlineData("III", "III: Sykdommer i blod")]
    [InlineData("A00-A09", "`icd show` viser blokker og kapitler")]
    [InlineData("b280.2", "`icd validate` vurderer den")]
    public void Explain_NotACodeOfTheReleases_SaysWhereToLook(string input, string said) =>
        Assert.Contains(said, RealReleases.Run("explain", input, "--lang", "nb").Exits(1).Out, StringComparison.Ordinal);

    [WhoDataFact]
    public void Explain_RulesOfAFolder_ShowsTheRowsOfItsFiles()
    {
        using var folder = new TestFolder();
        folder.Write("mine.tsv", "code\ttarget\trelation\tlost\tadded\talternatives\treview\treason\nE11.9\t5A11\t\t\t\t\t\tmin egen regel // a rule of mine\n");

        Assert.Contains("mål: 5A11 · grunn: min egen regel\n", RealReleases.Run("explain", "E11.9", "--rules", folder.Path, "--lang", "nb").Exits(0).Out, StringComparison.Ordinal);
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
}
