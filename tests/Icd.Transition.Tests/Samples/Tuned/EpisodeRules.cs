using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Hospital.Grouping;

/// <summary>Groups episodes. E11 is type 2 diabetes.</summary>
public sealed class EpisodeRules
{
    private static readonly HashSet<string> Heart = ["I20", "I21", "I22", "I23", "I24", "I25"];
    private const string ShelfOfPumps = "B12";
    private static readonly Regex CodeForm = new(@"^[A-Z]\d{2}(\.\d)?$");

    [MaxLength(5)]
    public required string Hoveddiagnose { get; init; }

    [StringLength(60)]
    public string? Diagnosetekst { get; init; }

    public bool IsPsychiatric => Hoveddiagnose.StartsWith("F", StringComparison.Ordinal);

    public bool IsCancer => string.CompareOrdinal(Hoveddiagnose, "C00") >= 0 && string.CompareOrdinal(Hoveddiagnose, "D00") < 0;

    public string Category => Hoveddiagnose.Substring(0, 3);

    public bool IsDiabetes => Hoveddiagnose[..3] is "E10" or "E11" or "E13";

    public int Weight(string icd10) => icd10 switch
    {
        "I21.0" => 3,
        "I63.9" => 4,
        _ => 0,
    };

    public string Paper(bool large) => large ? "A3" : "A4";

    public string Cell(int row) => row == 1 ? "A10" : "B10";

    public string Road() => "E18";

    public string Colour => "#E11D48";

    public Guid Id => Guid.Parse("E1190000-0000-4000-8000-0000C50A10B2");
}
