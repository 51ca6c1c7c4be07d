namespace Icd.Transition.Comparison;

/// <summary>Keeps small counts back, and as many others as it takes that nobody can work them out from what is shown.</summary>
/// <remarks>
/// <para>The rows are parted into atoms: the smallest pieces that any published count takes whole. Every published count is a sum of atoms. Two things are held. First,
/// no linear combination of the counts that are shown equals a count that is kept back, or an atom that is small: this is checked over the atoms (see <see cref="SumAlgebra"/>),
/// all tables of the report together, so that a cell cannot be had from another table or from another definition either. Second, wherever a
/// total is shown, what is kept back below it adds up to so much that none of its cells is bound to a value below the limit.</para>
/// <para>All cells that are kept back look alike. Zeros are shown. What somebody knows from elsewhere no rule can take into account.</para>
/// </remarks>
internal sealed class Suppression
{
    private readonly long[] _atoms;
    private readonly List<PublishedCount> _counts;
    private readonly List<(PublishedCount Total, List<PublishedCount> Parts)> _sums;
    private readonly List<Dictionary<int, long>> _identities;
    private readonly int _limit;
    private readonly ILookup<int, PublishedCount> _countsOf;

    /// <summary>Of a fixed seed: a report keeps the same counts back whenever it is made.</summary>
    private readonly Random _random = new(1);

    /// <param name="atoms">The size of each atom.</param>
    /// <param name="counts">All counts that would be shown.</param>
    /// <param name="sums">Totals and what they are made of.</param>
    /// <param name="identities">Combinations of atoms that are known to be nothing: the same rows, parted in two ways.</param>
    /// <param name="limit">Counts from 1 to below this are small.</param>
    public Suppression(long[] atoms, List<PublishedCount> counts, List<(PublishedCount, List<PublishedCount>)> sums, List<Dictionary<int, long>> identities, int limit)
    {
        (_atoms, _counts, _sums, _identities, _limit) = (atoms, counts, sums, identities, limit);
        _countsOf = counts.Where(count => count.Atoms.Count > 0).ToLookup(count => count.Atoms.Min());
    }

    /// <summary>Marks the counts that must not be shown.</summary>
    public void Apply()
    {
        foreach (var count in _counts.Where(count => IsSmall(count.Actual))) count.IsSuppressed = true;
        // Each round keeps at least one more count back, so there is a last one.
        while (HideBoundCells() | HideRecoverable(count => IsSmall(count.Actual))) { }
        ShowRecoverable();
        while (HideBoundCells() | HideRecoverable(_ => true)) { }
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
                Hide(next);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Looks for kept-back counts that are a combination of shown ones, and keeps the smallest one of each combination back.</summary>
    private bool HideRecoverable(Func<PublishedCount, bool> isProtected)
    {
        var (shown, algebra) = Algebra();
        var targets = _counts.Where(count => count.IsSuppressed && count.Atoms.Count > 0 && isProtected(count)).Select(count => (IReadOnlyCollection<int>)count.Atoms)
            .Concat(Enumerable.Range(0, _atoms.Length).Where(atom => IsSmall(_atoms[atom])).Select(atom => (IReadOnlyCollection<int>)[atom]));
        var changed = false;
        foreach (var target in targets.Where(algebra.Determines).ToList())
        {
            var combination = algebra.Witness(target).ConvertAll(at => shown[at]);
            // What was kept back for another one breaks this combination, too.
            if (combination.Count == 0 || combination.Exists(count => count.IsSuppressed)) continue;
            Hide(combination.MinBy(count => count.Actual)!);
            changed = true;
        }

        return changed;
    }

    /// <summary>What was kept back for the sake of others, and can be worked out after all, protects nothing.</summary>
    private void ShowRecoverable()
    {
        var (_, algebra) = Algebra();
        foreach (var count in _counts.Where(count => count.IsSuppressed && !IsSmall(count.Actual) && algebra.Determines(count.Atoms)).ToList()) count.IsSuppressed = false;
    }

    private (List<PublishedCount> Shown, SumAlgebra Algebra) Algebra()
    {
        var shown = _counts.Where(count => !count.IsSuppressed && count.Atoms.Count > 0).ToList();
        return (shown, new(_atoms.Length, shown.ConvertAll(count => count.Atoms.ToArray()), _identities, _random));
    }

    /// <summary>The same count may be shown in several places.</summary>
    private void Hide(PublishedCount count)
    {
        foreach (var same in _countsOf[count.Atoms.Min()].Where(other => other.Atoms.SetEquals(count.Atoms))) same.IsSuppressed = true;
    }
}
