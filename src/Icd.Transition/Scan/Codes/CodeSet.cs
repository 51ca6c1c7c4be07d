using System.Collections.Immutable;

namespace Icd.Transition.Scan.Codes;

/// <summary>A set of codes of an edition, as intervals of their places in its sorted list.</summary>
/// <remarks>Intervals are half-open, sorted, and touch nowhere, so two sets with the same codes are equal.</remarks>
internal readonly struct CodeSet : IEquatable<CodeSet>
{
    private readonly ImmutableArray<(int Start, int End)> _intervals;

    private CodeSet(ImmutableArray<(int, int)> intervals) => _intervals = intervals;

    public static CodeSet Empty => default;

    public ImmutableArray<(int Start, int End)> Intervals => _intervals.IsDefault ? [] : _intervals;

    public bool IsEmpty => Intervals.IsEmpty;

    public int Count => Intervals.Sum(interval => interval.End - interval.Start);

    public IEnumerable<int> Indexes => Intervals.SelectMany(interval => Enumerable.Range(interval.Start, interval.End - interval.Start));

    public static CodeSet Of(int start, int end) => start < end ? new([(start, end)]) : Empty;

    public static CodeSet Union(IEnumerable<CodeSet> sets)
    {
        var all = sets.SelectMany(set => set.Intervals).Order().ToList();
        var merged = ImmutableArray.CreateBuilder<(int Start, int End)>();
        foreach (var (start, end) in all)
        {
            if (merged.Count > 0 && merged[^1].End >= start) merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else merged.Add((start, end));
        }

        return new(merged.ToImmutable());
    }

    /// <summary>The set of the places at which a test holds.</summary>
    public static CodeSet Where(int count, Func<int, bool> holds)
    {
        var intervals = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 0; i < count; i++)
        {
            if (!holds(i)) continue;
            var start = i;
            while (i < count && holds(i)) i++;
            intervals.Add((start, i));
        }

        return new(intervals.ToImmutable());
    }

    public bool Equals(CodeSet other) => Intervals.AsSpan().SequenceEqual(other.Intervals.AsSpan());

    public override bool Equals(object? obj) => obj is CodeSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var interval in Intervals) hash.Add(interval);
        return hash.ToHashCode();
    }
}
