using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Core.Tests.Postcoordination;
using Icd.Core.Tests.Releases;
using Icd.Core.Tests.Support;
using Answer = Icd.Core.Sanctioning.Subsumption;

namespace Icd.Core.Tests.Sanctioning;

public class SubsumptionTests
{
    private const string Rows = "NA10|specificAnatomy|no|always|#320;NA10|laterality|no|no|#310;NA10|relational|no|no|#310;NA20|specificAnatomy|no|always|#320;1A00|laterality|no|no|#310";

    private static readonly ExpressionValidator Validator = SmallMms.Validator(Rows, Draft());
    private static readonly SanctioningRules Rules = SanctioningRules.Of(Validator.Axes);
    private static readonly ExpressionSubsumption Subsumption = new(Validator, Rules);
    private static readonly Canonicaliser Canonicaliser = new(Validator, Rules);

    /// <summary>With a fracture of which no rule says what it is made of, and an "other specified" one.</summary>
    private static ReleaseDraft Draft()
    {
        var draft = SmallMms.Draft();
        var fracture = draft.Entities.First(entity => entity.Code == "NA10");
        draft.Add(fracture, "NA10.5", 206, "March fracture");
        draft.Add(fracture, "NA10.Y", 201, "Other specified fracture").Residual = Icd.Core.Codes.Residual.Other;
        return draft;
    }

    public static TheoryData<string, string, Answer, string> Pairs => new()
    {
        { "NA10", "NA10", Answer.Yes, "itself" },
        { "NA10", "NA10.0", Answer.Yes, "a stem above" },
        { "NA10.0", "NA10", Answer.No, "a stem below" },
        { "NA10", "NA20", Answer.No, "another stem" },
        { "NA10.Z", "NA10", Answer.Yes, "unspecified says what the parent says" },
        { "NA10", "NA10.Z", Answer.Yes, "and the other way" },
        { "NA10", "NA10&XA11", Answer.Yes, "a value more" },
        { "NA10&XA11", "NA10", Answer.No, "a value less" },
        { "NA10&XA10", "NA10&XA11", Answer.Yes, "a value above" },
        { "NA10&XA11", "NA10&XA10", Answer.No, "a value below" },
        { "NA10&XA20", "NA10&XA11", Answer.No, "another value" },
        { "NA10&XK8G", "NA10&XA11&XK8G", Answer.Yes, "one of several values" },
        { "NA10&XA10", "NA10.0", Answer.Yes, "what a precoordinated stem is made of" },
        { "NA10.0", "NA10&XA10", Answer.Yes, "and the other way" },
        { "NA10.0", "NA10.Z&XA12", Answer.Yes, "a value below the one that it is made of" },
        { "NA10&XA10&XA11", "NA10.00", Answer.Yes, "made of two" },
        { "NA10.00", "NA10&XA11&XA10", Answer.Yes, "and the other way" },
        { "NA10&XA20", "NA10.0", Answer.No, "made of another value" },
        { "NA10&XA11", "NA10.5", Answer.Unknown, "nobody knows where it is" },
        { "NA10.5", "NA10&XA11", Answer.Unknown, "the value may say that" },
        { "NA10.5", "NA10", Answer.No, "nothing says that" },
        { "NA10.Y", "NA10&XA11", Answer.Unknown, "other specified may be this" },
        { "NA10.Y", "NA10.0", Answer.No, "other than the children" },
        { "NA10/NA20", "NA20/NA10.0/1A00", Answer.Yes, "each stem has one" },
        { "NA10/NA20", "NA10.0", Answer.No, "a stem less" },
        { "NA10/NA10", "NA10.0/1A00", Answer.No, "one of its own for each" },
        { "NA10&XA10/1A00", "1A00&XK8G/NA10&XA11", Answer.Yes, "in any order" },
        { "ZZ99", "NA10", Answer.Unknown, "not in the release" },
        { "NA10", "NA10&XZ9Z", Answer.Unknown, "not in the release" },
        { "NA10&XY0Y", "NA10", Answer.No, "a descriptor is said too" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Subsumes_Pair_IsKnownOrSaidToBeUnknown(string general, string specific, Answer expected, string why) =>
        Assert.Equal($"{why}: {expected}", $"{why}: {Subsumption.Subsumes(ClusterExpression.Parse(general), ClusterExpression.Parse(specific))}");

    [Fact]
    public void Subsumes_SameValueOnAnotherAxis_No()
    {
        // Left fits both axes; written twice it sits on both, and only then covers both.
        Assert.Equal(Answer.No, Subsumption.Subsumes(ClusterExpression.Parse("NA10&XK8G&XK8G"), ClusterExpression.Parse("NA10&XK8G")));
    }

    private static readonly string[] Codes = ["NA10", "NA10.Z", "NA10.0", "NA10.00", "NA10.5", "NA20", "1A00"], Values = ["XA10", "XA11", "XA12", "XA20", "XA21", "XK8G"];

    private static Gen<ClusterExpression> Expressions { get; } =
        from stems in Gen.ArrayOf(Gen.Elements(Codes), 2)
        from first in Gen.ArrayOf(Gen.Elements(Values), 2)
        from joined in Gen.Choose(0, 1)
        from count in Gen.Choose(0, 2)
        select ClusterExpression.Parse(string.Join('&', first.Take(count).Prepend(stems[0])) + (joined == 1 ? "/" + stems[1] : ""));

    [Fact]
    public void Subsumes_Itself_AndWhatItIsReplacedBy_BothWays() => Always.Holds(Expressions, expression =>
    {
        Assert.Equal(Answer.Yes, Subsumption.Subsumes(in expression, in expression));
        if (Canonicaliser.Canonicalise(in expression).Replacement is not { } replacement) return;
        Assert.Equal(Answer.Yes, Subsumption.Subsumes(in expression, in replacement));
        Assert.Equal(Answer.Yes, Subsumption.Subsumes(in replacement, in expression));
    });

    [Fact]
    public void Subsumes_TwoSteps_IsSubsumedInOne() => Always.Holds(
        from first in Expressions from second in Expressions from third in Expressions select (first, second, third),
        triple =>
        {
            var (first, second, third) = triple;
            if (Subsumption.Subsumes(in first, in second) == Answer.Yes && Subsumption.Subsumes(in second, in third) == Answer.Yes)
                Assert.Equal(Answer.Yes, Subsumption.Subsumes(in first, in third));
        },
        cases: 20_000);
}
