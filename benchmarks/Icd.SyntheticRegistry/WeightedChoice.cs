namespace Icd.SyntheticRegistry;

/// <summary>Draws one of many by weight in constant time (Walker's alias method).</summary>
internal sealed class WeightedChoice
{
    private readonly double[] _threshold;
    private readonly int[] _alias;

    public WeightedChoice(IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (!(sum > 0)) throw new ArgumentException("No weight is above zero.", nameof(weights));
        (_threshold, _alias) = (new double[weights.Count], new int[weights.Count]);
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < weights.Count; i++)
        {
            _threshold[i] = weights[i] * weights.Count / sum;
            (_threshold[i] < 1 ? small : large).Push(i);
        }

        while (small.TryPop(out var little))
        {
            if (!large.TryPop(out var much))
            {
                _threshold[little] = 1;
                continue;
            }

            _alias[little] = much;
            _threshold[much] -= 1 - _threshold[little];
            (_threshold[much] < 1 ? small : large).Push(much);
        }

        foreach (var much in large) _threshold[much] = 1;
    }

    /// <summary>The place of the one drawn, from 0.</summary>
    public int Draw(RegistryRandom random)
    {
        var column = random.Next(_threshold.Length);
        return (random.Next() >> 11) * (1.0 / (1UL << 53)) < _threshold[column] ? column : _alias[column];
    }
}
