namespace Icd.Transition.Comparison;

/// <summary>Keeps small counts back, and as many others as it takes that nobody can work them out from what is shown.</summary>
/// <remarks>
/// <para>The rows are parted into atoms: the smallest pieces that any published count takes whole. Every published count is a sum of atoms. Two things are held. First,
/// no linear combination of the counts that are shown equals a count that is kept back, or an atom that is small: this is checked by elimination over the atoms,
/// all tables of the report together, so that a cell cannot be had from another table or from another definition either. Second, wherever a
/// total is shown, what is kept back below it adds up to so much that none of its cells is bound to a value below the limit.</para>
/// <para>All cells that are kept back look alike. Zeros are shown. What somebody knows from elsewhere no rule can take into account.</para>
/// </remarks>
internal sealed class Suppression
{
    private const long Prime = 2_147_483_647;

    private readonly long[] _atoms;
    private readonly List<PublishedCount> _counts;
    private readonly List<(PublishedCount Total, List<PublishedCount> Parts)> _sums;
    private readonly List<Dictionary<int, long>> _identities;
    private readonly int _limit;

    /// <param name="atoms">The size of each atom.</param>
    /// <param name="counts">All counts that would be shown.</param>
    /// <param name="sums">Totals and what they are made of.</param>
    /// <param name="identities">Combinations of atoms that are known to be nothing: the same rows, parted in two ways.</param>
    /// <param name="limit">Counts from 1 to below this are small.</param>
    public Suppression(long[] atoms, List<PublishedCount> counts, List<(PublishedCount, List<PublishedCount>)> sums, List<Dictionary<int, long>> identities, int limit) =>
        (_atoms, _counts, _sums, _identities, _limit) = (atoms, counts, sums, identities, limit);

    /// <summary>Marks the counts that must not be shown.</summary>
    public void Apply()
    {
        foreach (var count in _counts.Where(count => IsSmall(count.Actual))) count.IsSuppressed = true;
        while (HideBoundCells() | HideRecoverable())
        {
            // Each round keeps at least one more count back, so there is a last one.
        }
    }

    private bool IsSmall(long value) => value > 0 && value < _limit;

    /// <summary>Below a total that is shown, m cells that are kept back (each at least 1) must add up to at least m - 1 + the limit.</summary>
    private bool HideBoundCells()
    {
        var changed = false;
        foreach (var (total, parts) in _sums)
        {
            while (!total.IsSuppressed)
            {
                var hidden = parts.Where(part => part.IsSuppressed).ToList();
                if (hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum(part => part.Actual) >= hidden.Count - 1 + _limit)) break;
                // Where all parts are kept back already, or there is but one, the total tells too much itself.
                var next = parts.Where(part => !part.IsSuppressed && part.Actual > 0).MinBy(part => part.Actual) ?? total;
                next.IsSuppressed = changed = true;
            }
        }

        return changed;
    }

    /// <summary>Looks for kept-back counts that are a combination of shown ones, and keeps one more back for each.</summary>
    private bool HideRecoverable()
    {
        var basis = new Basis();
        // Small vectors first, the long identities last: what is known alone empties them before they can fill others.
        foreach (var count in _counts.Where(count => !count.IsSuppressed).OrderBy(count => count.Atoms.Count)) basis.Add(Vector(count.Atoms));
        foreach (var identity in _identities) basis.Add(identity.ToDictionary(term => term.Key, term => (term.Value + Prime) % Prime));
        var found = _counts.Where(count => count.IsSuppressed && count.Atoms.Count > 0 && basis.Holds(Vector(count.Atoms))).Select(Choose)
            .Concat(Enumerable.Range(0, _atoms.Length).Where(atom => IsSmall(_atoms[atom]) && basis.Holds(new() { [atom] = 1 })).Select(atom => Near([atom]))).ToList();
        foreach (var count in found.OfType<PublishedCount>()) Hide(count);
        return found.Exists(count => count is not null);
    }

    /// <summary>The smallest count that is shown beside it below a total; where none is left, the smallest that has some of the same rows.</summary>
    private PublishedCount? Choose(PublishedCount hidden) =>
        _sums.Where(sum => sum.Parts.Contains(hidden)).SelectMany(sum => sum.Parts).Where(part => !part.IsSuppressed && part.Actual > 0).MinBy(part => part.Actual)
        ?? Near(hidden.Atoms);

    /// <summary>The smallest shown count that has some of the atoms, else some of the same rows parted in another way, else any: a combination has to lose one of its counts.</summary>
    private PublishedCount? Near(HashSet<int> atoms)
    {
        var linked = _identities.Where(identity => identity.Keys.Any(atoms.Contains)).SelectMany(identity => identity.Keys).ToHashSet();
        var shown = _counts.Where(count => !count.IsSuppressed && count.Actual > 0).OrderBy(count => count.Actual).ToList();
        return shown.Find(count => count.Atoms.Overlaps(atoms)) ?? shown.Find(count => count.Atoms.Overlaps(linked)) ?? shown.FirstOrDefault();
    }

    /// <summary>The same count may be shown in several places.</summary>
    private void Hide(PublishedCount count)
    {
        foreach (var same in _counts.Where(other => other.Atoms.SetEquals(count.Atoms))) same.IsSuppressed = true;
    }

    private static Dictionary<int, long> Vector(IEnumerable<int> atoms) => atoms.ToDictionary(atom => atom, _ => 1L);

    /// <summary>Vectors in echelon form modulo a prime.</summary>
    private sealed class Basis
    {
        private readonly Dictionary<int, Dictionary<int, long>> _byPivot = [];

        public void Add(Dictionary<int, long> vector)
        {
            Reduce(vector);
            if (vector.Count == 0) return;
            var pivot = vector.Keys.Min();
            var inverse = Power(vector[pivot], Prime - 2);
            foreach (var key in vector.Keys.ToList()) vector[key] = vector[key] * inverse % Prime;
            _byPivot[pivot] = vector;
        }

        /// <summary>Whether the vector is a combination of those that were added.</summary>
        public bool Holds(Dictionary<int, long> vector)
        {
            Reduce(vector);
            return vector.Count == 0;
        }

        private void Reduce(Dictionary<int, long> vector)
        {
            // Rows have nothing before their pivot, so going upwards meets each pivot once.
            var open = new PriorityQueue<int, int>(vector.Keys.Where(_byPivot.ContainsKey).Select(key => (key, key)));
            while (open.TryDequeue(out var at, out _))
            {
                if (!vector.TryGetValue(at, out var factor)) continue;
                foreach (var (key, value) in _byPivot[at])
                {
                    var known = vector.TryGetValue(key, out var old);
                    var now = (old + ((Prime - factor) * value)) % Prime;
                    if (now == 0) vector.Remove(key);
                    else
                    {
                        vector[key] = now;
                        if (!known && _byPivot.ContainsKey(key)) open.Enqueue(key, key);
                    }
                }
            }
        }

        private static long Power(long value, long exponent)
        {
            var result = 1L;
            for (; exponent > 0; exponent >>= 1)
            {
                if ((exponent & 1) != 0) result = result * value % Prime;
                value = value * value % Prime;
            }

            return result;
        }
    }
}
