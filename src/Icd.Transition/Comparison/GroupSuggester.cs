using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>Finds a definition in ICD-11 that reproduces a group's ICD-10 side in rows that are registered twice.</summary>
/// <remarks>
/// A stem is in where at least half of its events are the group's. Where a stem has both kinds, an extension code or another stem of the cluster that tells them apart becomes a condition: only
/// with enough events, and only where Wilson's interval of its share lies wholly on the other side of a half, so that chance makes no conditions.
/// </remarks>
/// <param name="axes">The MMS release with its axes.</param>
/// <param name="edition">The Norwegian edition of ICD-10.</param>
/// <param name="least">What fewer events have in common would tell of them.</param>
internal sealed class GroupSuggester(StemAxes axes, Release edition, int least)
{
    private const int FewestForACondition = 5, MostConditions = 4;

    private readonly Release _release = axes.Release;

    /// <summary>The entries and the compiled definition; <see langword="null"/> where no stem is mostly the group's.</summary>
    /// <param name="group">The group.</param>
    /// <param name="events">Events by what was registered in ICD-11; whether they are the group's in ICD-10.</param>
    public SuggestedDefinition? Of(GroupDefinition group, IEnumerable<(NewCode New, long Count, bool IsMember)> events)
    {
        var mustBe = new bool?[_release.Count];
        var conditions = new List<(Entity Stem, bool IsIn, List<string> Beside)>();
        foreach (var rows in events.Where(row => row.New.Stem >= 0).GroupBy(row => row.New.Stem))
        {
            var all = rows.Sum(row => row.Count);
            if (all < least) continue;
            var isIn = rows.Where(row => row.IsMember).Sum(row => row.Count) * 2 >= all;
            mustBe[rows.Key] = isIn;
            if (Beside([.. rows], isIn) is not { Count: > 0 } beside) continue;
            conditions.Add((_release[rows.Key], isIn, beside));
            // What conditions decide need not be kept out as a whole.
            if (!isIn) mustBe[rows.Key] = null;
        }

        var cover = SubtreeCover.Of(_release, mustBe);
        var terms = cover.Select(term => ($"{(term.IsExact && !term.Entity.IsLeaf ? "=" : "")}{NameOf(term.Entity)}", term.IsExcluded)).ToList();
        terms.AddRange(conditions.SelectMany(condition => Conditional(condition, cover)));
        if (!terms.Exists(term => !term.IsExcluded)) return null;
        var bound = terms.Select(term => Icd11TermReader.Read(term.Item1, term.IsExcluded, "suggestion", out _)!).ToList();
        var set = GroupSet.Compile([new("suggestion", group.Name, "", true, [], bound, [], "suggestion")], edition, axes);
        return new([.. terms.Select(term => term.IsExcluded ? "not " + term.Item1 : term.Item1)], set);
    }

    /// <summary>What stands beside the stem in events that are decided wrongly by the stem alone, the most telling first.</summary>
    private static List<string> Beside(List<(NewCode New, long Count, bool IsMember)> rows, bool isIn)
    {
        var found = new List<string>();
        var left = rows.ConvertAll(row => (Details: Details(row.New.Text), row.Count, row.IsMember));
        while (found.Count < MostConditions)
        {
            var best = left.SelectMany(row => row.Details.Select(detail => (Detail: detail, row.Count, IsOther: row.IsMember != isIn))).GroupBy(pair => pair.Detail, StringComparer.Ordinal)
                .Select(same => (Detail: same.Key, Others: same.Where(pair => pair.IsOther).Sum(pair => pair.Count), All: same.Sum(pair => pair.Count)))
                .OrderByDescending(same => (2 * same.Others) - same.All).ThenBy(same => same.Detail, StringComparer.Ordinal).FirstOrDefault();
            if (best.Others == 0 || best.All < FewestForACondition || ConfidenceInterval.Proportion(best.Others, best.All).Low <= 0.5) return found;
            found.Add(best.Detail);
            left.RemoveAll(row => row.Details.Contains(best.Detail));
        }

        return found;
    }

    /// <summary>The extension codes of the first stem (<c>&amp; XK8G</c>) and the other stems (<c>/ GB61</c>).</summary>
    private static List<string> Details(string text)
    {
        var expression = ClusterExpression.Parse(text);
        var details = new List<string>();
        var isFirst = true;
        for (var i = 1; i < expression.Count; i++)
        {
            isFirst &= !expression.IsStem(i);
            if (expression.IsStem(i) || isFirst) details.Add($"{(expression.IsStem(i) ? "/" : "&")} {expression[i]}");
        }

        return details;
    }

    private static IEnumerable<(string, bool IsExcluded)> Conditional((Entity Stem, bool IsIn, List<string> Beside) condition, IReadOnlyList<(Entity Entity, bool IsExact, bool IsExcluded)> cover)
    {
        var own = (condition.Stem.IsLeaf ? "" : "=") + NameOf(condition.Stem);
        if (condition.IsIn) return condition.Beside.Select(beside => ($"{own} {beside}", true));
        if (cover.Any(term => term.IsExcluded && Has(term))) return [];
        // Inside of a subtree that is in, all without any of them is out; elsewhere each of them is in.
        return cover.Any(term => !term.IsExcluded && Has(term))
            ? [(own + string.Concat(condition.Beside.Select(beside => $" {beside[0]} not {beside[2..]}")), true)]
            : condition.Beside.Select(beside => ($"{own} {beside}", false));

        bool Has((Entity Entity, bool IsExact, bool IsExcluded) term) => term.IsExact ? term.Entity == condition.Stem : term.Entity.Contains(condition.Stem);
    }

    private static string NameOf(Entity entity) => entity.Code.Length > 0 ? entity.Code : entity.BlockId ?? entity.FoundationUri.ToString();
}
