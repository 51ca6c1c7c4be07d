using System.Linq;
using Microsoft.EntityFrameworkCore;

namespace Vendor.Epj.Episodes;

/// <summary>Pasientopphold med koder for rapportering til NPR.</summary>
public sealed class EpisodeService(EpjContext db, ILogger<EpisodeService> log)
{
    private static readonly HashSet<string> Sepsis = new(StringComparer.Ordinal) { "A40.0", "A40.3", "A41.0", "A41.5", "A41.9" };
    private static readonly string[] Helikopterbaser = ["H01", "H02", "H05"];
    private static readonly Dictionary<string, string> Legemidler = new()
    {
        ["C09AA05"] = "ramipril",
        ["N02BE01"] = "paracetamol",
        ["B01AC06"] = "acetylsalisylsyre",
    };

    public async Task<int> AntallHjerneslagAsync(int aar)
        => await db.Episoder.Where(e => e.Utskrevet.Year == aar)
            .Where(e => e.Hovedtilstand.StartsWith("I63") || e.Hovedtilstand.StartsWith("I61"))
            .CountAsync();

    public bool KreverMelding(Diagnose d) => d.Kode switch
    {
        "A15.0" or "A15.3" or "A16.0" => true,
        var k when k.StartsWith("B2", StringComparison.Ordinal) && k[1] == '2' => true,
        _ => false,
    };

    public static string Prosedyre => "NFB20";
    public string Etikett(Prøve p) => p.Analyse == "B12" ? "Kobalamin" : "Folat";
    public void Logg(string hpr) => log.LogInformation("E102: HPR-nummer {Hpr} mangler i {Felt}", hpr, "F12");

    [Column("TilstandsKode", TypeName = "nvarchar(6)")]
    public string Tilstandskode { get; set; } = "";

    [MaxLength(5)] public string Postnummer { get; set; } = "";
    [MaxLength(9)] public string HprNummer { get; set; } = "";

    public static bool ErPsykiatri(string diagnosekode)
        => string.CompareOrdinal(diagnosekode, "F00") >= 0 && string.CompareOrdinal(diagnosekode, "F99") <= 0;

    public static string Kategori(string icdKode) => icdKode.Length > 3 ? icdKode[..3] : icdKode;

    public IEnumerable<string> Kolonner() => ["A1", "B1", "C1", "D10", "E11"];
    public void Tegn(Graphics g) => g.FillRectangle(Brushes.Red, Cell("E10:F44"));
}
