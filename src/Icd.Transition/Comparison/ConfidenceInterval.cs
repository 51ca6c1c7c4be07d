namespace Icd.Transition.Comparison;

/// <summary>An estimate with its 95 % confidence interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public readonly record struct ConfidenceInterval(double Value, double Low, double High)
{
    /// <summary>The standard normal deviate that 95 % lie within.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>A proportion with Wilson's score interval.</summary>
    /// <param name="successes">How many.</param>
    /// <param name="total">Of how many; at least 1.</param>
    public static ConfidenceInterval Proportion(double successes, double total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        var (low, high) = Wilson(successes, total, Z);
        return new(successes / total, low, high);
    }

    internal static (double Low, double High) Wilson(double successes, double total, double z)
    {
        var (p, square) = (successes / total, z * z);
        var (centre, half) = (p + (square / (2 * total)), z * Math.Sqrt((p * (1 - p) / total) + (square / (4 * total * total))));
        var scale = 1 + (square / total);
        return (Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }
}
