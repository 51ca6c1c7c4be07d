using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Sanctioning;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Postcoordination;

public class AllocationTests
{
    private static readonly ExpressionValidator Validator = SmallMms.Validator("NA10|specificAnatomy|no|always|#320;NA10|laterality|no|no|#310;NA30|hasCausingCondition|yes|no|ch:01");
    private static readonly Canonicaliser Canonicaliser = new(Validator, SanctioningRules.Of(Validator.Axes));
    private static readonly ClusterExpression Expression = ClusterExpression.Parse("NA10&XK8G&XA21/NA30/1A00&XY0Y");

    [Fact]
    public void Validate_Valid_AllocatesNothing() => Allocation.IsNone(static () => Require(Validator.Validate(in Expression).IsValid));

    [Fact]
    public void Canonicalise_NothingToReplace_AllocatesNothing() => Allocation.IsNone(static () => Require(Canonicaliser.Canonicalise(in Expression).Replacement is null));

    /// <summary>Not an Assert: those may allocate.</summary>
    private static void Require(bool condition)
    {
        if (!condition) throw new InvalidOperationException("The measured call gave the wrong answer.");
    }
}
