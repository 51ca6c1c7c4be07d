using Icd.Mapping;

namespace Icd.Transition.Scan;

/// <summary>Names of kinds, places and risks, for files and for people.</summary>
public static class FindingKinds
{
    /// <summary>All kinds, in order.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = Enum.GetValues<FindingKind>();

    /// <summary>The name in files: <c>code-list</c>.</summary>
    public static string Name(this FindingKind kind) => kind switch
    {
        FindingKind.Code => "code",
        FindingKind.CodeList => "code-list",
        FindingKind.Range => "range",
        FindingKind.Prefix => "prefix",
        FindingKind.Pattern => "pattern",
        FindingKind.Validation => "validation",
        FindingKind.Length => "length",
        FindingKind.Substring => "substring",
        FindingKind.CodeSystem => "code-system",
        FindingKind.Name => "name",
        FindingKind.Column => "column",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    /// <summary>What it is, in a few words.</summary>
    public static MapText Title(this FindingKind kind) => kind switch
    {
        FindingKind.Code => new("Enkeltkode", "Single code"),
        FindingKind.CodeList => new("Kodeliste", "Code list"),
        FindingKind.Range => new("Intervall", "Range"),
        FindingKind.Prefix => new("Begynnelse på kode", "Prefix"),
        FindingKind.Pattern => new("Mønster", "Pattern"),
        FindingKind.Validation => new("Formkontroll", "Validation pattern"),
        FindingKind.Length => new("Feltlengde", "Field length"),
        FindingKind.Substring => new("Fast del av kode", "Fixed-width part"),
        FindingKind.CodeSystem => new("Kodeverksidentifikator", "Code system identifier"),
        FindingKind.Name => new("Feltnavn", "Field name"),
        FindingKind.Column => new("Kolonne med koder", "Column of codes"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    /// <summary>What breaks, and what to do, in general.</summary>
    public static MapText Advice(this FindingKind kind) => kind switch
    {
        FindingKind.Code => new("Bytt til svaret i overgangstabellen; se om innholdet er det samme.", "Replace it with the crosswalk's answer; see whether the meaning is the same."),
        FindingKind.CodeList => new("Oversett listen kode for kode, og gå gjennom dem som ikke dekkes helt.", "Translate the list code by code, and review those not covered exactly."),
        FindingKind.Range => new("Koder i ICD-11 følger ikke de samme intervallene: bruk undertrær.", "Codes of ICD-11 do not follow the same ranges: use subtrees."),
        FindingKind.Prefix => new("Begynnelsen på en ICD-11-kode sier ikke hvor den hører hjemme: bruk undertrær.", "The beginning of an ICD-11 code does not tell where it belongs: use subtrees."),
        FindingKind.Pattern => new("Mønstre over kodetekst har ingen mening i ICD-11: bruk undertrær.", "Patterns over the text of codes mean nothing in ICD-11: use subtrees."),
        FindingKind.Validation => new("La utgaven avgjøre om en kode finnes.", "Let the release decide whether a code exists."),
        FindingKind.Length => new("Gjør feltet langt nok for koder og uttrykk (docs/storage.md).", "Make the field long enough for codes and expressions (docs/storage.md)."),
        FindingKind.Substring => new("Slå opp hva som ligger over koden i treet.", "Look up what is above the code in the tree."),
        FindingKind.CodeSystem => new("ICD-11 har en annen identifikator; bær begge i overgangen.", "ICD-11 has another identifier; carry both in the transition."),
        FindingKind.Name => new("Gi ICD-11 et felt av sin egen, med utgaven.", "Give ICD-11 a field of its own, with the release."),
        FindingKind.Column => new("Oversett kolonnen med `icd convert`, eller hent kodelisten på nytt.", "Translate the column, or get the code list anew."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    /// <summary>The name in files.</summary>
    public static string Name(this FindingPlace place) => place switch
    {
        FindingPlace.Code => "code",
        FindingPlace.Data => "data",
        FindingPlace.Comment => "comment",
        FindingPlace.Text => "text",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "There is no such place."),
    };

    /// <summary>The name in files.</summary>
    public static string Name(this Risk risk) => risk switch
    {
        Risk.Info => "info",
        Risk.Low => "low",
        Risk.Medium => "medium",
        Risk.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(risk), risk, "There is no such risk."),
    };

    /// <summary>The name for people.</summary>
    public static MapText Title(this Risk risk) => risk switch
    {
        Risk.Info => new("til orientering", "information"),
        Risk.Low => new("lav", "low"),
        Risk.Medium => new("middels", "medium"),
        Risk.High => new("høy", "high"),
        _ => throw new ArgumentOutOfRangeException(nameof(risk), risk, "There is no such risk."),
    };
}
