namespace Icd.Transition.Comparison;

/// <summary>The comparability ratio of bridge-coding studies: events by the new definition over events by the old one, in the same rows.</summary>
/// <remarks>
/// Old and new counts are dependent, because most rows are in both. The interval is the hybrid of Bonett and Price (Confidence intervals for a ratio of binomial
/// proportions based on paired data, Statistics in Medicine 2006; 25: 3039-3047): Wilson limits of the two proportions among the rows that are in either, with the
/// deviate shrunk so that for large numbers they agree with the delta method, Var(ln C) = (b + c) / ((a + b)(a + c)). It is defined with no row in disagreement too.
/// It speaks of chance in which events happened, not of faults in coding or of a crosswalk.
/// </remarks>
/// <param name="Both">Rows that both definitions have (a).</param>
/// <param name="OnlyOld">Rows that only the old one has (b).</param>
/// <param name="OnlyNew">Rows that only the new one has (c).</param>
public readonly record struct ComparabilityRatio(long Both, long OnlyOld, long OnlyNew)
{
    /// <summary>Events by the old definition.</summary>
    public long Old => Both + OnlyOld;

    /// <summary>Events by the new definition.</summary>
    public long New => Both + OnlyNew;

    /// <summary>The ratio with its interval; <see langword="null"/> where there are no events by the old definition.</summary>
    public ConfidenceInterval? Interval
    {
        get
        {
            if (Old == 0) return null;
            double total = Both + OnlyOld + OnlyNew, old = Old, now = New;
            var discordance = Math.Sqrt((OnlyOld + OnlyNew + 2) / ((old + 1) * (now + 1)));
            var separate = Math.Sqrt((1 - ((old + 1) / (total + 2))) / (old + 1)) + Math.Sqrt((1 - ((now + 1) / (total + 2))) / (now + 1));
            var z = ConfidenceInterval.Z * discordance / separate;
            var (oldLow, oldHigh) = ConfidenceInterval.Wilson(old, total, z);
            var (newLow, newHigh) = ConfidenceInterval.Wilson(now, total, z);
            return new(now / old, newLow / oldHigh, newHigh / oldLow);
        }
    }
}
