using Icd.Core.Codes;
using Icd.Mapping.Who;

namespace Icd.Mapping;

/// <summary>Why there is no code, or why a human should look.</summary>
internal static class BackReasons
{
    /// <summary>WHO's row leads to a code that the edition lacks.</summary>
    public static MapText Missing(WhoWayBack.Row row) => new($"WHOs rad fører til {row.Target}, som norsk ICD-10 ikke har.", $"WHO's row leads to {row.Target}, which the Norwegian ICD-10 does not have.");

    /// <summary>Nothing leads back.</summary>
    public static MapText NoCode { get; } = new("Ingen norsk ICD-10-kode har dette som mål, og WHOs tabell fører ikke til noen.", "No Norwegian ICD-10 code has this as its target, and WHO's table leads to none.");

    /// <summary>What lies below leads to several codes.</summary>
    public static MapText Divided { get; } = new(
        "ICD-10 har ingen felles kode for det som hører under her: velg blant alternativene.", "ICD-10 has no code for all that belongs here: choose among the alternatives.");

    /// <summary>WHO's row leads to a code that the edition divides.</summary>
    public static MapText IsDivided(Icd10Code code) => new(
        $"WHOs rad fører til {code}, som norsk ICD-10 deler opp: velg blant alternativene.", $"WHO's row leads to {code}, which the Norwegian ICD-10 divides: choose among the alternatives.");

    /// <summary>Every code says more, and none less than the others.</summary>
    public static MapText AllSayMore { get; } = new("Alle koder med dette som mål sier mer enn uttrykket: velg blant alternativene.", "Every code with this as its target says more than the expression: choose among the alternatives.");
}
