using Icd.Transition.Comparison;

namespace Icd.Transition.Tests.Comparison;

/// <summary>Against values worked out apart from this code.</summary>
public class StatisticsTests
{
    /// <summary>By a separate program from Bonett and Price's formulas.</summary>
    [Theory]
    [InlineData(900, 50, 80, 1.0315789, 1.0078782, 1.0558370)]
    [InlineData(95, 5, 12, 1.07, 0.9875840, 1.1592938)]
    [InlineData(20, 0, 0, 1, 0.9085874, 1.1006096)]
    [InlineData(10, 3, 1, 0.8461538, 0.5914717, 1.2104996)]
    [InlineData(0, 5, 5, 1, 0.3099174, 3.2266661)]
    [InlineData(100000, 2000, 2500, 1.0049020, 1.0036105, 1.0061951)]
    public void Ratio_KnownTables_HaveKnownIntervals(long both, long onlyOld, long onlyNew, double ratio, double low, double high)
    {
        var interval = new ComparabilityRatio(both, onlyOld, onlyNew).Interval!.Value;

        Assert.Equal((ratio, low, high), (Math.Round(interval.Value, 7), Math.Round(interval.Low, 7), Math.Round(interval.High, 7)));
    }

    /// <summary>The delta method, by hand: ln C ± 1.96 sqrt((b + c) / ((a + b)(a + c))).</summary>
    [Fact]
    public void Ratio_ManyEvents_AgreesWithTheDeltaMethod()
    {
        var interval = new ComparabilityRatio(100_000, 2_000, 2_500).Interval!.Value;
        var error = Math.Sqrt(4_500.0 / (102_000.0 * 102_500.0));

        Assert.Equal(102_500.0 / 102_000 * Math.Exp(-1.959963984540054 * error), interval.Low, 1e-6);
        Assert.Equal(102_500.0 / 102_000 * Math.Exp(1.959963984540054 * error), interval.High, 1e-6);
    }

    [Fact]
    public void Ratio_OldAndNewExchanged_IsTheInverse()
    {
        var (one, other) = (new ComparabilityRatio(95, 5, 12).Interval!.Value, new ComparabilityRatio(95, 12, 5).Interval!.Value);

        Assert.Equal(1 / one.Value, other.Value, 10);
        Assert.Equal(1 / one.Low, other.High, 10);
        Assert.Equal(1 / one.High, other.Low, 10);
    }

    [Fact]
    public void Ratio_NothingByTheOldDefinition_IsNone() => Assert.Null(new ComparabilityRatio(0, 0, 7).Interval);

    /// <summary>The share of samples whose interval holds the true ratio; a normal interval on a small count would fall short.</summary>
    [Theory]
    [InlineData(0.30, 0.03, 0.05)]
    [InlineData(0.10, 0.01, 0.01)]
    [InlineData(0.05, 0.005, 0.01)]
    public void Ratio_SamplesOfAKnownPopulation_AreCoveredInNinetyFivePercent(double both, double onlyOld, double onlyNew)
    {
        var (random, covered, samples) = (new Random(3), 0, 2_000);
        for (var i = 0; i < samples; i++)
        {
            var counts = new long[4];
            for (var j = 0; j < 300; j++)
            {
                var draw = random.NextDouble();
                counts[draw < both ? 0 : draw < both + onlyOld ? 1 : draw < both + onlyOld + onlyNew ? 2 : 3]++;
            }

            var interval = new ComparabilityRatio(counts[0], counts[1], counts[2]).Interval;
            var truth = (both + onlyNew) / (both + onlyOld);
            if (interval is { } found && found.Low <= truth && truth <= found.High) covered++;
        }

        Assert.InRange((double)covered / samples, 0.93, 0.985);
    }

    /// <summary>Kappa by hand ((0.70 - 0.50) / (1 - 0.50)); its error by a numerical derivative in a separate program.</summary>
    [Fact]
    public void Kappa_TwoByTwo_IsAsWorkedOutByHand()
    {
        var kappa = CohenKappa.Of(new long[,] { { 20, 5 }, { 10, 15 } });

        Assert.Equal(0.70, kappa.Observed, 10);
        Assert.Equal(0.50, kappa.Expected, 10);
        Assert.Equal(0.40, kappa.Kappa!.Value.Value, 10);
        Assert.Equal(0.1510923, kappa.Kappa.Value.Low, 6);
        Assert.Equal(0.6489077, kappa.Kappa.Value.High, 6);
    }

    /// <summary>The diagnoses of Fleiss' textbook (three categories), with kappa 0.676; error by a numerical derivative in a separate program.</summary>
    [Fact]
    public void Kappa_ThreeByThree_IsThePublishedOne()
    {
        var kappa = CohenKappa.Of(new long[,] { { 75, 1, 4 }, { 5, 4, 1 }, { 0, 0, 10 } }).Kappa!.Value;

        Assert.Equal(0.676471, kappa.Value, 6);
        Assert.Equal(0.504576, kappa.Low, 6);
        Assert.Equal(0.848365, kappa.High, 6);
    }

    [Fact]
    public void Kappa_OneCategoryOnly_IsNotDefined() => Assert.Null(CohenKappa.Of(new long[,] { { 9, 0 }, { 0, 0 } }).Kappa);

    /// <summary>Wilson's interval of 8 in 10 is in every textbook: 0.490 to 0.943.</summary>
    [Fact]
    public void Proportion_EightOfTen_HasWilsonsInterval()
    {
        var interval = ConfidenceInterval.Proportion(8, 10);

        Assert.Equal((0.8, 0.490, 0.943), (interval.Value, Math.Round(interval.Low, 3), Math.Round(interval.High, 3)));
    }
}
