using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

/// <summary>Dual classification: a disease and its manifestation become one cluster.</summary>
public class DaggerPairTests
{
    [Theory]
    [InlineData("A17.0† G01*")]
    [InlineData("G01* A17.0†")]
    [InlineData("A17.0+G01*")]
    [InlineData("A170+ G01*")]
    [InlineData("A170 G01")]
    [InlineData("G01, A17.0")]
    [InlineData("A17.0/G01*")]
    [InlineData("A17.0†G01*")]
    public void TryParse_OneCell_FindsBothInEitherOrder(string text)
    {
        Assert.True(DaggerPair.TryParse(text, out var dagger, out var asterisk));
        Assert.Equal(("A170", "G01"), (dagger.ToString("N", null), asterisk.ToString("N", null)));
    }

    [Theory]
    [InlineData("A17.0")]
    [InlineData("A17.0 E11.9")]
    [InlineData("G01 G07")]
    [InlineData("A17.0† B20†")]
    [InlineData("A17.0 G01 E11.9")]
    [InlineData("A17.0 and G01")]
    [InlineData("1B11.0/1D01.0")]
    [InlineData("")]
    public void TryParse_NoPair_IsRefused(string text) => Assert.False(DaggerPair.TryParse(text, out _, out _));

    [WhoDataFact]
    public void MapPair_DiseaseAndManifestation_AreOneClusterTheDiseaseFirst()
    {
        var (disease, manifestation) = (Icd10Code.Parse("A39.5†"), Icd10Code.Parse("I41.0*"));
        var answer = RealCrosswalk.WhoOnly.MapPair(disease, manifestation)!;
        var other = RealCrosswalk.WhoOnly.MapPair(manifestation, disease)!;

        var (first, second) = (RealCrosswalk.WhoOnly.Map(disease).Expression.ToString(), RealCrosswalk.WhoOnly.Map(manifestation).Expression.ToString());
        Assert.Equal(answer.Expression, other.Expression);
        Assert.StartsWith(first, answer.Expression.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(second, answer.Expression.ToString(), StringComparison.Ordinal);
        Assert.Equal(ProvenanceKind.Pair, answer.Provenance.Kind);
    }

    [WhoDataFact]
    public void MapPair_RuleForThePair_BeatsTheTwoTargets()
    {
        var crosswalk = RealCrosswalk.With(("r.tsv", "code\ttarget\trelation\tlost\tadded\talternatives\treview\treason\nA17.0+G01\t1B11.0\n"));

        Assert.Equal("1B11.0", crosswalk.MapPair(Icd10Code.Parse("G01"), Icd10Code.Parse("A17.0"))!.Expression.ToString());
    }

    [WhoDataTheory]
    // "Crohn disease, unspecified site" beside the Crohn disease of a site; "viral meningitis, unspecified" beside one of its kinds.
    [InlineData("K50.0", "M07.46", "DD70.1/FA11.Y&XA8RL1")]
    [InlineData("A87.0", "G02.0", "1C8E.1")]
    [InlineData("A69.2", "M01.29", "1C1G.13")]
    // The manifestation has the disease's own stem, and a site.
    [InlineData("A18.0", "M90.06", "1B12.40&XA44U1")]
    // Two diseases of a chapter, one of them unspecified: each says something that the other does not.
    [InlineData("A02.2", "J17.0", "1A09.Y/CA40.0Y")]
    [InlineData("A52.0", "I39.1", "1A62.1/BB7Z")]
    public void MapPair_MemberThatSaysNothingBeyondAnother_IsLeftOutAndNoOther(string dagger, string asterisk, string expected) =>
        Assert.Equal(expected, RealCrosswalk.Instance.MapPair(Icd10Code.Parse(dagger), Icd10Code.Parse(asterisk))!.Expression.ToString());

    [WhoDataFact]
    public void MapPair_WhatOneOfTheTwoLeavesOpen_StaysOpen()
    {
        var answer = RealCrosswalk.Instance.MapPair(Icd10Code.Parse("K50.0"), Icd10Code.Parse("M07.45"))!;

        Assert.Equal("DD70.1/FA11.Y&XA4XS4", answer.Expression.ToString());
        Assert.Contains(answer.Alternatives, alternative => alternative.Target == "DD70.1/FA11.Y&XA1TL5" && alternative.Condition.English == "joints of the pelvis");
    }

    [WhoDataTheory]
    [InlineData("5A11", "5A11", "5A11")]
    [InlineData("DD70.Z", "DD70.1", "DD70.1")]
    [InlineData("DD70.1", "DD70.0", "DD70.1/DD70.0")]
    // Each has a site that the other lacks; a more exact site says the wider one too.
    [InlineData("FB80.7&XA44U1", "FB80.7&XA6BA0", "FB80.7&XA44U1/FB80.7&XA6BA0")]
    [InlineData("FB80.7", "FB80.7&XA44U1", "FB80.7&XA44U1")]
    [InlineData("FB80.7&XA2T04", "FB80.7&XA44U1", "FB80.7&XA44U1")]
    // The unspecified one has a site: it is kept.
    [InlineData("DD70.Z&XA8RL1", "DD70.1", "DD70.Z&XA8RL1/DD70.1")]
    public void ClusterUnion_SaysEachThingOnce(string first, string second, string expected)
    {
        var (one, other) = (ClusterExpression.Parse(first), ClusterExpression.Parse(second));

        Assert.Equal(expected, ClusterUnion.Of(RealCrosswalk.Instance.Release, in one, in other));
    }

    [WhoDataFact]
    public void MapPair_TwoDiseases_AreNoPair() => Assert.Null(RealCrosswalk.Instance.MapPair(Icd10Code.Parse("A17.0"), Icd10Code.Parse("E11.9")));
}
