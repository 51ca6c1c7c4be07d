using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>Replaces postcoordinated expressions by precoordinated stems that say exactly the same (sanctioning, Reference Guide 2.11).</summary>
/// <remarks>Only certain rules are applied, other extension codes are kept, and a replacement that would not be valid is not made.</remarks>
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

    /// <summary>Whether anything in an expression may be replaced; allocates nothing.</summary>
    public bool MayReplace(in ClusterExpression expression)
    {
        foreach (var group in expression.Groups)
        {
            if (group.ExtensionCount == 0 || !TryFind(group.Stem, out var stem)) continue;
            for (var i = 0; i < group.ExtensionCount; i++)
            {
                if (TryFind(group.Extension(i), out var value) && _rules.Find(stem, value) is { Confidence: RuleConfidence.Certain }) return true;
            }
        }

        return false;
    }

    private bool TryFind(ClusterMember member, out Entity entity) =>
        member.IsUri ? _release.TryFind(member.Uri, out entity) : _release.TryFind(member.Code, out entity);

    /// <summary>The expression in codes, and what it is to be replaced by.</summary>
    public Canonicalisation Canonicalise(in ClusterExpression expression)
    {
        var applied = new List<SanctioningRule>();
        ClusterExpression inCodes = default, replaced = default;
        foreach (var group in expression.Groups)
        {
            var stem = InCode(group.Stem, isExtension: false);
            inCodes = inCodes.Count == 0 ? new(stem) : inCodes.WithStem(stem);
            var extensions = new List<ClusterMember>(group.ExtensionCount);
            for (var i = 0; i < group.ExtensionCount; i++)
            {
                extensions.Add(InCode(group.Extension(i), isExtension: true));
                inCodes = inCodes.WithExtension(extensions[i]);
            }

            stem = Replace(stem, extensions, applied);
            replaced = replaced.Count == 0 ? new(stem) : replaced.WithStem(stem);
            foreach (var extension in extensions) replaced = replaced.WithExtension(extension);
        }

        var isKept = applied.Count > 0 && IsNoWorse(in replaced, in inCodes);
        return new(inCodes, isKept ? replaced : null, isKept ? applied : []);
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

    private ClusterMember Replace(ClusterMember stem, List<ClusterMember> extensions, List<SanctioningRule> applied)
    {
        // Each replacement takes one extension code away, so this ends.
        for (var i = 0; i < extensions.Count; i++)
        {
            if (stem.IsUri || extensions[i].IsUri || !_release.TryFind(stem.Code, out var general) || !_release.TryFind(extensions[i].Code, out var value)) continue;
            if (_rules.Find(general, value) is not { Confidence: RuleConfidence.Certain } rule) continue;
            applied.Add(rule);
            stem = rule.Target.Icd11Code;
            extensions.RemoveAt(i);
            i = -1;
        }

        return stem;
    }

    /// <summary>A URI in the wrong place, which only the release can tell, stays a URI: the validator says what is wrong with it.</summary>
    private ClusterMember InCode(ClusterMember member, bool isExtension) =>
        member.IsUri && _release.TryFind(member.Uri, out var entity) && entity.IsSelectable && entity.IsExtension == isExtension ? entity.Icd11Code : member;
}
