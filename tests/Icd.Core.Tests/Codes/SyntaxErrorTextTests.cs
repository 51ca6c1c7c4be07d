using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Codes;

/// <summary>The exact words of every message, each made by a text that a person may well type.</summary>
public class SyntaxErrorTextTests
{
    private static readonly string ThirtyThree = string.Join('/', Enumerable.Repeat("5A11", 33));

    public static TheoryData<SyntaxErrorKind, string, string, string> Messages => new()
    {
        { SyntaxErrorKind.None, "5A11", "No error.", "Ingen feil." },
        { SyntaxErrorKind.Empty, " ", "There is no code here.", "Her er det ingen kode." },
        { SyntaxErrorKind.UnexpectedCharacter, "5A?1", "'?' at character 3 cannot stand there in a code.", "'?' på plass 3 kan ikke stå der i en kode." },
        {
            SyntaxErrorKind.LetterNotInAlphabet, "5A1O",
            "The letter 'O' at character 4 never occurs in ICD-11 codes; I and O are left out because they pass for 1 and 0.",
            "Bokstaven 'O' på plass 4 finnes ikke i ICD-11-koder; I og O er utelatt fordi de forveksles med 1 og 0."
        },
        { SyntaxErrorKind.IncompleteCode, "5A1", "The code ends too soon, at character 4: '5A1'.", "Koden slutter for tidlig, på plass 4: '5A1'." },
        { SyntaxErrorKind.CodeTooLong, "8A68.Z012", "The code is complete before '12' at character 8.", "Koden er ferdig før '12' på plass 8." },
        {
            SyntaxErrorKind.MissingPoint, "BA410",
            "A point is missing before '0' at character 5: stem codes have one after the fourth character, as in BA41.0.",
            "Det mangler et punktum før '0' på plass 5: stamkoder har punktum etter fjerde tegn, som i BA41.0."
        },
        { SyntaxErrorKind.MisplacedPoint, "BA4.10", "The point at character 4 does not belong there.", "Punktumet på plass 4 hører ikke hjemme der." },
        {
            SyntaxErrorKind.Icd10Code, "E11.9",
            "This is an ICD-10 code (a digit, '1', in second place); an ICD-11 code is expected.",
            "Dette er en ICD-10-kode (et siffer, '1', på andre plass); her ventes en ICD-11-kode."
        },
        {
            SyntaxErrorKind.Icd11Code, "BA41.0",
            "'BA41.0' is an ICD-11 code (a letter in second place); an ICD-10 code is expected.",
            "'BA41.0' er en ICD-11-kode (bokstav på andre plass); her ventes en ICD-10-kode."
        },
        {
            SyntaxErrorKind.NotASingleCode, "E10-E14",
            "'-E14' at character 4 makes this a range or a placeholder; one single code is expected.",
            "'-E14' på plass 4 gjør dette til et kodeintervall eller en plassholder; her ventes én enkelt kode."
        },
        {
            SyntaxErrorKind.ChapterNotCodable, "5A11/05",
            "'05' at character 6 is a chapter's number; a chapter classifies nothing by itself.",
            "'05' på plass 6 er et kapittelnummer; et kapittel klassifiserer ingenting alene."
        },
        { SyntaxErrorKind.LeadingSeparator, "&XK8G", "The expression begins with '&'; a stem code must come first.", "Uttrykket begynner med '&'; en stamkode må stå først." },
        { SyntaxErrorKind.TrailingSeparator, "5A11/", "The expression ends with '/' (character 5); a code must follow it.", "Uttrykket slutter med '/' (plass 5); det må følge en kode etter." },
        {
            SyntaxErrorKind.RepeatedSeparator, "5A11&/5A10",
            "Before '/' at character 6 there is already a separator; a code is missing between the two.",
            "Før '/' på plass 6 står det allerede et skilletegn; det mangler en kode mellom dem."
        },
        {
            SyntaxErrorKind.MissingSeparator, "5A11 XK8G",
            "A separator is missing before 'XK8G' at character 6: & before an extension code, / before a stem code.",
            "Det mangler et skilletegn før 'XK8G' på plass 6: & før en tilleggskode, / før en stamkode."
        },
        {
            SyntaxErrorKind.UnknownSeparator, "5A11,5A10",
            "',' at character 5 is no separator: use & before an extension code, / before a stem code.",
            "',' på plass 5 er ikke et skilletegn: bruk & før en tilleggskode, / før en stamkode."
        },
        {
            SyntaxErrorKind.ExtensionWithoutStem, "XK8G",
            "'XK8G' at character 1 is an extension code; it cannot stand alone, it follows a stem code and &.",
            "'XK8G' på plass 1 er en tilleggskode; den kan ikke stå alene, den følger etter en stamkode og &."
        },
        {
            SyntaxErrorKind.StemAfterAmpersand, "5A11&5A10",
            "'5A10' at character 6 is a stem code; & is followed by an extension code (X…), / by a further stem code.",
            "'5A10' på plass 6 er en stamkode; etter & kommer en tilleggskode (X…), etter / en ny stamkode."
        },
        {
            SyntaxErrorKind.UnknownUri, "http://id.who.int/icd/entity/x",
            "This is not an ICD-11 entity URI from character 30 on ('x'); expected for example http://id.who.int/icd/release/11/mms/257068234.",
            "Dette er ikke en ICD-11-URI fra og med plass 30 ('x'); ventet for eksempel http://id.who.int/icd/release/11/mms/257068234."
        },
        {
            SyntaxErrorKind.PercentEncoded, "5A11%26XK8G",
            "'%26' at character 5 is percent-encoding from a web address; decode the text first.",
            "'%26' på plass 5 er prosentkoding fra en nettadresse; dekod teksten først."
        },
        {
            SyntaxErrorKind.InvisibleCharacter, "5A11\u200B",
            "There is an invisible character, U+200B, at character 5; remove it.",
            "Det står et usynlig tegn, U+200B, på plass 5; fjern det."
        },
        {
            SyntaxErrorKind.TooManyMembers, ThirtyThree,
            "The expression has more than 32 members; the first too many is at character 161.",
            "Uttrykket har flere enn 32 ledd; det første for mye står på plass 161."
        },
    };

    [Theory, MemberData(nameof(Messages))]
    public void Describe_EveryKind_SaysWhatWhereAndWhatInstead(SyntaxErrorKind kind, string text, string english, string bokmal)
    {
        var error = ErrorOf(text, kind);
        Assert.Equal(kind, error.Kind);
        Assert.Equal(english, error.Describe(text));
        Assert.Equal(bokmal, error.Describe(text, MessageLanguage.Bokmal));
        if (!error.IsNone) Assert.Equal(english, new CodeFormatException(text, error).Message);
    }

    [Fact]
    public void Messages_CoverEveryKind() =>
        Assert.Equal(Enum.GetValues<SyntaxErrorKind>(), Messages.Select(row => (SyntaxErrorKind)row[0]));

    private static SyntaxError ErrorOf(string text, SyntaxErrorKind kind)
    {
        SyntaxError error;
        // The two kinds that only ICD-10 codes can have.
        var parsed = kind is SyntaxErrorKind.Icd11Code or SyntaxErrorKind.NotASingleCode
            ? Icd10Code.TryParse(text, out _, out error)
            : ClusterExpression.TryParse(text, out _, out error);
        Assert.Equal(kind == SyntaxErrorKind.None, parsed);
        return error;
    }
}
