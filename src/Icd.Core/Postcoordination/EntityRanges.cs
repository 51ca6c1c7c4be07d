namespace Icd.Core.Postcoordination;

/// <summary>A set of entities of one release that is made of subtrees: sorted, disjoint ranges of indexes.</summary>
internal sealed class EntityRanges
{
    private readonly int[] _bounds;

    private EntityRanges(int[] bounds) => _bounds = bounds;

    /// <summary>The subtrees of some entities without those of others.</summary>
    public static EntityRanges Of(IEnumerable<(int Start, int End)> included, IEnumerable<(int Start, int End)> excluded)
    {
        // +1 opens or closes an inclusion, the other component an exclusion; an index belongs where only inclusions are open.
        var changes = new List<(int At, int In, int Out)>();
        foreach (var (start, end) in included) changes.AddRange([(start, 1, 0), (end, -1, 0)]);
        foreach (var (start, end) in excluded) changes.AddRange([(start, 0, 1), (end, 0, -1)]);
        changes.Sort(static (one, other) => one.At.CompareTo(other.At));
        var bounds = new List<int>();
        var (inside, outside, was) = (0, 0, false);
        for (var i = 0; i < changes.Count; i++)
        {
            (inside, outside) = (inside + changes[i].In, outside + changes[i].Out);
            // What changes at the same index changes at once.
            if (i + 1 < changes.Count && changes[i + 1].At == changes[i].At) continue;
            if (was == (inside > 0 && outside == 0)) continue;
            was = !was;
            bounds.Add(changes[i].At);
        }

        return new([.. bounds]);
    }

    public bool Contains(int index)
    {
        // Bounds alternate between the first index inside and the first one outside again. Most values are far from most axes.
        var bounds = _bounds;
        if (bounds.Length == 0 || index < bounds[0] || index >= bounds[^1]) return false;
        if (bounds.Length == 2) return true;
        var position = bounds.AsSpan().BinarySearch(index);
        return position >= 0 ? (position & 1) == 0 : (~position & 1) == 1;
    }

    /// <summary>Whether any index from a first to before a last one is in the set.</summary>
    public bool Overlaps(int start, int end)
    {
        for (var i = 0; i + 1 < _bounds.Length; i += 2)
        {
            if (_bounds[i] < end && _bounds[i + 1] > start) return true;
        }

        return false;
    }

    /// <summary>Whether all indexes from a first to before a last one are in the set.</summary>
    public bool Covers(int start, int end)
    {
        // Ranges of the set do not touch, so one of them must hold all.
        for (var i = 0; i + 1 < _bounds.Length; i += 2)
        {
            if (_bounds[i] <= start && end <= _bounds[i + 1]) return true;
        }

        return false;
    }

    /// <summary>The indexes in the set, in order.</summary>
    public IEnumerable<int> Indexes
    {
        get
        {
            for (var i = 0; i + 1 < _bounds.Length; i += 2)
            {
                for (var index = _bounds[i]; index < _bounds[i + 1]; index++) yield return index;
            }
        }
    }
}
