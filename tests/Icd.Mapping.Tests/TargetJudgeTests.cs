using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

public class TargetJudgeTests
{
    private static ExpressionValidator Validator => RealCrosswalk.Instance.Validator;

    /// <summary>Stems alone are judged without their axes; the verdict must be the one that the axes would give.</summary>
    [WhoDataFact]
    public void Accepts_EveryCodeOfTheReleaseAlone_AgreesWithTheValidator()
    {
        var accepted = 0;
        foreach (var entity in Validator.Axes.Release.Entities)
        {
            if (entity.Kind != EntityKind.Category || !ClusterExpression.TryParse(entity.Code, out var expression)) continue;
            var isAccepted = TargetJudge.Accepts(Validator, in expression);
            Assert.True(isAccepted == IsValidOrIncomplete(in expression), entity.Code);
            if (isAccepted) accepted++;
        }

        Assert.InRange(accepted, 10_000, int.MaxValue);
    }

    [WhoDataTheory]
    [InlineData("CA40.0/BA00", true)]
    [InlineData("NC72.2/QA00", true)]
    [InlineData("NC72.2&XK9K", true)]
    [InlineData("BA00&XK9K", false)]
    [InlineData("ZZ99", false)]
    [InlineData("CA40.0/ZZ99", false)]
    [InlineData("http://id.who.int/icd/entity/142052508", true)]
    [InlineData("http://id.who.int/icd/entity/1", false)]
    public void Accepts_Expression_AgreesWithTheValidator(string text, bool expected)
    {
        if (!ClusterExpression.TryParse(text, out var expression)) Assert.Fail($"{text} is not an expression.");

        Assert.Equal((expected, expected), (TargetJudge.Accepts(Validator, in expression), IsValidOrIncomplete(in expression)));
    }

    private static bool IsValidOrIncomplete(in ClusterExpression expression) => Validator.Validate(in expression).Kind is VerdictKind.Valid or VerdictKind.Incomplete;
}
