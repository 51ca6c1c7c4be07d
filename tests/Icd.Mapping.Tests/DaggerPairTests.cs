using Icd.Core.Codes;
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

    [WhoDataFact]
    public void MapPair_TwoDiseases_AreNoPair() => Assert.Null(RealCrosswalk.Instance.MapPair(Icd10Code.Parse("A17.0"), Icd10Code.Parse("E11.9")));
}
