namespace Icd.Transition.Comparison;

/// <summary>What can be worked out from the sums that are shown: linear algebra over the atoms, modulo a prime, sparse.</summary>
/// <remarks>
/// <para>The rows are brought into echelon form: what is known alone drops out of all others first; identities come next, each solved for an atom of the largest counts, so that they
/// lengthen few rows; then the rest, the shortest first, each solved for the atom that fewest rows have.</para>
/// <para>A random vector that is orthogonal to all rows then tells with one product whether a sum is a combination of them. Every combination is orthogonal to it; anything else is by a chance of
/// one in two milliards, and where chance misleads it keeps one count more back, never one less.</para>
/// </remarks>
internal sealed class SumAlgebra
{
    private const ulong Prime = 2_147_483_647;

    private readonly List<Row> _rows = [];
    private readonly int[] _rowOf;
    private readonly long[] _weights;
    private readonly int[] _degrees;
    private readonly ulong[] _open;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];
    private readonly List<(int Row, ulong Factor)> _uses = [];
    private readonly PriorityQueue<int, int> _pending = new();
    private readonly ulong[] _values;

    /// <param name="atoms">How many atoms there are.</param>
    /// <param name="shown">The atoms of each count that is shown.</param>
    /// <param name="identities">Combinations of atoms that are known to be nothing.</param>
    /// <param name="random">Where the free values come from.</param>
    public SumAlgebra(int atoms, IReadOnlyList<int[]> shown, IEnumerable<Dictionary<int, long>> identities, Random random)
    {
        (_rowOf, _weights, _degrees, _open, _isTouched, _values) = (new int[atoms], new long[atoms], new int[atoms], new ulong[atoms], new bool[atoms], new ulong[atoms]);
        Array.Fill(_rowOf, -1);
        foreach (var row in shown)
        {
            foreach (var atom in row)
            {
                _weights[atom] += row.Length;
                _degrees[atom]++;
            }
        }

        var left = Peel(shown, atoms);
        foreach (var identity in identities) Add(identity);
        foreach (var at in left.OrderBy(at => shown[at].Length)) Add(shown[at], at);
        Solve(random);
    }

    /// <summary>Whether a sum of atoms is a combination of the rows.</summary>
    public bool Determines(IEnumerable<int> atoms)
    {
        var sum = 0UL;
        foreach (var atom in atoms) sum += _values[atom];
        return sum % Prime == 0;
    }

    /// <summary>The rows whose combination a sum of atoms is.</summary>
    /// <returns>Places in the rows that were given; empty where it is no combination.</returns>
    public List<int> Witness(IEnumerable<int> atoms)
    {
        foreach (var atom in atoms) Touch(atom, 1);
        Reduce();
        var isDetermined = !_touched.Exists(atom => _open[atom] != 0);
        var factors = new Dictionary<int, ulong>();
        var open = new PriorityQueue<int, int>();
        if (isDetermined) Spread(_uses, 1, factors, open);
        Forget();
        var sources = new List<int>();
        // Rows use earlier rows only: from the last to the first each one's factor is complete when it is met.
        while (open.TryDequeue(out var at, out _))
        {
            if (factors[at] == 0) continue;
            var row = _rows[at];
            var factor = factors[at] * row.Inverse % Prime;
            if (row.Source >= 0) sources.Add(row.Source);
            Spread(row.Uses, Prime - factor, factors, open);
        }

        return sources;
    }

    private static void Spread(IEnumerable<(int Row, ulong Factor)> uses, ulong by, Dictionary<int, ulong> factors, PriorityQueue<int, int> open)
    {
        foreach (var (row, factor) in uses)
        {
            if (!factors.TryGetValue(row, out var known)) open.Enqueue(row, -row);
            factors[row] = (known + (by * factor)) % Prime;
        }
    }

    /// <summary>Solves the rows with a single unknown atom, again and again, until none is left; the others.</summary>
    private List<int> Peel(IReadOnlyList<int[]> rows, int atoms)
    {
        var unknown = rows.Select(row => row.Length).ToArray();
        var having = new List<int>[atoms];
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var atom in rows[i]) (having[atom] ??= []).Add(i);
        }

        var open = new Stack<int>(Enumerable.Range(0, rows.Count).Where(i => unknown[i] == 1));
        while (open.TryPop(out var at))
        {
            if (unknown[at] != 1) continue;
            var atom = Array.Find(rows[at], candidate => _rowOf[candidate] < 0);
            Add(rows[at], at);
            foreach (var row in having[atom])
            {
                if (--unknown[row] == 1) open.Push(row);
            }
        }

        return [.. Enumerable.Range(0, rows.Count).Where(i => unknown[i] > 0)];
    }

    private void Add(int[] row, int source)
    {
        foreach (var atom in row) Touch(atom, 1);
        Reduce();
        Keep(_touched.Where(atom => _open[atom] != 0).DefaultIfEmpty(-1).MinBy(atom => atom < 0 ? 0 : _degrees[atom]), source);
    }

    private void Add(Dictionary<int, long> identity)
    {
        foreach (var (atom, factor) in identity) Touch(atom, (ulong)(((factor % (long)Prime) + (long)Prime) % (long)Prime));
        Reduce();
        // Solved for a piece of the finer parting: those come with a minus.
        Keep(_touched.Where(atom => _open[atom] != 0).DefaultIfEmpty(-1).MaxBy(atom => atom < 0 ? 0 : identity.GetValueOrDefault(atom) < 0 ? _weights[atom] + (long.MaxValue / 2) : _weights[atom]), -1);
    }

    private void Touch(int atom, ulong value)
    {
        // A row without further atoms takes its own out, and that is all.
        if (_rowOf[atom] is >= 0 and var at && _rows[at].Columns.Length == 0)
        {
            _uses.Add((at, (value + Prime - _open[atom]) % Prime));
            return;
        }

        _open[atom] = value;
        if (_isTouched[atom]) return;
        _isTouched[atom] = true;
        _touched.Add(atom);
        if (_rowOf[atom] >= 0) _pending.Enqueue(_rowOf[atom], _rowOf[atom]);
    }

    /// <summary>Takes out what earlier rows are solved for, in their order: a row has no atom that an earlier one is solved for.</summary>
    private void Reduce()
    {
        while (_pending.TryDequeue(out var at, out _))
        {
            var row = _rows[at];
            var factor = _open[row.Pivot];
            if (factor == 0) continue;
            _uses.Add((at, factor));
            _open[row.Pivot] = 0;
            factor = Prime - factor;
            for (var i = 0; i < row.Columns.Length; i++) Touch(row.Columns[i], (_open[row.Columns[i]] + (factor * row.Values[i])) % Prime);
        }
    }

    /// <summary>Keeps the open row, solved for an atom; -1 where nothing is left of it.</summary>
    private void Keep(int pivot, int source)
    {
        if (pivot >= 0)
        {
            var inverse = Power(_open[pivot], Prime - 2);
            int[] columns = [.. _touched.Where(atom => atom != pivot && _open[atom] != 0)];
            _rowOf[pivot] = _rows.Count;
            _rows.Add(new(pivot, columns, Array.ConvertAll(columns, atom => _open[atom] * inverse % Prime), source, inverse, [.. _uses]));
        }

        Forget();
    }

    private void Forget()
    {
        foreach (var atom in _touched) (_open[atom], _isTouched[atom]) = (0, false);
        _touched.Clear();
        _uses.Clear();
    }

    /// <summary>Free atoms by chance, the others from the last row to the first.</summary>
    private void Solve(Random random)
    {
        for (var atom = 0; atom < _values.Length; atom++) _values[atom] = _rowOf[atom] >= 0 ? 0 : (ulong)random.NextInt64(1, (long)Prime);
        for (var at = _rows.Count - 1; at >= 0; at--)
        {
            var row = _rows[at];
            var sum = 0UL;
            for (var i = 0; i < row.Columns.Length; i++) sum = (sum + (row.Values[i] * _values[row.Columns[i]])) % Prime;
            _values[row.Pivot] = (Prime - sum) % Prime;
        }
    }

    private static ulong Power(ulong value, ulong exponent)
    {
        var result = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0) result = result * value % Prime;
            value = value * value % Prime;
        }

        return result;
    }

    /// <summary>A row solved for an atom: the atom and the others with their factors, where it comes from, and which rows were taken from it.</summary>
    private sealed record Row(int Pivot, int[] Columns, ulong[] Values, int Source, ulong Inverse, (int Row, ulong Factor)[] Uses);
}
