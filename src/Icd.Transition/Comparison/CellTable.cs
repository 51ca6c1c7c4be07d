using System.Runtime.InteropServices;

namespace Icd.Transition.Comparison;

/// <summary>Counts under names, each with the atoms that it is made of.</summary>
internal sealed class CellTable
{
    private readonly Dictionary<string, int> _atoms = new(StringComparer.Ordinal);
    private readonly List<long> _sizes = [];
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedCount> _published = new(StringComparer.Ordinal);

    /// <summary>The atom of rows that all published counts take or leave together.</summary>
    public int Atom(string key, long count)
    {
        ref var atom = ref CollectionsMarshal.GetValueRefOrAddDefault(_atoms, key, out var known);
        if (!known)
        {
            atom = _sizes.Count;
            _sizes.Add(0);
        }

        _sizes[atom] += count;
        return atom;
    }

    public long[] Sizes => [.. _sizes];

    public void Add(string cell, int atom, long count)
    {
        if (!_cells.TryGetValue(cell, out var known)) _cells[cell] = known = new();
        known.Count += count;
        known.Atoms.Add(atom);
    }

    public long Peek(string cell) => _cells.TryGetValue(cell, out var known) ? known.Count : 0;

    /// <summary>A count that will be shown; the same object for the same name.</summary>
    public PublishedCount Publish(string cell)
    {
        if (_published.TryGetValue(cell, out var known)) return known;
        return _published[cell] = _cells.TryGetValue(cell, out var found) ? new(found.Count, found.Atoms) : new(0, []);
    }

    /// <summary>Everything that was published.</summary>
    public List<PublishedCount> Published => [.. _published.Values];

    private sealed class Cell
    {
        public long Count { get; set; }

        public HashSet<int> Atoms { get; } = [];
    }
}
