namespace Icd.Transition.Comparison;

/// <summary>Cohen's kappa: agreement beyond chance between two codings of the same rows into the same categories.</summary>
/// <remarks>Unweighted. The standard error is the asymptotic one of Fleiss, Cohen and Everitt (Psychological Bulletin 1969; 72: 323-327), for independent rows.</remarks>
/// <param name="Kappa">Kappa with its interval; <see langword="null"/> where chance alone would agree always, so that kappa is not defined.</param>
/// <param name="Observed">The share of rows that agree.</param>
/// <param name="Expected">The share that would by chance.</param>
/// <param name="Rows">How many rows.</param>
public sealed record CohenKappa(ConfidenceInterval? Kappa, double Observed, double Expected, long Rows)
{
    /// <summary>Kappa of a table.</summary>
    /// <param name="table">Square: rows one coding, columns the other, the same categories in the same order.</param>
    /// <exception cref="ArgumentException">The table is not square, or it is empty.</exception>
    public static CohenKappa Of(long[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var size = table.GetLength(0);
        if (table.GetLength(1) != size) throw new ArgumentException("The table is not square.", nameof(table));
        var total = table.Cast<long>().Sum();
        if (total == 0) throw new ArgumentException("The table is empty.", nameof(table));
        var (rows, columns) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                rows[i] += (double)table[i, j] / total;
                columns[j] += (double)table[i, j] / total;
            }
        }

        var observed = Enumerable.Range(0, size).Sum(i => (double)table[i, i] / total);
        var expected = Enumerable.Range(0, size).Sum(i => rows[i] * columns[i]);
        if (expected >= 1) return new(null, observed, expected, total);
        var kappa = (observed - expected) / (1 - expected);
        var error = StandardError(table, total, rows, columns, kappa, expected);
        return new(new(kappa, Math.Max(-1, kappa - (ConfidenceInterval.Z * error)), Math.Min(1, kappa + (ConfidenceInterval.Z * error))), observed, expected, total);
    }

    private static double StandardError(long[,] table, double total, double[] rows, double[] columns, double kappa, double expected)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                var share = table[i, j] / total;
                sum += i == j
                    ? share * Math.Pow(1 - ((rows[i] + columns[i]) * (1 - kappa)), 2)
                    : share * Math.Pow((1 - kappa) * (columns[i] + rows[j]), 2);
            }
        }

        sum -= Math.Pow(kappa - (expected * (1 - kappa)), 2);
        return Math.Sqrt(Math.Max(0, sum) / total) / (1 - expected);
    }
}
