using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

public class BackCrosswalkTests
{
    [WhoDataFact]
    public void Map_TargetOfAnEquivalentCode_LeadsBackToACodeWithTheSameTarget()
    {
        var problems = new List<string>();
        foreach (var code in RealCrosswalk.Instance.Codes)
        {
            var answer = RealCrosswalk.Instance.Map(code);
            // An asterisk code never comes back alone: a rule supplies its dagger code, or WHO's row another one.
            if (answer.Relation != MapRelation.Equivalent || DaggerPair.IsAsterisk(code)) continue;
            var expression = answer.Expression;
            var back = RealCrosswalk.Back.Map(in expression);
            if (back.Codes.Count == 0) problems.Add($"{code} -> {expression} -> nothing");
            else if (back.Codes is [var one] && back.Provenance.Kind != ProvenanceKind.AuthoredRule && RealCrosswalk.Instance.Map(one).Expression != expression) problems.Add($"{code} -> {expression} -> {one} -> {RealCrosswalk.Instance.Map(one).Expression}");
            // Several codes with one target cannot all come back; the answer must say so.
            else if (back.Codes is [var other] && other != code && !back.NeedsReview && other.Category != code.Category && RealCrosswalk.Instance.Map(other).Relation != MapRelation.Equivalent)
                problems.Add($"{code} -> {expression} -> {other} without review");
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(50))}");
    }

    [WhoDataFact]
    public void Map_AnyStem_GivesNorwegianCodesOrSaysThatThereAreNone()
    {
        var stems = RealCrosswalk.Instance.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension).Where((_, i) => i % 7 == 0).ToList();
        var edition = RealCrosswalk.Instance.Edition;
        foreach (var stem in stems)
        {
            var back = RealCrosswalk.Back.Map(new ClusterExpression(stem.Icd11Code));

            Assert.All(back.Codes, code => Assert.True(edition.TryFind(code, out var entity) && entity.IsSelectable, $"{stem.Code} -> {code}"));
            if (back.Codes.Count == 0) Assert.True(back.Reason is not null && (back.NeedsReview || back.Provenance.Kind == ProvenanceKind.AuthoredRule), stem.Code);
            else Assert.NotEmpty(back.Provenance.Sources);
        }
    }

    [WhoDataTheory]
    [InlineData("6A70.1", "F32.1")]
    [InlineData("6A71.1", "F33.1")]
    [InlineData("FB81.2", "M87.1")]
    public void Map_SubdivisionsThatSayMore_GivesTheirParent(string icd11, string icd10)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Equal(icd10, back.ToString());
        Assert.Equal(MapRelation.Equivalent, back.Relation);
        Assert.False(back.NeedsReview);
    }

    [WhoDataTheory]
    [InlineData("NC32.50", "S52.5")] // not S52.50, a closed fracture
    [InlineData("6C44.21", "F13.2")] // not F13.20, at present abstinent
    [InlineData("2D90", "C78.6")] // not C78.60, a micrometastasis
    [InlineData("DB36", "K63.8")] // not K63.80, short bowel syndrome
    public void Map_WhoRowWithACodeThatNorwayUsesAndDivides_GivesTheCodeItself(string icd11, string icd10)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Equal(icd10, back.ToString());
        Assert.Equal(ProvenanceKind.WhoTable, back.Provenance.Kind);
    }

    [WhoDataFact]
    public void Map_ExpressionThatAStemSaysToo_GivesTheCodeOfTheStem()
    {
        var back = RealCrosswalk.MapBack("CA40.0&XN741");

        Assert.Equal(("J15.0", MapRelation.Equivalent), (back.ToString(), back.Relation));
        Assert.Equal("CA40.0&XN741 = CA40.03", back.Provenance.Sources[0]);
    }

    [WhoDataFact]
    public void Map_StemWhoseCodesAllSayMore_DoesNotGuessOne()
    {
        var back = RealCrosswalk.MapBack("QC50");

        Assert.Empty(back.Codes);
        Assert.True(back.NeedsReview);
        Assert.Contains("T92.9", back.Alternatives.Select(alternative => alternative.Target));
        Assert.Equal("Every code with this as its target says more than the expression: choose among the alternatives.", back.Reason!.English);
    }

    [WhoDataTheory]
    [InlineData("2E67", "D07.0 D07.1 D07.2 D07.3 D07.4 D07.5 D07.6")]
    [InlineData("CA43.Z", "J85.0 J85.1 J85.2 J85.3")]
    [InlineData("LB20.Z", "Q44.0 Q44.1 Q44.2 Q44.3 Q44.4 Q44.5 Q44.6 Q44.7")]
    public void Map_WhoRowWithACodeThatNorwayDivides_DoesNotGuessASubdivision(string icd11, string choices)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Empty(back.Codes);
        Assert.Equal(choices.Split(' '), back.Alternatives.Select(alternative => alternative.Target));
        Assert.Equal((MapRelation.Unknown, true, ProvenanceKind.WhoTable), (back.Relation, back.NeedsReview, back.Provenance.Kind));
        Assert.NotNull(back.Reason);
    }

    [WhoDataFact]
    public void Map_WhoRowWithACodeThatNorwayDivides_TakesTheCodeOfTheStemAbove()
    {
        var anorexia = RealCrosswalk.MapBack("6B80.01");
        var pharyngitis = RealCrosswalk.MapBack("CA02.10");

        Assert.Equal(("F50.0", MapRelation.SourceIsNarrowerThanTarget, false), (anorexia.ToString(), anorexia.Relation, anorexia.NeedsReview));
        // An unspecified subdivision loses what another might say.
        Assert.Equal(("J02.9", true), (pharyngitis.ToString(), pharyngitis.NeedsReview));
        Assert.Contains("J02.8", pharyngitis.Alternatives.Select(alternative => alternative.Target));
    }

    [WhoDataFact]
    public void Map_CodeThatNorwayDoesNotHave_IsNamedAndReviewed()
    {
        var back = RealCrosswalk.MapBack("JB22.1");

        Assert.Empty(back.Codes);
        Assert.True(back.NeedsReview);
        Assert.Contains("O82.1", back.Reason!.English, StringComparison.Ordinal);
    }

    /// <summary>A national key holds the whole block of ICD-10, so nothing is left to choose but a place that is not said.</summary>
    [WhoDataTheory]
    [InlineData("PE20.0", "X8n.xy")]
    [InlineData("PJ90", "Y3n.x")]
    [InlineData("PB51&XE545", "W8n.xi")]
    [InlineData("PC98&XE266", "X6n.0")]
    public void Map_ExternalCauseWithinANationalKey_GivesTheKeyWithoutReview(string icd11, string icd10)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Equal(icd10, back.ToString());
        Assert.False(back.NeedsReview);
    }

    [WhoDataTheory]
    [InlineData("AB10.Y", "H69.8")]
    [InlineData("5A44", "E88.8")]
    [InlineData("1D01.Z", "G03.9")]
    [InlineData("2A60.Z", "C92.0")]
    public void Map_AuthoredRule_Holds(string icd11, string icd10) => Assert.StartsWith(icd10, RealCrosswalk.MapBack(icd11).ToString(), StringComparison.Ordinal);

    /// <summary>"Unspecified" of a block or of its category says little of what lies below: never without review.</summary>
    [WhoDataFact]
    public void Map_UnspecifiedCodeOfSomethingAbove_AsksForReview()
    {
        var problems = new List<string>();
        foreach (var stem in RealCrosswalk.Instance.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension))
        {
            var back = RealCrosswalk.Back.Map(new ClusterExpression(stem.Icd11Code));
            if (back.NeedsReview || back.Provenance.Kind != ProvenanceKind.Inverse || back.Codes is not [var code] || char.IsAsciiLetter(code.ToString("N", null)[2]) || code.ToString("N", null)[^1] != '9') continue;
            if (!ClusterExpression.TryParse(back.Provenance.Sources[0].Split(" -> ")[^1].Split(',')[0], out var target)) continue;
            if (RealCrosswalk.Instance.Release.TryFind(target[0].Code, out var entity) && entity != stem && entity.Parent != stem && entity != stem.Parent) problems.Add($"{stem.Code} -> {code} by {entity.Code}");
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(50))}");
    }

    /// <summary>What a rule from ICD-10 names as its other target leads back to its code.</summary>
    [WhoDataTheory]
    [InlineData("BC43.6", "I42.8")]
    [InlineData("9C40.5", "H47.0")]
    [InlineData("PA83.0&XE266", "W2t.0y")]
    public void Map_AlternativeOfARule_LeadsBackToItsCode(string icd11, string icd10)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Equal((icd10, MapRelation.SourceIsNarrowerThanTarget, false), (back.ToString(), back.Relation, back.NeedsReview));
    }

    [WhoDataFact]
    public void Map_OurCodeSaysMoreThanWho_TakesWhosCode()
    {
        // I42.6 is alcoholic; DA96.00 is bacterial overgrowth, not only of a blind loop.
        Assert.Equal(("I42.0", false), (RealCrosswalk.MapBack("BC43.01").ToString(), RealCrosswalk.MapBack("BC43.01").NeedsReview));
        Assert.Equal(("Q87.8", true), (RealCrosswalk.MapBack("LD2B").ToString(), RealCrosswalk.MapBack("LD2B").NeedsReview));
        Assert.Equal(("L74.4", false), (RealCrosswalk.MapBack("EE01.Z").ToString(), RealCrosswalk.MapBack("EE01.Z").NeedsReview));
    }

    [WhoDataFact]
    public void Map_AllSubdivisionsWithOneCode_GivesIt_OtherwiseTheChoice()
    {
        var necrolysis = RealCrosswalk.MapBack("EB13");

        Assert.Empty(necrolysis.Codes);
        Assert.Contains("L51.2", necrolysis.Alternatives.Select(alternative => alternative.Target));
        Assert.True(necrolysis.NeedsReview);
    }

    /// <summary>ICD-10 reports an asterisk code after a dagger code only.</summary>
    [WhoDataFact]
    public void Map_AsteriskCodeAlone_AsksForReview()
    {
        foreach (var stem in RealCrosswalk.Instance.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension))
        {
            var back = RealCrosswalk.Back.Map(new ClusterExpression(stem.Icd11Code));
            if (back.Codes.Count > 0 && back.Codes.All(DaggerPair.IsAsterisk)) Assert.True(back.NeedsReview && back.Reason is not null, $"{stem.Code} -> {back}");
        }
    }

    [WhoDataTheory]
    [InlineData("5A11/9B71.01", "E11.3† H36.0*")]
    [InlineData("5A10/9B71.00&XK9J", "E10.3† H36.0*")]
    [InlineData("9B71.0Z/5A11", "E11.3† H36.0*")]
    [InlineData("5A11/GB61.3", "E11.2 N18.3")]
    [InlineData("5A11/BD54&XK8G", "E11.5")]
    [InlineData("8A20/6D80.1", "G30.1† F00.1*")]
    [InlineData("6D80.0", "G30.0† F00.0*")]
    [InlineData("6A70.1/6A80.0", "F32.1")]
    public void Map_DiseaseAndItsManifestation_GivesTheCodeOfThatDisease(string icd11, string icd10) => Assert.Equal(icd10, RealCrosswalk.MapBack(icd11).ToString());

    [WhoDataTheory]
    [InlineData("GC08.Z&XN6P4", "N39.0 B96.2")]
    [InlineData("1G40&XN6P4", "A41.5")]
    [InlineData("NE81.2Z&XN6BM", "T81.4 B95.6")]
    public void Map_InfectiousAgent_IsNamedByItsSupplementaryCode(string icd11, string icd10)
    {
        var back = RealCrosswalk.MapBack(icd11);

        Assert.Equal(icd10, back.ToString());
        Assert.DoesNotContain(back.Lost, lost => lost.English is "Escherichia coli" or "Staphylococcus aureus");
    }

    [WhoDataTheory]
    [InlineData("2C25.0&XA9HN5", "C34.1")]
    [InlineData("2C30.0&XA3FR3", "C43.5")]
    public void Map_HistologyWithASite_GivesTheCodeOfTheSite(string icd11, string icd10) => Assert.Equal(icd10, RealCrosswalk.MapBack(icd11).ToString());

    [WhoDataFact]
    public void Map_ClusterWithOneStemLeftToChoose_KeepsTheCodeOfTheOther()
    {
        var back = RealCrosswalk.MapBack("CA43.Z/5A11");

        Assert.Equal("E11.9", back.ToString());
        Assert.Equal(MapRelation.SourceIsNarrowerThanTarget, back.Relation);
        Assert.True(back.NeedsReview);
        Assert.Contains(back.Alternatives, alternative => alternative.Target == "J85.3");
    }

    /// <summary>A subdivision is never taken where the code above it leads to the same target by the same relation.</summary>
    [WhoDataFact]
    public void Map_TargetOfACodeAndItsSubdivision_GivesTheCode()
    {
        var crosswalk = RealCrosswalk.Instance;
        var problems = new List<string>();
        foreach (var code in crosswalk.Codes.Where(code => code.Length > 3))
        {
            var answer = crosswalk.Map(code);
            if (!answer.HasTarget || answer.Relation != MapRelation.Equivalent || !crosswalk.Edition.TryFind(code, out var entity)) continue;
            var above = entity.Parent is { IsSelectable: true } parent ? crosswalk.Map(parent.Icd10Code) : null;
            if (above is not { HasTarget: true } || above.Expression != answer.Expression || above.Relation != answer.Relation) continue;
            var expression = answer.Expression;
            if (RealCrosswalk.Back.Map(in expression).Codes.Contains(code)) problems.Add($"{expression} -> {code}");
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(50))}");
    }

    [WhoDataFact]
    public void Map_DetailThatIcd10DoesNotHave_IsNamedAsLost()
    {
        var back = RealCrosswalk.MapBack("NC32.2&XK8G");

        Assert.Equal("S52.2", Assert.Single(back.Codes).ToString()[..5]);
        Assert.Contains(back.Lost, lost => lost.English == "Left");
    }

    [WhoDataFact]
    public void Map_ClusterOfSeveralStems_GivesACodeForEach()
    {
        var back = RealCrosswalk.MapBack("NC32.2&XK8G/PA04&XE5NE");

        Assert.Equal(2, back.Codes.Count);
        Assert.Equal(["S52", "V4n"], back.Codes.Select(code => code.Category.ToString()));
    }

    [WhoDataTheory]
    [InlineData("K50.0†", "M07.46*")]
    [InlineData("K51.9†", "M07.55*")]
    public void Map_ClusterOfAPair_LeadsBackToThePair(string dagger, string asterisk)
    {
        // The asterisk code's own target names the disease too; beside its dagger code it is said once.
        var pair = RealCrosswalk.Instance.MapPair(Icd10Code.Parse(dagger), Icd10Code.Parse(asterisk))!;
        var answer = RealCrosswalk.Back.Map(pair.Expression);

        Assert.Equal([Icd10Code.Parse(dagger), Icd10Code.Parse(asterisk)], answer.Codes);
    }

    [WhoDataFact]
    public void Map_PlaceAndActivity_ChooseTheNationalCode() =>
        Assert.Equal("V4n1a", Assert.Single(RealCrosswalk.MapBack("PA04&XE5NE&XE545&XE13G").Codes).ToString("N", null));

    [WhoDataFact]
    public void Map_ByUri_IsTheSameAsByCode()
    {
        Assert.True(RealCrosswalk.Instance.Release.TryFind("5A11", out var entity));

        Assert.Equal(RealCrosswalk.MapBack("5A11").Codes, RealCrosswalk.MapBack(entity.Uri.ToString()).Codes);
    }

    [WhoDataFact]
    public void Map_UnknownCode_IsNotGuessed()
    {
        var back = RealCrosswalk.MapBack("ZZ99");

        Assert.Equal((0, MapRelation.Unknown), (back.Codes.Count, back.Relation));
        Assert.NotNull(back.Reason);
    }

    [WhoDataTheory]
    [InlineData("B99", true)] // other and unspecified infectious diseases
    [InlineData("F03", true)] // unspecified dementia
    [InlineData("J44.9", true)]
    [InlineData("C19", false)] // the rectosigmoid junction, which ends in 9 by chance
    [InlineData("E59", false)] // selenium deficiency
    [InlineData("J44.1", false)]
    public void IsOpen_UnspecifiedOnes_AreKnownByTheirDigitOrTitle(string code, bool isOpen) =>
        Assert.Equal(isOpen, new BackOrder(RealCrosswalk.Instance.Edition).IsOpen(Icd10Code.Parse(code)));
}
