namespace Icd.SyntheticRegistry;

/// <summary>The year of a row: extracts are in order of time, and each year has three per cent more contacts than the one before it.</summary>
internal sealed class YearOfRow
{
    private const double Growth = 1.03;

    private readonly int _first;
    private readonly long[] _ends;
    private int _at;

    public YearOfRow(RegistryOptions options)
    {
        _first = options.FromYear;
        var weights = Enumerable.Range(0, options.ToYear - options.FromYear + 1).Select(year => Math.Pow(Growth, year)).ToArray();
        var (sum, reached) = (weights.Sum(), 0.0);
        _ends = [.. weights.Select(weight => (long)(options.Rows * ((reached += weight) / sum)))];
    }

    /// <summary>Rows must be asked for in their order.</summary>
    public int Of(long row)
    {
        while (_at < _ends.Length - 1 && row >= _ends[_at]) _at++;
        return _first + _at;
    }
}
