using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>Whether an expression may be a target.</summary>
internal static class TargetJudge
{
    /// <summary>
    /// Valid, or incomplete: a required axis that ICD-10 says nothing of stays open. The starter release, which has a selection only, cannot judge
    /// codes that it lacks; they are accepted there and reported as not judged.
    /// </summary>
    public static bool Accepts(ExpressionValidator validator, in ClusterExpression expression)
    {
        if (AreKnownStems(validator.Axes.Release, in expression)) return true;
        var verdict = validator.Validate(in expression);
        return verdict.Kind is VerdictKind.Valid or VerdictKind.Incomplete
            || (verdict.Kind == VerdictKind.NotEvaluated && validator.Axes.Release.Key.IsStarter
                && verdict.Diagnostics.Any(diagnostic => diagnostic.Kind is DiagnosticKind.CodeNotInStarter or DiagnosticKind.AxesUnknown));
    }

    /// <summary>Whether an expression is nothing but stems that may be used: whatever axes they have, it is valid or incomplete.</summary>
    private static bool AreKnownStems(Release release, in ClusterExpression expression)
    {
        for (var i = 0; i < expression.Count; i++)
        {
            if (!expression.IsStem(i) || expression[i].IsUri || !release.TryFind(expression[i].Code, out var stem) || !stem.IsSelectable) return false;
        }

        return expression.Count > 0;
    }
}
