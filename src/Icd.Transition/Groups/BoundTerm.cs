using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Transition.Groups;

/// <summary>A term of an ICD-11 side with the places in the release that it names.</summary>
/// <param name="Group">The group's place in its set.</param>
/// <param name="Term">As written.</param>
/// <param name="Start">The first index of its stems.</param>
/// <param name="End">The index after the last.</param>
/// <param name="Conditions">Its conditions.</param>
internal sealed record BoundTerm(int Group, Icd11Term Term, int Start, int End, IReadOnlyList<BoundTerm.BoundCondition> Conditions)
{
    public static bool TryBind(int group, Icd11Term term, Release release, out BoundTerm? bound, out string? unknown)
    {
        bound = null;
        if (!term.Stems.TryResolve(release, out var start, out var end, out unknown)) return false;
        // A heading alone, or an extension code where a stem is meant, selects nothing that can be registered.
        if (release[start].IsExtension || !Enumerable.Range(start, end - start).Any(index => release[index].IsSelectable))
        {
            unknown = term.Stems.ToString();
            return false;
        }

        var conditions = new List<BoundCondition>();
        foreach (var condition in term.Conditions)
        {
            var (from, to) = (0, release.Count);
            if (condition.Value is { } value && (!value.TryResolve(release, out from, out to, out unknown) || release[from].IsExtension == condition.IsStem))
            {
                unknown ??= value.ToString();
                return false;
            }

            conditions.Add(new(condition, from, to));
        }

        bound = new(group, term, start, end, conditions);
        return true;
    }

    /// <summary>Whether the conditions hold of a stem of the expression.</summary>
    public bool Holds(StemAxes axes, in ClusterExpression expression, StemGroup group)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            var condition = Conditions[i];
            var isThere = condition.Condition.IsStem ? HasStem(axes.Release, in expression, group.Start, condition) : HasValue(axes, group, condition);
            if (isThere == condition.Condition.IsNegated) return false;
        }

        return true;
    }

    private static bool HasStem(Release release, in ClusterExpression expression, int own, BoundCondition condition)
    {
        for (var i = 0; i < expression.Count; i++)
        {
            if (i != own && expression.IsStem(i) && release.TryFind(expression[i], out var stem) && stem.Index >= condition.Start && stem.Index < condition.End) return true;
        }

        return false;
    }

    private static bool HasValue(StemAxes axes, StemGroup group, BoundCondition condition)
    {
        for (var i = 0; i < group.ExtensionCount; i++)
        {
            if (!axes.Release.TryFind(group.Extension(i), out var value) || value.Index < condition.Start || value.Index >= condition.End) continue;
            if (condition.Condition.Axis is null || IsOnAxis(axes, group.Stem, value, condition.Condition.Axis)) return true;
        }

        return false;
    }

    private static bool IsOnAxis(StemAxes axes, ClusterMember member, Entity value, string name)
    {
        if (!axes.Release.TryFind(member, out var stem)) return false;
        var all = axes.Of(stem);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Name == name && all[i].Admits(value)) return true;
        }

        return false;
    }

    /// <param name="Condition">As written.</param>
    /// <param name="Start">The first index of its values.</param>
    /// <param name="End">The index after the last.</param>
    internal readonly record struct BoundCondition(Icd11Condition Condition, int Start, int End);
}
