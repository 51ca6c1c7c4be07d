using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>Replaces postcoordinated expressions by precoordinated stems that say exactly the same (sanctioning, Reference Guide 2.11).</summary>
/// <remarks>
/// Only certain rules are applied, other extension codes are kept, and a replacement that would not be valid is not made. The result
/// does not depend on the order of extension codes: where rules lead to different stems, the longest chain wins, and none does where two
/// are as long. Safe for concurrent use; an expression that stays as it is costs no allocation.
/// </remarks>
public sealed class Canonicaliser
{
    private readonly ExpressionValidator _validator;
    private readonly SanctioningRules _rules;
    private readonly Release _release;

    /// <summary>A canonicaliser over the rules of a release.</summary>
    public Canonicaliser(ExpressionValidator validator, SanctioningRules rules)
    {
        ArgumentNullException.ThrowIfNull(validator);
        ArgumentNullException.ThrowIfNull(rules);
        (_validator, _rules, _release) = (validator, rules, rules.Release);
        if (_release != validator.Axes.Release) throw new ArgumentException("The rules are of another release than the validator.", nameof(rules));
    }

    /// <summary>The expression in codes, and what it is to be replaced by.</summary>
    public Canonicalisation Canonicalise(in ClusterExpression expression)
    {
        var hasUri = false;
        for (var i = 0; i < expression.Count; i++) hasUri |= expression[i].IsUri;
        var inCodes = hasUri ? InCodes(in expression) : expression;
        return MayReplace(in inCodes) ? Replace(in inCodes) : new(inCodes, null, []);
    }

    /// <summary>Rules that are not certain enough to be applied, to show to a person who can decide.</summary>
    public IReadOnlyList<SanctioningRule> Suggestions(in ClusterExpression expression)
    {
        List<SanctioningRule>? found = null;
        foreach (var group in expression.Groups)
        {
            if (!_release.TryFind(group.Stem, out var stem)) continue;
            for (var i = 0; i < expression.Count; i++)
            {
                // Its own extension codes, and other stems.
                var isOwn = i > group.Start && i <= group.Start + group.ExtensionCount;
                if ((!isOwn && (!expression.IsStem(i) || i == group.Start)) || !_release.TryFind(expression[i], out var value)) continue;
                if (_rules.Find(stem, value) is { Confidence: RuleConfidence.Suggested } rule) (found ??= []).Add(rule);
            }
        }

        return found ?? (IReadOnlyList<SanctioningRule>)[];
    }

    /// <summary>Whether a certain rule begins anywhere in the expression.</summary>
    private bool MayReplace(in ClusterExpression expression)
    {
        foreach (var group in expression.Groups)
        {
            if ((group.ExtensionCount == 0 && expression.StemCount == 1) || !_release.TryFind(group.Stem, out var stem)) continue;
            for (var i = 0; i < group.ExtensionCount; i++)
            {
                if (_release.TryFind(group.Extension(i), out var value) && Certain(stem, value) is not null) return true;
            }

            foreach (var other in expression.Groups)
            {
                if (other.Start != group.Start && other.ExtensionCount == 0 && _release.TryFind(other.Stem, out var value) && Certain(stem, value) is not null) return true;
            }
        }

        return false;
    }

    private SanctioningRule? Certain(Entity stem, Entity value) => _rules.Find(stem, value) is { Confidence: RuleConfidence.Certain } rule ? rule : null;

    private Canonicalisation Replace(in ClusterExpression expression)
    {
        var groups = new List<Group>();
        foreach (var group in expression.Groups)
        {
            var extensions = new ClusterMember[group.ExtensionCount];
            for (var i = 0; i < extensions.Length; i++) extensions[i] = group.Extension(i);
            groups.Add(new(group.Stem, extensions));
        }

        var applied = new List<SanctioningRule>();
        for (var i = 0; i < groups.Count; i++) Shorten(groups, i, applied, in expression);
        Join(groups, applied, in expression);
        return applied.Count > 0 ? new(expression, Group.Expression(groups), applied) : new(expression, null, []);
    }

    /// <summary>Takes the longest chain of rules over a group's extension codes, if it is the only one that long.</summary>
    private void Shorten(List<Group> groups, int index, List<SanctioningRule> applied, in ClusterExpression original)
    {
        var group = groups[index];
        if (!_release.TryFind(group.Stem, out var stem)) return;
        var ends = new List<Chain>();
        Follow(group, stem, [.. Enumerable.Range(0, group.Extensions.Length)], [], ends, []);
        foreach (var sameLength in ends.Where(end => end.Rules.Length > 0).GroupBy(end => end.Rules.Length).OrderByDescending(same => same.Key))
        {
            var fitting = new List<Chain>();
            foreach (var chain in sameLength)
            {
                groups[index] = new(chain.Stem.Icd11Code, [.. chain.Left.Select(i => group.Extensions[i])]);
                if (IsNoWorse(Group.Expression(groups), in original)) fitting.Add(chain);
            }

            groups[index] = group;
            if (fitting.Count == 0) continue;
            if (fitting.Exists(chain => chain.Stem != fitting[0].Stem)) return;
            groups[index] = new(fitting[0].Stem.Icd11Code, [.. fitting[0].Left.Select(i => group.Extensions[i])]);
            applied.AddRange(fitting[0].Rules);
            return;
        }
    }

    /// <summary>All ends of chains of rules; each combination of stem and values that are left is reached once.</summary>
    private void Follow(Group group, Entity stem, int[] left, SanctioningRule[] rules, List<Chain> ends, HashSet<(int Stem, string Left)> seen)
    {
        if (!seen.Add((stem.Index, string.Join(',', left)))) return;
        var isEnd = true;
        foreach (var i in left)
        {
            if (!_release.TryFind(group.Extensions[i], out var value) || Certain(stem, value) is not { } rule) continue;
            isEnd = false;
            Follow(group, rule.Target, [.. left.Where(other => other != i)], [.. rules, rule], ends, seen);
        }

        if (isEnd) ends.Add(new(stem, left, rules));
    }

    /// <summary>Stems joined by <c>/</c>; one that has extension codes of its own says more and stays.</summary>
    private void Join(List<Group> groups, List<SanctioningRule> applied, in ClusterExpression original)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (!_release.TryFind(groups[i].Stem, out var stem)) continue;
            var found = new List<(int Index, SanctioningRule Rule)>();
            for (var j = 0; j < groups.Count; j++)
            {
                if (j != i && groups[j].Extensions.Length == 0 && _release.TryFind(groups[j].Stem, out var value) && Certain(stem, value) is { } rule) found.Add((j, rule));
            }

            if (found is not [var (joined, only)]) continue;
            var shorter = groups.ToList();
            shorter[i] = groups[i] with { Stem = only.Target.Icd11Code };
            shorter.RemoveAt(joined);
            if (!IsNoWorse(Group.Expression(shorter), in original)) continue;
            groups.Clear();
            groups.AddRange(shorter);
            applied.Add(only);
            i = -1;
        }
    }

    /// <summary>
    /// The remaining extension codes must fit the new stem. It may lack a required axis that its general form lacked too, or did
    /// not require; that is no reason to keep saying the same in more words.
    /// </summary>
    private bool IsNoWorse(in ClusterExpression replaced, in ClusterExpression original) => _validator.Validate(in replaced).Kind switch
    {
        VerdictKind.Valid or VerdictKind.Incomplete => true,
        VerdictKind.NotEvaluated => _validator.Validate(in original).Kind is VerdictKind.NotEvaluated or VerdictKind.Invalid,
        _ => false,
    };

    private ClusterExpression InCodes(in ClusterExpression expression)
    {
        var inCodes = new ClusterExpression(InCode(expression[0], isExtension: false));
        for (var i = 1; i < expression.Count; i++)
            inCodes = expression.IsStem(i) ? inCodes.WithStem(InCode(expression[i], isExtension: false)) : inCodes.WithExtension(InCode(expression[i], isExtension: true));
        return inCodes;
    }

    /// <summary>A URI in the wrong place, which only the release can tell, stays a URI: the validator says what is wrong with it.</summary>
    private ClusterMember InCode(ClusterMember member, bool isExtension) =>
        member.IsUri && _release.TryFind(member, out var entity) && entity.IsSelectable && entity.IsExtension == isExtension ? entity.Icd11Code : member;

    private sealed record Chain(Entity Stem, int[] Left, SanctioningRule[] Rules);

    /// <summary>A stem with its extension codes.</summary>
    private sealed record Group(ClusterMember Stem, ClusterMember[] Extensions)
    {
        public static ClusterExpression Expression(List<Group> groups)
        {
            ClusterExpression expression = default;
            foreach (var group in groups)
            {
                expression = expression.Count == 0 ? new(group.Stem) : expression.WithStem(group.Stem);
                foreach (var extension in group.Extensions) expression = expression.WithExtension(extension);
            }

            return expression;
        }
    }
}
