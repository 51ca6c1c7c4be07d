using FsCheck.Fluent;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Tests.Releases;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Postcoordination;

public class ExpressionValidatorTests
{
    private const string Rich =
        "NA10|laterality|yes|no|#310;NA10|specificAnatomy|yes|always|#320;NA10|relational|no|except-same-block|#320 XK8G;NA10|distribution|yes|always|XA10 #330;"
        + "NA30|hasCausingCondition|yes|no|ch:01;NA30|associatedWith|no|no|ch:22;NA30|laterality|no|no|#310";

    private static readonly ExpressionValidator Validator = SmallMms.Validator(Rich);
    private static readonly ClusterExpression Five = ClusterExpression.Parse("NA30&XK8G&XY0Y/1A00&XY1Y");

    public static TheoryData<string, string, VerdictKind, string> Verdicts => new()
    {
        { "NA30|hasCausingCondition|yes|no|ch:01", "NA30", VerdictKind.Incomplete, "a required stem is missing" },
        { "NA30|hasCausingCondition|yes|no|ch:01", "NA30/1A00", VerdictKind.Valid, "a later stem fills the axis" },
        { "NA30|hasCausingCondition|yes|no|ch:01", "1A00/NA30", VerdictKind.Valid, "an earlier stem fills the axis" },
        { "NA30|hasCausingCondition|yes|no|ch:01", "NA30/NA20", VerdictKind.Incomplete, "a stem that does not fit" },
        { "NA30|hasCausingCondition|yes|no|ch:22", "NA30", VerdictKind.Incomplete, "a stem is no value of itself" },
        { "NA10|laterality|no|no|#310", "NA20&XY0Y&XY1Y", VerdictKind.Valid, "type 2 on a stem without axes" },
        { "NA10|laterality|no|no|#310", "1A00&XY0Y", VerdictKind.Valid, "type 2 where nothing is known" },
        { "NA10|laterality|yes|no|#310", "NA10&XY0Y", VerdictKind.Incomplete, "type 2 fills no axis" },
        { "NA10|laterality|no|no|#310;NA10|relational|no|no|XK8G", "NA10&XK8G&XK8G", VerdictKind.Valid, "a value on two axes" },
        { "NA10|laterality|no|no|#310;NA10|relational|no|no|#310", "NA10&XK8G&XK9K", VerdictKind.Valid, "spread over two axes" },
        { "NA10|laterality|no|no|XK8G XK9K;NA10|relational|no|no|XK8G", "NA10&XK8G&XK9K", VerdictKind.Valid, "greedy would fill the only axis of the second" },
        { "NA10|hasSeverity|no|no|XK8G XK9K;NA10|laterality|no|no|XK9K XA10;NA10|relational|no|no|XA10 XK8G", "NA10&XK8G&XK9K&XA10", VerdictKind.Valid, "three axes in a ring" },
        { "NA10|hasSeverity|no|no|XA11 XA12;NA10|laterality|no|no|XA12 XA21;NA10|relational|no|no|XA21", "NA10&XA12&XA21&XA11", VerdictKind.Valid, "a chain of two moves" },
        { "NA10|hasSeverity|no|no|XA11 XA12;NA10|laterality|no|no|XA12 XA11", "NA10&XA12&XA11&XA12", VerdictKind.Invalid, "three values on two places" },
        { "NA10|hasSeverity|yes|always|XA11 XA12;NA10|laterality|yes|no|XA12", "NA10&XA11&XA12", VerdictKind.Valid, "both required axes are filled" },
        { "NA10|hasSeverity|yes|always|XA11 XA12;NA10|laterality|yes|no|XA12", "NA10&XA12&XA11", VerdictKind.Valid, "whatever the order" },
        { "NA10|hasSeverity|yes|always|XA11 XA12;NA10|laterality|yes|no|XA12", "NA10&XA12&XA12", VerdictKind.Valid, "one on each" },
        { "NA10|hasSeverity|yes|always|XA11 XA12;NA10|laterality|yes|no|XA12", "NA10&XA12", VerdictKind.Incomplete, "one value fills one axis" },
        { "NA10|specificAnatomy|no|except-same-block|#320", "NA10&XA11&XA21", VerdictKind.Valid, "different blocks" },
        { "NA10|specificAnatomy|no|except-same-block|#320", "NA10&XA11&XA12", VerdictKind.Invalid, "one block" },
        { "NA10|specificAnatomy|no|except-same-block|#320", "NA10&XA10&XA12", VerdictKind.Invalid, "a value and one below it" },
        { "NA10|specificAnatomy|no|except-same-block|#320", "NA10&XA11&XA11", VerdictKind.Invalid, "the same twice" },
        { "NA10|specificAnatomy|no|except-same-block|XA10", "NA10&XA11&XA12", VerdictKind.Valid, "directly below the root each is a block" },
        { "NA10|specificAnatomy|no|always|#320", "NA10&XA11&XA11&XA10", VerdictKind.Valid, "any number" },
        { "NA10|laterality|no|no|#310 #9999", "NA10&XA11", VerdictKind.NotEvaluated, "some of the axis' values are not in the release" },
        { "NA10|laterality|no|no|#310;NA10|specificAnatomy|no|no|#9999", "NA10&XA11", VerdictKind.NotEvaluated, "none of an axis' values are in the release" },
        { "NA10|laterality|no|no|#310 #9999", "NA10&XK8G", VerdictKind.Valid, "partial, but the value is among those there" },
        { "NA10|laterality|no|no|#310 #9999", "NA10&XK8G&XK9K", VerdictKind.Invalid, "partial, but one too many all the same" },
        { "NA10|laterality|no|no|#310", "http://id.who.int/icd/release/11/mms/201 & http://id.who.int/icd/release/11/mms/311", VerdictKind.Valid, "URIs" },
        { "NA10|laterality|no|no|#310", "http://id.who.int/icd/release/11/2024-01/mms/201/unspecified & http://id.who.int/icd/entity/311", VerdictKind.Valid, "URIs of this release, of the Foundation" },
        { "NA10|laterality|no|no|#310", "http://id.who.int/icd/release/11/mms/999", VerdictKind.Invalid, "a URI that is not there" },
        { "NA10|laterality|no|no|#310", "NA10 & http://id.who.int/icd/release/11/2022-02/mms/311", VerdictKind.NotEvaluated, "a value of another release" },
    };

    [Theory, MemberData(nameof(Verdicts))]
    public void Validate_Expression_FollowsTheRules(string rows, string expression, VerdictKind expected, string why)
    {
        var verdict = SmallMms.Judge(rows, expression);
        Assert.True(expected == verdict.Kind, $"{why}: {verdict.Kind} {string.Join(' ', verdict.Diagnostics.Select(diagnostic => diagnostic.Describe()))}");
    }

    [Fact]
    public void Validate_Lenient_MissingIsAWarningAndOursIsNotEvaluated()
    {
        var missing = SmallMms.Judge("NA10|laterality|yes|no|#310", "NA10", ValidationMode.Lenient);
        Assert.True(missing.IsValid);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(missing.Diagnostics).Severity);
        Assert.Equal(VerdictKind.NotEvaluated, SmallMms.Judge("NA10|laterality|no|no|#310", "NA10&XA10", ValidationMode.Lenient).Kind);
        Assert.Equal(VerdictKind.NotEvaluated, SmallMms.Judge("NA10|laterality|no|no|#310", "NA20&XA10", ValidationMode.Lenient).Kind);
        Assert.Equal(VerdictKind.Invalid, SmallMms.Judge("NA10|laterality|no|no|#310", "NA10&XK8G&XK9K", ValidationMode.Lenient).Kind);
        Assert.Equal(VerdictKind.Invalid, SmallMms.Judge("NA10|laterality|no|no|#310", "ZZ99", ValidationMode.Lenient).Kind);
    }

    [Fact]
    public void Validate_LenientWithScales_WhatWhoRefusesStaysInvalid()
    {
        var draft = SmallMms.Draft();
        draft.Entities.Single(entity => entity.Code == "NA10").Scales.Add(new("laterality", false, AllowMultipleValues.NotAllowed, [Sample.Uri(310)], Sample.Authored));
        var validator = SmallMms.Validator("", draft);
        Assert.Equal(VerdictKind.Invalid, validator.Judge("NA10&XA10", ValidationMode.Lenient).Kind);
        Assert.Equal(VerdictKind.Invalid, validator.Judge("NA20&XA10", ValidationMode.Lenient).Kind);
        Assert.Equal(VerdictKind.Valid, validator.Judge("NA10&XK9K").Kind);
    }

    [Fact]
    public void Validate_Default_Throws() => Assert.Throws<ArgumentException>(() => Validator.Validate(default));

    public static TheoryData<string, string, string> Bindings => new()
    {
        { "NA30&XK8G/1A00&XY0Y", "NA30.laterality=XK8G NA30.hasCausingCondition=1A00", "type 2 is on no axis; a stem is on its axis" },
        { "NA30/NA20/1A00", "NA30.associatedWith=NA20 NA30.hasCausingCondition=1A00", "several stems after the first" },
        { "NA30/1A00/1A00", "NA30.hasCausingCondition=1A00", "an axis that is filled takes no other" },
        { "1A00/NA30", "", "before the stem it is a stem of its own" },
        { "NA10&XA10&XA10&XK9K", "NA10.specificAnatomy=XA10 NA10.distribution=XA10 NA10.laterality=XK9K", "required axes first, in order" },
        { "NA10&XA11&ZZ99", "", "" },
        { "ZZ99&XK8G/NA30&XK8G", "NA30.laterality=XK8G", "an unknown stem has no axes" },
    };

    [Theory, MemberData(nameof(Bindings))]
    public void Bind_Members_SitOnAxes(string expression, string expected, string why)
    {
        if (why.Length == 0) Assert.False(ClusterExpression.TryParse(expression, out _));
        else Assert.Equal(expected.Split(' ').Order(), Validator.Bindings(expression).Split(' ').Order());
    }

    [Fact]
    public void Validate_ValidClusterOfFive_AllocatesNothing()
    {
        Assert.Equal((5, VerdictKind.Valid), (Five.Count, Validator.Validate(in Five).Kind));
        Allocation.IsNone(static () => Validator.Validate(in Five));
    }

    [Fact]
    public void Validate_ExtensionsShuffled_SameVerdict()
    {
        string[] codes = ["XK8G", "XK9K", "XA10", "XA11", "XA12", "XA20", "XA21", "XS5W", "XS25", "XY0Y"];
        var cases = from count in Gen.Choose(1, 6)
                    from values in Gen.ArrayOf(Gen.Elements(codes), count)
                    from order in Gen.ArrayOf(Gen.Choose(0, int.MaxValue), count)
                    select (values, order);
        Always.Holds(cases, pair =>
        {
            var shuffled = pair.values.Zip(pair.order).OrderBy(x => x.Second).Select(x => x.First);
            Assert.Equal(Validator.Judge("NA10&" + string.Join('&', pair.values)).Kind, Validator.Judge("NA10&" + string.Join('&', shuffled)).Kind);
        });
    }

    [Fact]
    public void Values_OfAnyAxis_AreAccepted()
    {
        var release = Validator.Axes.Release;
        var judged = 0;
        foreach (var stem in release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension))
        {
            foreach (var axis in Validator.Axes.Of(stem))
            {
                foreach (var value in axis.Values)
                {
                    // Incomplete where another axis is required.
                    Assert.Contains(Validator.Judge($"{stem.Code}{(axis.TakesStems ? '/' : '&')}{value.Code}").Kind, (VerdictKind[])[VerdictKind.Valid, VerdictKind.Incomplete]);
                    judged++;
                }
            }
        }

        Assert.InRange(judged, 20, int.MaxValue);
    }
}
