using Icd.Core.Codes;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Rules;

/// <summary>What becomes of a rule, on WHO's release and tables.</summary>
public class RuleExpansionTests
{
    private const string Header = "code\ttarget\trelation\tlost\tadded\talternatives\treview\treason\n";
    private const string Schemes = "scheme\tvalue\tpart\tfit\tnb\ten\tadded\talternatives\tcomment\n";

    private static MapAnswer Map(string code, string rules, string schemes = "") =>
        RealCrosswalk.With(("r.tsv", Header + rules), ("s.tsv", Schemes + schemes)).Map(Icd10Code.Parse(code));

    [WhoDataFact]
    public void Expand_PartThatTheStemTakes_IsAddedAndNothingIsLost()
    {
        var answer = Map("M05.82", "M05.8?\tFA20.0{joint@5}\n", "joint\t2\t&XA69H4\t\talbue\telbow\n");

        Assert.Equal(("FA20.0&XA69H4", MapRelation.Equivalent), (answer.Expression.ToString(), answer.Relation));
        Assert.Equal(["r.tsv:2", "s.tsv:2"], answer.Provenance.Sources);
    }

    [WhoDataFact]
    public void Expand_PartThatTheStemDoesNotTake_IsLeftOutAndNamed()
    {
        // Hypertension has no place.
        var answer = Map("I10", "I10\tBA00.Z{place@3}\n", "place\t0\t&XE266\t\thjemme\tat home\n");

        Assert.Equal(("BA00.Z", MapRelation.SourceIsNarrowerThanTarget), (answer.Expression.ToString(), answer.Relation));
        Assert.Equal([new MapText("hjemme", "at home")], answer.Lost);
    }

    [WhoDataFact]
    public void Expand_HalfOfAPart_KeepsWhatFits()
    {
        // A fall has a place, and no joint.
        var answer = Map("W0n0a", "W0n0a\tPA6Z{place@4}\n", "place\t0\t&XE266&XA69H4\t\thjemme, albue\tat home, elbow\n");

        Assert.Equal(("PA6Z&XE266", MapRelation.SourceIsNarrowerThanTarget), (answer.Expression.ToString(), answer.Relation));
        Assert.Equal("at home, elbow", Assert.Single(answer.Lost).English);
    }

    [WhoDataFact]
    public void Expand_SeveralCandidates_TakesTheFirstThatFitsWithItsOwnFit()
    {
        var answer = Map("W0n0a", "W0n0a\tPA6Z{place@4}\n", "place\t0\t&XA69H4 | &XE266 (source-is-narrower)\t\tbolig\thome\n");

        Assert.Equal(("PA6Z&XE266", MapRelation.SourceIsNarrowerThanTarget), (answer.Expression.ToString(), answer.Relation));
    }

    [WhoDataFact]
    public void Expand_Union_SaysWhatIsAddedAndGivesTheOthersAsAlternatives()
    {
        var answer = Map("M05.82", "M05.8?\tFA20.0{joint@5}\n", "joint\t2\t&XA69H4\tsource-is-broader\toverarm eller albue\tupper arm or elbow\talbuen // the elbow\t&XA05J7: skulder // shoulder\n");

        Assert.Equal(MapRelation.SourceIsBroaderThanTarget, answer.Relation);
        Assert.Equal(new("albuen", "the elbow"), Assert.Single(answer.Added));
        Assert.Equal(new("FA20.0&XA05J7", new("skulder", "shoulder")), Assert.Single(answer.Alternatives));
    }

    [WhoDataFact]
    public void Expand_UnionThatChoosesTheStem_SaysWhatIsAdded()
    {
        var answer = Map("V4n1y", "V4n??\tPA{car@4}\n", "car\t1\t04\tsource-is-broader\t\t\ti trafikk // in traffic\n");

        Assert.Equal((MapRelation.SourceIsBroaderThanTarget, new("i trafikk", "in traffic")), (answer.Relation, Assert.Single(answer.Added)));
    }

    [WhoDataFact]
    public void Expand_UnionThatTheStemDoesNotTake_AddsNothing()
    {
        var answer = Map("I10", "I10\tBA00.Z{joint@3}\n", "joint\t0\t&XA69H4\tsource-is-broader\toverarm eller albue\tupper arm or elbow\talbuen // the elbow\n");

        Assert.Empty(answer.Added);
        Assert.Equal("upper arm or elbow", Assert.Single(answer.Lost).English);
    }

    [WhoDataFact]
    public void Expand_ValueWithoutAPart_LosesOnlyWhereTheTableSaysSo()
    {
        const string schemes = "x\t8\nx\t9\t\tsource-is-narrower\tremisjon\tremission\n";

        Assert.Equal(MapRelation.Equivalent, Map("E11.8", "E11.?\t5A11{x@4}\n", schemes).Relation);
        var lossy = Map("E11.9", "E11.?\t5A11{x@4}\n", schemes);
        Assert.Equal((MapRelation.SourceIsNarrowerThanTarget, "remission"), (lossy.Relation, Assert.Single(lossy.Lost).English));
    }

    [WhoDataFact]
    public void Expand_StemFromAScheme_IsPutTogether() =>
        Assert.Equal("PA04", Map("V4n1y", "V4n??\tPA{car@4}\n", "car\t1\t04\n").Expression.ToString());

    [WhoDataFact]
    public void Expand_Parent_TakesOverRelationLossAndSource()
    {
        var answer = Map("M05.82", "M05.8\tFA20.0\t\tannet // other\nM05.8?\t{parent}{joint@5}\n", "joint\t2\t&XA69H4\t\talbue\telbow\n");

        Assert.Equal(("FA20.0&XA69H4", MapRelation.SourceIsNarrowerThanTarget), (answer.Expression.ToString(), answer.Relation));
        Assert.Equal("other", Assert.Single(answer.Lost).English);
        Assert.Equal(["r.tsv:3", "r.tsv:2", "s.tsv:2"], answer.Provenance.Sources);
    }

    [WhoDataFact]
    public void Expand_Parent_TakesOverItsAlternativesWithTheRestOfTheRule()
    {
        var answer = Map("M05.82", "M05.8\tFA20.Z\t\t\t\tFA20.0: seropositiv // seropositive\nM05.8?\t{parent}{joint@5}\n", "joint\t2\t&XA69H4\t\talbue\telbow\n");

        Assert.Equal(new("FA20.0&XA69H4", new("seropositiv", "seropositive")), Assert.Single(answer.Alternatives));
    }

    [WhoDataFact]
    public void Expand_Who_BuildsOnWhosRow()
    {
        var answer = Map("S52.2", "S52.2\t{who}&XK8G\n");

        Assert.Equal("NC32.2&XK8G", answer.Expression.ToString());
        Assert.StartsWith("WHO 2024-01 10To11MapToOneCategory row ", answer.Provenance.Sources[1], StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Expand_NoTarget_IsUnmappedWithItsReason()
    {
        var answer = Map("U49.9", "U49.9\tnone\t\t\t\t\t\treserve // spare\n");

        Assert.False(answer.HasTarget);
        Assert.Equal((MapRelation.NotRelatedTo, "spare"), (answer.Relation, answer.Reason!.English));
    }

    [WhoDataFact]
    public void Rules_MoreSpecific_BeatsWiderAndWhosTable()
    {
        const string rules = "E11-\t5A14\t\tx // x\nE11.?\t5A13.0\t\tx // x\nE11.9\t5A11\n";

        Assert.Equal(["5A11", "5A13.0", "5A14"], ((string[])["E11.9", "E11.8", "E11"]).Select(code => Map(code, rules).Expression.ToString()));
    }

    [WhoDataFact]
    public void Rules_EquallySpecific_AreAProblem()
    {
        var problems = RealCrosswalk.With(("r.tsv", Header + "E11.[0-9]\t5A11\nE1[0-9].9\t5A11\n")).Problems();

        Assert.Contains(problems, problem => problem.Contains("r.tsv:2 and r.tsv:3 are both for E119 and equally specific", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public void Rules_WithInvalidTarget_AreAProblemAndNeverAnAnswer()
    {
        var crosswalk = RealCrosswalk.With(("r.tsv", Header + "I10\tBA00.Z&XE266\n"));

        Assert.Contains(crosswalk.Problems(), problem => problem.StartsWith("r.tsv:2 for I10: its target BA00.Z&XE266 is not valid:", StringComparison.Ordinal));
        Assert.Equal(ProvenanceKind.WhoTable, crosswalk.Map(Icd10Code.Parse("I10")).Provenance.Kind);
    }

    [WhoDataFact]
    public void Rules_ForNoCodeOrWithUnknownCodes_AreAProblem()
    {
        var problems = RealCrosswalk.With(("r.tsv", Header + "E99.9\t5A11\n"), ("s.tsv", Schemes + "joint\t2\t&XA0000\t\talbue\telbow\n")).Problems().ToList();

        Assert.Contains(problems, problem => problem.StartsWith("r.tsv:2: no code of ", StringComparison.Ordinal));
        Assert.Contains("s.tsv:2: XA0000 is not in mms-2024-01.", problems);
    }

    [WhoDataFact]
    public void Rules_BuildingOnEachOtherInACircle_AreRefused() =>
        Assert.Contains("circle", Assert.Throws<InvalidOperationException>(() => Map("E11.8", "E11.8\t{E11.9}\nE11.9\t{E11.8}\n")).Message, StringComparison.Ordinal);

    [WhoDataFact]
    public void Rules_ForPairs_AreCheckedToo()
    {
        var problems = RealCrosswalk.With(("r.tsv", Header + "A17.0+G01\tBA00.Z&XE266\nA17.0+G05.0\t1B11.0\n")).Problems().ToList();

        Assert.Contains(problems, problem => problem.StartsWith("r.tsv:2 for A170: its target BA00.Z&XE266 is not valid", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.StartsWith("r.tsv:3", StringComparison.Ordinal));
    }
}
