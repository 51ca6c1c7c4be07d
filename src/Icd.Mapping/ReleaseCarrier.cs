using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>Carries expressions from one MMS release to a later one: each code to the code that its entity has there.</summary>
/// <remarks>WHO gives an entity's number to no other, while codes change and are given to something else.</remarks>
public sealed class ReleaseCarrier
{
    private readonly Release _from;

    /// <summary>Carries over from a release to that of a validator.</summary>
    public ReleaseCarrier(Release from, ExpressionValidator to) => (_from, Validator) = (from, to);

    /// <summary>Judges what was carried over.</summary>
    public ExpressionValidator Validator { get; }

    /// <summary>The expression in the codes of the later release.</summary>
    /// <param name="expression">In codes of the earlier release.</param>
    /// <param name="carried">In codes of the later one.</param>
    /// <param name="problem">What has no counterpart, or is no longer valid, where the result is <see langword="false"/>.</param>
    public bool TryCarry(in ClusterExpression expression, out ClusterExpression carried, out MapText? problem)
    {
        (carried, problem) = (default, null);
        var to = Validator.Axes.Release;
        for (var i = 0; i < expression.Count; i++)
        {
            if (!_from.TryFind(expression[i].Code, out var entity) || !to.TryFind(entity.Id, entity.Residual, out var now) || !now.IsSelectable)
            {
                problem = new($"{expression[i]} finnes ikke lenger i {to.Key.ReleaseId}.", $"{expression[i]} is no longer in {to.Key.ReleaseId}.");
                return false;
            }

            carried = i == 0 ? new(now.Icd11Code) : expression.IsStem(i) ? carried.WithStem(now.Icd11Code) : carried.WithExtension(now.Icd11Code);
        }

        if (TargetJudge.Accepts(Validator, in carried)) return true;
        problem = new($"{carried} er ikke gyldig i {to.Key.ReleaseId}.", $"{carried} is not valid in {to.Key.ReleaseId}.");
        return false;
    }

    /// <summary>An answer in the codes of the later release; one that cannot be carried over has no target and asks for review.</summary>
    internal MapAnswer Carry(MapAnswer answer)
    {
        var alternatives = new List<MapAlternative>();
        foreach (var alternative in answer.Alternatives)
        {
            if (Carry(alternative.Target) is { } target) alternatives.Add(alternative with { Target = target });
        }

        if (!answer.HasTarget) return answer with { Alternatives = alternatives };
        var expression = answer.Expression;
        if (TryCarry(in expression, out var now, out var problem)) return answer with { Expression = now, Alternatives = alternatives };
        return answer with { Expression = default, Relation = MapRelation.Unknown, Alternatives = alternatives, NeedsReview = true, Reason = problem };
    }

    /// <summary>An alternative, which may be an extension code by itself.</summary>
    private string? Carry(string target)
    {
        if (ClusterExpression.TryParse(target, out var expression)) return TryCarry(in expression, out var carried, out _) ? carried.ToString() : null;
        return _from.TryFind(target, out var entity) && Validator.Axes.Release.TryFind(entity.Id, entity.Residual, out var now) ? now.Code : null;
    }
}
