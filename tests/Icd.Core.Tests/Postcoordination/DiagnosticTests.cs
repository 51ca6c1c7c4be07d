using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Postcoordination;

/// <summary>What a coder is told, word by word.</summary>
public class DiagnosticTests
{
    private const string Rows = "NA10|laterality|yes|no|#310;NA10|specificAnatomy|no|except-same-block|#320;NA20|specificAnatomy|no|always|XA10;NA30|hasCausingCondition|yes|no|ch:01";

    public static TheoryData<string, DiagnosticKind, DiagnosticSeverity, int, string, string> Sentences => new()
    {
        { "ZZ99", DiagnosticKind.UnknownCode, DiagnosticSeverity.Error, 0, "ZZ99 is not in release mms-2024-01.", "ZZ99 finnes ikke i utgaven mms-2024-01." },
        { "http://id.who.int/icd/release/11/2022-02/mms/204", DiagnosticKind.OtherRelease, DiagnosticSeverity.NotEvaluated, 0,
            "http://id.who.int/icd/release/11/2022-02/mms/204 is of another release than mms-2024-01, which judges here.",
            "http://id.who.int/icd/release/11/2022-02/mms/204 hører til en annen utgave enn mms-2024-01, som det vurderes etter her." },
        { "http://id.who.int/icd/release/11/mms/200", DiagnosticKind.NotSelectable, DiagnosticSeverity.Error, 0,
            "http://id.who.int/icd/release/11/mms/200 is a chapter or block; it groups codes and classifies nothing itself.",
            "http://id.who.int/icd/release/11/mms/200 er et kapittel eller en blokk; det grupperer koder og klassifiserer ingenting selv." },
        { "http://id.who.int/icd/release/11/mms/311", DiagnosticKind.ExtensionAsStem, DiagnosticSeverity.Error, 0,
            "http://id.who.int/icd/release/11/mms/311 is an extension code and cannot stand as a stem.",
            "http://id.who.int/icd/release/11/mms/311 er en tilleggskode og kan ikke stå som stamkode." },
        { "NA20 & http://id.who.int/icd/release/11/mms/101", DiagnosticKind.StemAsExtension, DiagnosticSeverity.Error, 1,
            "http://id.who.int/icd/release/11/mms/101 is a stem code; after & only extension codes may stand. Join stems by /.",
            "http://id.who.int/icd/release/11/mms/101 er en stamkode; etter & kan bare tilleggskoder stå. Stamkoder skilles med /." },
        { "NA20&XK8G", DiagnosticKind.ValueOnNoAxis, DiagnosticSeverity.Error, 1, "XK8G is on no axis of NA20. NA20 takes: Anatomy (XA10 Arm).", "XK8G passer ikke på noen akse for NA20. NA20 tar: Anatomi (XA10 “Arm”)." },
        { "NA30&XK8G/1A00", DiagnosticKind.ValueOnNoAxis, DiagnosticSeverity.Error, 1,
            "XK8G is on no axis of NA30. NA30 takes no extension codes but diagnosis descriptors.", "XK8G passer ikke på noen akse for NA30. NA30 tar ingen tilleggskoder utenom diagnosebeskrivelser." },
        { "NA10&XK8G&XK9K", DiagnosticKind.TooManyValues, DiagnosticSeverity.Error, 2, "The axis Side of NA10 takes one value; XK9K is one too many.", "Aksen Side for NA10 tar én verdi; XK9K er én for mye." },
        { "NA10&XK8G&XA11&XA12", DiagnosticKind.ValuesOfSameBlock, DiagnosticSeverity.Error, 3,
            "The axis Anatomy of NA10 takes several values only from different groups; XA12 is from the same group as another.",
            "Aksen Anatomi for NA10 tar flere verdier bare fra ulike grupper; XA12 er fra samme gruppe som en annen." },
        { "NA10", DiagnosticKind.RequiredAxisMissing, DiagnosticSeverity.Incomplete, 0, "NA10 needs a value on the axis Side: Laterality.", "NA10 må ha en verdi på aksen Side: “Laterality”." },
        { "1A00&XK8G", DiagnosticKind.AxesUnknown, DiagnosticSeverity.NotEvaluated, 1, "Nothing is known of the axes of 1A00, so XK8G cannot be judged.", "Aksene til 1A00 er ikke kjent, så XK8G kan ikke vurderes." },
        { "NA20&XA10&XA10", DiagnosticKind.RepeatedValue, DiagnosticSeverity.Warning, 2, "XA10 stands twice on the axis Anatomy; the second says nothing more.", "XA10 står to ganger på aksen Anatomi; den andre sier ikke noe mer." },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void Describe_EachKind_SaysItInBothLanguages(string expression, DiagnosticKind kind, DiagnosticSeverity severity, int member, string english, string bokmal)
    {
        var verdict = SmallMms.Judge(Rows, expression);
        var diagnostic = Assert.Single(verdict.Diagnostics);
        Assert.Equal((kind, severity, member), (diagnostic.Kind, diagnostic.Severity, diagnostic.Member));
        Assert.Equal((english, bokmal), (diagnostic.Describe(), diagnostic.Describe(MessageLanguage.Bokmal)));
        Assert.Equal(severity switch
        {
            DiagnosticSeverity.Error => VerdictKind.Invalid,
            DiagnosticSeverity.NotEvaluated => VerdictKind.NotEvaluated,
            DiagnosticSeverity.Incomplete => VerdictKind.Incomplete,
            _ => VerdictKind.Valid,
        }, verdict.Kind);
    }

    [Fact]
    public void Describe_NotInStarter_SaysThatThereIsMore()
    {
        var diagnostic = Assert.Single(SmallMms.Validator(Rows, SmallMms.Draft(Sample.StarterKey)).Judge("ZZ99").Diagnostics);
        Assert.Equal((DiagnosticKind.CodeNotInStarter, DiagnosticSeverity.NotEvaluated), (diagnostic.Kind, diagnostic.Severity));
        Assert.Equal("ZZ99 is not in the built-in starter release, which is only a selection; import the full release to judge it.", diagnostic.Describe());
        Assert.Equal("ZZ99 finnes ikke i den innebygde startutgaven, som bare er et utvalg; importer hele utgaven for å vurdere den.", diagnostic.Describe(MessageLanguage.Bokmal));
    }

    [Fact]
    public void Sentences_CoverEveryKind() => Assert.Equal(
        Enum.GetValues<DiagnosticKind>().Where(kind => kind != DiagnosticKind.CodeNotInStarter),
        Sentences.Select(row => (DiagnosticKind)row[1]).Distinct().Order());

    [Fact]
    public void Describe_ManyAllowed_NamesSixAndAnEllipsis() => Assert.Equal(
        "XS5W is on no axis of NA10. NA10 takes: Side (XK8G Left; XK9K Right); Anatomy (XA10 Arm; XA11 Elbow; XA12 Wrist; XA20 Leg; XA21 Knee; XK8G Left …).",
        SmallMms.Judge("NA10|laterality|no|no|XK8G XK9K;NA10|specificAnatomy|no|no|XA10 XA11 XA12 XA20 XA21 XK8G XK9K", "NA10&XS5W").Diagnostics[0].Describe());

    [Fact]
    public void Diagnostics_Several_StandInTheOrderOfTheMembers() =>
        Assert.Equal([0, 1, 2, 3], SmallMms.Judge(Rows, "NA10&XS5W / NA30&XZ9Z").Diagnostics.Select(diagnostic => diagnostic.Member));

    [Fact]
    public void Diagnostics_WorstDecides()
    {
        Assert.Equal(VerdictKind.Invalid, SmallMms.Judge(Rows, "NA10/ZZ99/1A00&XK8G").Kind);
        Assert.Equal(VerdictKind.NotEvaluated, SmallMms.Judge(Rows, "NA10/1A00&XK8G").Kind);
    }
}
