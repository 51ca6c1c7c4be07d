using System.Globalization;

namespace Icd.Core.Codes;

/// <summary>Renders a syntax error for a person: what is wrong, where, and what would have been accepted.</summary>
internal static class SyntaxErrorText
{
    /// <summary>More of a hostile or mistaken input than this says nothing more to a reader.</summary>
    private const int LongestQuote = 40;

    public static string Render(SyntaxError error, ReadOnlySpan<char> text, MessageLanguage language)
    {
        var (english, bokmal) = Sentences(error.Kind);
        var sentence = language == MessageLanguage.Bokmal ? bokmal : english;
        return string.Format(CultureInfo.InvariantCulture, sentence, Quote(error, text), error.Position + 1);
    }

    /// <summary>The units at fault, with invisible ones spelled out as U+XXXX.</summary>
    private static string Quote(SyntaxError error, ReadOnlySpan<char> text)
    {
        if (error.Position >= text.Length) return Printable(text);
        var rest = text[error.Position..];
        return Printable(error.Length > 0 && error.Length <= rest.Length ? rest[..error.Length] : rest);
    }

    private static string Printable(ReadOnlySpan<char> text)
    {
        var builder = new System.Text.StringBuilder();
        var shown = text.Length > LongestQuote ? text[..LongestQuote] : text;
        foreach (var rune in shown.EnumerateRunes())
        {
            if (rune.Value != ' ' && InvisibleCharacters.Contains((uint)rune.Value))
                builder.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            else builder.Append(rune.ToString());
        }

        return shown.Length < text.Length ? builder.Append('…').ToString() : builder.ToString();
    }

    /// <summary>{0} is the quoted text at fault, {1} its one-based position.</summary>
    private static (string English, string Bokmal) Sentences(SyntaxErrorKind kind) => kind switch
    {
        SyntaxErrorKind.None => ("No error.", "Ingen feil."),
        SyntaxErrorKind.Empty => (
            "There is no code here.",
            "Her er det ingen kode."),
        SyntaxErrorKind.UnexpectedCharacter => (
            "'{0}' at character {1} cannot stand there in a code.",
            "'{0}' på plass {1} kan ikke stå der i en kode."),
        SyntaxErrorKind.LetterNotInAlphabet => (
            "The letter '{0}' at character {1} never occurs in ICD-11 codes; I and O are left out because they pass for 1 and 0.",
            "Bokstaven '{0}' på plass {1} finnes ikke i ICD-11-koder; I og O er utelatt fordi de forveksles med 1 og 0."),
        SyntaxErrorKind.IncompleteCode => (
            "The code ends too soon, at character {1}: '{0}'.",
            "Koden slutter for tidlig, på plass {1}: '{0}'."),
        SyntaxErrorKind.CodeTooLong => (
            "The code is complete before '{0}' at character {1}.",
            "Koden er ferdig før '{0}' på plass {1}."),
        SyntaxErrorKind.MissingPoint => (
            "A point is missing before '{0}' at character {1}: stem codes have one after the fourth character, as in BA41.0.",
            "Det mangler et punktum før '{0}' på plass {1}: stamkoder har punktum etter fjerde tegn, som i BA41.0."),
        SyntaxErrorKind.MisplacedPoint => (
            "The point at character {1} does not belong there.",
            "Punktumet på plass {1} hører ikke hjemme der."),
        SyntaxErrorKind.Icd10Code => (
            "This is an ICD-10 code (a digit, '{0}', in second place); an ICD-11 code is expected.",
            "Dette er en ICD-10-kode (et siffer, '{0}', på andre plass); her ventes en ICD-11-kode."),
        SyntaxErrorKind.Icd11Code => (
            "'{0}' is an ICD-11 code (a letter in second place); an ICD-10 code is expected.",
            "'{0}' er en ICD-11-kode (bokstav på andre plass); her ventes en ICD-10-kode."),
        SyntaxErrorKind.NotASingleCode => (
            "'{0}' at character {1} makes this a range or a placeholder; one single code is expected.",
            "'{0}' på plass {1} gjør dette til et kodeintervall eller en plassholder; her ventes én enkelt kode."),
        SyntaxErrorKind.ChapterNotCodable => (
            "'{0}' at character {1} is a chapter's number; a chapter classifies nothing by itself.",
            "'{0}' på plass {1} er et kapittelnummer; et kapittel klassifiserer ingenting alene."),
        SyntaxErrorKind.LeadingSeparator => (
            "The expression begins with '{0}'; a stem code must come first.",
            "Uttrykket begynner med '{0}'; en stamkode må stå først."),
        SyntaxErrorKind.TrailingSeparator => (
            "The expression ends with '{0}' (character {1}); a code must follow it.",
            "Uttrykket slutter med '{0}' (plass {1}); det må følge en kode etter."),
        SyntaxErrorKind.RepeatedSeparator => (
            "Before '{0}' at character {1} there is already a separator; a code is missing between the two.",
            "Før '{0}' på plass {1} står det allerede et skilletegn; det mangler en kode mellom dem."),
        SyntaxErrorKind.MissingSeparator => (
            "A separator is missing before '{0}' at character {1}: & before an extension code, / before a stem code.",
            "Det mangler et skilletegn før '{0}' på plass {1}: & før en tilleggskode, / før en stamkode."),
        SyntaxErrorKind.UnknownSeparator => (
            "'{0}' at character {1} is no separator: use & before an extension code, / before a stem code.",
            "'{0}' på plass {1} er ikke et skilletegn: bruk & før en tilleggskode, / før en stamkode."),
        SyntaxErrorKind.ExtensionWithoutStem => (
            "'{0}' at character {1} is an extension code; it cannot stand alone, it follows a stem code and &.",
            "'{0}' på plass {1} er en tilleggskode; den kan ikke stå alene, den følger etter en stamkode og &."),
        SyntaxErrorKind.StemAfterAmpersand => (
            "'{0}' at character {1} is a stem code; & is followed by an extension code (X…), / by a further stem code.",
            "'{0}' på plass {1} er en stamkode; etter & kommer en tilleggskode (X…), etter / en ny stamkode."),
        SyntaxErrorKind.UnknownUri => (
            "This is not an ICD-11 entity URI from character {1} on ('{0}'); expected for example http://id.who.int/icd/release/11/mms/257068234.",
            "Dette er ikke en ICD-11-URI fra og med plass {1} ('{0}'); ventet for eksempel http://id.who.int/icd/release/11/mms/257068234."),
        SyntaxErrorKind.PercentEncoded => (
            "'{0}' at character {1} is percent-encoding from a web address; decode the text first.",
            "'{0}' på plass {1} er prosentkoding fra en nettadresse; dekod teksten først."),
        SyntaxErrorKind.InvisibleCharacter => (
            "There is an invisible character, {0}, at character {1}; remove it.",
            "Det står et usynlig tegn, {0}, på plass {1}; fjern det."),
        SyntaxErrorKind.TooManyMembers => (
            "The expression has more than 32 members; the first too many is at character {1}.",
            "Uttrykket har flere enn 32 ledd; det første for mye står på plass {1}."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of syntax error."),
    };
}
