using Icd.Core.Releases;

namespace Icd.Transition.Groups;

/// <summary>The fewest subtrees, less exclusions, that hold all stems that must be in and none that must not.</summary>
/// <remarks>
/// Exact, by dynamic programming over the tree. A node is outside, inside an included subtree, or inside an excluded one; exclusions win, so nothing comes back
/// in below an exclusion. Stems that neither must nor must not be in go with what is around them. Of equally short covers the one that
/// reaches least far up is taken.
/// </remarks>
internal static class SubtreeCover
{
    private const int Include = 100, Exclude = 101, Impossible = 1_000_000_000;

    /// <summary>The terms of the cover.</summary>
    /// <param name="release">An MMS release.</param>
    /// <param name="mustBe">For each index: true in, false out, null either.</param>
    public static IReadOnlyList<(Entity Entity, bool IsExact, bool IsExcluded)> Of(Release release, bool?[] mustBe)
    {
        // Costs of the subtree by the state around it: outside, included, excluded; children before parents, since depth-first indexes only grow.
        var (sum, best) = (new int[3, release.Count], new int[3, release.Count]);
        for (var i = release.Count - 1; i >= 0; i--)
        {
            best[0, i] = Math.Min(Stay0(i), Include1(i));
            best[1, i] = Math.Min(Stay1(i), Exclude2(i));
            best[2, i] = mustBe[i] == true ? Impossible : sum[2, i];
            if (release[i].Parent is not { } parent) continue;
            for (var state = 0; state < 3; state++) sum[state, parent.Index] = Math.Min(Impossible, sum[state, parent.Index] + best[state, i]);
        }

        var terms = new List<(Entity, bool, bool)>();
        foreach (var root in release.Roots) Walk(root, 0);
        return terms;

        int Stay0(int i) => (mustBe[i] == true ? Include : 0) + sum[0, i];
        int Include1(int i) => Include + (mustBe[i] == false ? Exclude : 0) + sum[1, i];
        int Stay1(int i) => (mustBe[i] == false ? Exclude : 0) + sum[1, i];
        int Exclude2(int i) => mustBe[i] == true ? Impossible : Exclude + sum[2, i];

        void Walk(Entity entity, int state)
        {
            var i = entity.Index;
            if (state == 2 || (state == 0 && best[0, i] == 0)) return;
            if (state == 0)
            {
                if (Include1(i) < Stay0(i) || (Include1(i) == Stay0(i) && mustBe[i] == true))
                {
                    terms.Add((entity, false, false));
                    if (mustBe[i] == false) terms.Add((entity, true, true));
                    state = 1;
                }
                else if (mustBe[i] == true) terms.Add((entity, true, false));
            }
            else if (Exclude2(i) < Stay1(i) || (Exclude2(i) == Stay1(i) && mustBe[i] == false))
            {
                terms.Add((entity, false, true));
                return;
            }
            else if (mustBe[i] == false) terms.Add((entity, true, true));

            if (state == 1 && best[1, i] == 0) return;
            foreach (var child in entity.Children) Walk(child, state);
        }
    }
}
