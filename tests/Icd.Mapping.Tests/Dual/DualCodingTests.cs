using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping.Dual;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Dual;

public class DualCodingTests
{
    private static readonly Lazy<DualCoding> Coding = new(() => new(RealCrosswalk.Instance, new FixedTime()));

    private static DualVerdict Check(string icd10, string icd11) => Coding.Value.Check([Icd10Code.Parse(icd10)], ClusterExpression.Parse(icd11)).Verdict;

    [WhoDataFact]
    public void Check_DerivedSide_IsNeverContradictory()
    {
        var problems = new List<string>();
        foreach (var code in RealCrosswalk.Instance.Codes.Where((_, i) => i % 11 == 0))
        {
            var answer = RealCrosswalk.Instance.Map(code);
            var expression = answer.Expression;
            if (!answer.HasTarget) continue;
            var verdict = Coding.Value.Check([code], in expression).Verdict;
            var expected = answer.Relation switch
            {
                MapRelation.Equivalent => DualVerdict.Consistent,
                MapRelation.SourceIsNarrowerThanTarget => DualVerdict.Icd11Broader,
                MapRelation.SourceIsBroaderThanTarget => DualVerdict.Icd10Broader,
                _ => DualVerdict.NotJudged,
            };
            if (verdict != expected) problems.Add($"{code} and {expression}: {verdict}, expected {expected}");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(50)));
    }

    [WhoDataTheory]
    [InlineData("I10", "BA00", DualVerdict.Consistent)]
    [InlineData("S52.2", "NC32.2&XK8G", DualVerdict.Icd10Broader)]
    [InlineData("V4n1a", "PA04", DualVerdict.Icd11Broader)]
    [InlineData("I10", "5A11", DualVerdict.Contradictory)]
    [InlineData("W0n0a", "PA6Z&XE5NE&XE545&XE13G", DualVerdict.Contradictory)]
    [InlineData("I10", "ZZ99", DualVerdict.NotJudged)]
    [InlineData("M70.8", "FB56.6&XK8G", DualVerdict.NotJudged)] // each says something that the other does not
    [InlineData("C41.9", "2B5B", DualVerdict.Icd10Broader)] // not the target, but what is reported as the code
    [InlineData("E40", "5A11", DualVerdict.NotJudged)] // the code's target is approximate, so nothing contradicts it
    public void Check_Pairs(string icd10, string icd11, DualVerdict expected) => Assert.Equal(expected, Check(icd10, icd11));

    /// <summary>What a parent's target stands in for proves no contradiction within its block.</summary>
    [WhoDataTheory]
    [InlineData("S52.20", "NC32.0", DualVerdict.NotJudged)]
    [InlineData("S52.20", "5A11", DualVerdict.Contradictory)]
    public void Check_TargetOfTheParent_ContradictsOnlyOutsideItsBlock(string icd10, string icd11, DualVerdict expected)
    {
        var check = new DualCoding(RealCrosswalk.WhoOnly, new FixedTime()).Check([Icd10Code.Parse(icd10)], ClusterExpression.Parse(icd11));
        Assert.Equal((ProvenanceKind.ParentFallback, expected), (check.Derived.Provenance.Kind, check.Verdict));
    }

    [WhoDataFact]
    public void Check_EveryVerdict_HasAReasonInBothLanguages()
    {
        foreach (var (icd10, icd11) in ((string, string)[])[("I10", "BA00"), ("S52.2", "NC32.2&XK8G"), ("V4n1a", "PA04"), ("I10", "5A11"), ("I10", "ZZ99")])
        {
            var reasons = Coding.Value.Check([Icd10Code.Parse(icd10)], ClusterExpression.Parse(icd11)).Reasons;
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.True(reason.Bokmal.Length > 0 && reason.English.Length > 0));
        }
    }

    [WhoDataFact]
    public void Registration_AsJsonAndFhir_IsReadBackWithoutLoss()
    {
        foreach (var registration in (DualRegistration[])[
            Coding.Value.FromIcd10(Icd10Code.Parse("V4n3e")), Coding.Value.FromIcd10(Icd10Code.Parse("A17.0†"), Icd10Code.Parse("G01*")), Coding.Value.FromIcd10(Icd10Code.Parse("U49.9")),
            Coding.Value.FromIcd11(ClusterExpression.Parse("NC32.2&XK8G/PA60"))])
        {
            Assert.Equal(registration, DualRegistrationJson.Read(Written(DualRegistrationJson.Write, registration)));
            Assert.Equal(registration, DualRegistrationJson.ReadFhir(Written(DualRegistrationJson.WriteFhir, registration)));
        }
    }

    [WhoDataFact]
    public void Registration_Fhir_HasBothSystemsAndSaysWhichSideWasEntered()
    {
        var codings = Written(DualRegistrationJson.WriteFhir, Coding.Value.FromIcd10(Icd10Code.Parse("I10"))).GetProperty("coding").EnumerateArray().ToList();

        Assert.Equal([("urn:oid:2.16.578.1.12.4.1.1.7110", true), ("http://id.who.int/icd/release/11/mms", false)], codings.Select(coding => (coding.GetProperty("system").GetString(), coding.GetProperty("userSelected").GetBoolean())));
    }

    [Theory]
    [InlineData("{}", "There is no 'icd10'.")]
    [InlineData("""{"icd10":["E1"]}""", "'E1' is not an ICD-10 code.")]
    [InlineData("""{"icd10":["E119"],"icd11":"5A11&"}""", "'5A11&' is not an ICD-11 expression.")]
    [InlineData("""{"icd10":["E119"],"icd11":"5A11","entered":"both"}""", "'both' is neither icd10 nor icd11.")]
    public void Read_Malformed_NamesTheValue(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => DualRegistrationJson.Read(JsonElement.Parse(json))).Message);

    [WhoDataFact]
    public void DeriveAnew_LaterRelease_ChangesOnlyTheDerivedSideAndSaysSo()
    {
        var later = new DualCoding(RealCrosswalk.Later, new FixedTime());
        var before = Coding.Value.FromIcd10(Icd10Code.Parse("Z95.3"));

        var (now, changes) = later.DeriveAnew(before);

        Assert.Equal(before.Icd10, now.Icd10);
        Assert.Equal(("QB50.3", "QB50.24"), (before.Icd11.ToString(), now.Icd11.ToString()));
        Assert.Contains(changes, change => change.English == "ICD-11: QB50.3 is now QB50.24.");
        Assert.Empty(later.DeriveAnew(now).Changes);
    }

    private static JsonElement Written(Action<Utf8JsonWriter, DualRegistration> write, DualRegistration registration)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer, registration);
        return JsonElement.Parse(stream.ToArray());
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 3, 4, 5, 678, TimeSpan.Zero);
    }
}
