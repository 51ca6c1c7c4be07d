using System.Text.Json;

namespace Icd.Mapping.Conversion;

/// <summary>Names of reject reasons, and how to mend what they name.</summary>
internal static class RejectReasons
{
    private static readonly string[] Codes = [.. Enum.GetNames<RejectReason>().Select(name => name == nameof(RejectReason.None) ? "" : JsonNamingPolicy.KebabCaseLower.ConvertName(name))];

    public static string Code(this RejectReason reason) => Codes[(int)reason];

    /// <summary>Whether the row's codes were converted all the same, because what is wrong is not in them.</summary>
    public static bool IsConverted(this RejectReason reason) => reason is RejectReason.UndecodableBytes or RejectReason.NulByte;

    public static MapText Remedy(this RejectReason reason) => reason switch
    {
        RejectReason.BrokenQuoting => new("Et anførselstegn åpner en celle uten å lukke den riktig: fjern det, eller skriv det dobbelt inne i en celle i anførselstegn.", "A quote opens a cell and does not close it properly: take it away, or double it inside a quoted cell."),
        RejectReason.ColumnCount => new("Raden har et annet antall kolonner enn overskriften: se etter skilletegn i en celle uten anførselstegn.", "The row has another number of columns than the header: look for a delimiter in a cell without quotes."),
        RejectReason.BlankRow => new("Raden er tom: fjern den.", "The row is blank: take it away."),
        RejectReason.RowTooLong => new("Raden er lengre enn 4 MiB: se etter et manglende linjeskift eller en skadet fil.", "The row is longer than 4 MiB: look for a missing line end, or a damaged file."),
        RejectReason.UndecodableBytes => new("Raden har tegn i et annet tegnsett enn resten av filen; kodene ble konvertert. Oppgi --encoding hvis hele filen er slik.", "The row has bytes of another encoding than the file's; its codes were converted. Give --encoding where the whole file is so."),
        RejectReason.NulByte => new("Raden har nullbyter, som etter en skadet overføring; kodene ble konvertert.", "The row has NUL bytes, as after a damaged transfer; its codes were converted."),
        RejectReason.BadEdition => new("Året for kodeverket kan ikke leses: skriv det med fire sifre.", "The year of the edition cannot be read: write it with four digits."),
        RejectReason.BeforeIcd10 => new("Norge brukte ikke ICD-10 dette året: kodene er ICD-9 og kan ikke leses som ICD-10.", "Norway did not use ICD-10 in that year: the codes are ICD-9 and cannot be read as ICD-10."),
        RejectReason.NotACode => new("Cellen er ingen kode: rett den, eller skriv en avgjørelse for den (--review, --decisions).", "The cell is no code: correct it, or write a decision for it (--review, --decisions)."),
        RejectReason.SeveralCodes => new("Cellen har flere koder: oppgi skilletegnet mellom dem med --separator.", "The cell has several codes: give what separates them with --separator."),
        RejectReason.NotAPair => new("De to kodene er ikke et par av dolk og stjerne: konverter den andre kolonnen for seg med --column.", "The two codes are no pair of dagger and asterisk: convert the other column by itself with --column."),
        RejectReason.UnknownCode => new("Koden finnes ikke i den utgaven som er lastet: rett den, oppgi årgangen med --edition, eller skriv en avgjørelse.", "The code is not in the edition that is loaded: correct it, give its year with --edition, or write a decision."),
        RejectReason.NotInEdition => new("Koden er ikke i den utgaven som er lastet, og listen for dens eget år er ikke lastet: skriv en avgjørelse for den.", "The code is not in the edition that is loaded, and the list of its own year is not: write a decision for it."),
        RejectReason.NotAnswered => new("Dataene som er lastet gir ikke svar: importer WHOs tabeller (icd data import), eller skriv en avgjørelse.", "The data that are loaded do not tell: import WHO's tables (icd data import), or write a decision."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };
}
