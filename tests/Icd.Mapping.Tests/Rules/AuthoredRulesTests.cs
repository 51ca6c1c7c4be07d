using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Rules;

/// <summary>The rules under <c>data/crosswalk/</c>, held against WHO's release.</summary>
public class AuthoredRulesTests
{
    [WhoDataFact]
    public void Rules_OnRelease2024_01_YieldValidExpressionsForEveryCodeTheyAreFor()
    {
        var problems = RealCrosswalk.Instance.Problems().ToList();
        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(100))}");
    }

    [WhoDataFact]
    public void Answers_OfAllCodes_AreThereWithSourceAndAreValid()
    {
        var problems = new List<string>();
        foreach (var code in RealCrosswalk.Instance.Codes)
        {
            var answer = RealCrosswalk.Instance.Map(code);
            if (answer.Relation == MapRelation.Unknown) problems.Add($"{code}: no answer. {answer.Reason?.English}");
            if (answer.Provenance.Sources.Count == 0) problems.Add($"{code}: no source");
            if (answer.HasTarget == (answer.Relation == MapRelation.NotRelatedTo)) problems.Add($"{code}: {answer.Relation} with target {answer.Expression}");
            if (!answer.HasTarget && answer.Reason is null) problems.Add($"{code}: no target and no reason");
            // What a target lacks must be named, and what it has beyond the code.
            if (answer.Relation == MapRelation.SourceIsNarrowerThanTarget && answer.Lost.Count == 0) problems.Add($"{code}: narrower, but nothing is named as lost");
            if (answer.Relation == MapRelation.SourceIsBroaderThanTarget && answer.Added.Count == 0) problems.Add($"{code}: broader, but nothing is named as added");
            if (answer.Relation == MapRelation.Equivalent && answer.Lost.Count > 0) problems.Add($"{code}: equivalent, but something is lost");
            foreach (var expression in Alternatives(answer).Append(answer.Expression))
            {
                if (expression.Count > 0 && RealCrosswalk.Instance.Validator.Validate(in expression).Kind is VerdictKind.Invalid or VerdictKind.NotEvaluated) problems.Add($"{code} -> {expression} is not valid");
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(100))}");
        Assert.Equal(19_634, RealCrosswalk.Instance.Codes.Count());
    }

    /// <summary>Those that are expressions; an extension code by itself is named where it is all there is.</summary>
    private static IEnumerable<ClusterExpression> Alternatives(MapAnswer answer)
    {
        foreach (var alternative in answer.Alternatives)
        {
            if (answer.HasTarget || ClusterExpression.TryParse(alternative.Target, out _)) yield return ClusterExpression.Parse(alternative.Target);
        }
    }
}
