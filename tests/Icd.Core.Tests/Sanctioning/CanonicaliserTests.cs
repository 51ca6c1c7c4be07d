using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Core.Tests.Postcoordination;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Sanctioning;

public class CanonicaliserTests
{
    private const string Rows = "NA10|specificAnatomy|no|always|#320;NA10|laterality|no|no|#310";

    private static Canonicaliser Of(string rows, ReleaseDraft? draft = null)
    {
        var validator = SmallMms.Validator(rows, draft);
        return new(validator, SanctioningRules.Of(validator.Axes));
    }

    public static TheoryData<string, string?, string> Replacements => new()
    {
        { "NA10&XA10", "NA10.0", "the child's title is the parent's with the value's" },
        { "NA10.Z&XA10", "NA10.0", "the unspecified residual says what the parent says" },
        { "NA10.Z&XA10&XK8G", "NA10.0&XK8G", "others are kept" },
        { "NA10&XA10&XA11", "NA10.00", "twice: the arm, then its elbow" },
        { "NA20/NA10&XA10", "NA20/NA10.0", "in any group" },
        { "NA10&XA20", null, "no stem says it" },
        { "NA10&XA10&XS5W", null, "what would not be valid is not made" },
        { "NA10", null, "nothing to replace" },
        { "NA20&XA10", null, "another stem" },
    };

    [Theory, MemberData(nameof(Replacements))]
    public void Canonicalise_Expression_ReplacesWhatIsCertain(string expression, string? expected, string why)
    {
        var canonicaliser = Of(Rows);
        var result = canonicaliser.Canonicalise(ClusterExpression.Parse(expression));

        Assert.Equal($"{why}: {expected}", $"{why}: {result.Replacement}");
        Assert.Equal(expected is null, result.Applied.Count == 0);
        Assert.Equal(ClusterExpression.Parse(expression), result.Expression);
        if (result.Replacement is not { } replacement) return;
        Assert.Equal(VerdictKind.Valid, SmallMms.Validator(Rows).Validate(in replacement).Kind);
        Assert.Null(canonicaliser.Canonicalise(in replacement).Replacement);
    }

    public static TheoryData<string, string?, string> Doubtful => new()
    {
        { "NA10&XK8G", "NA10.1", "the side alone" },
        { "NA10&XA10&XK8G", null, "two stems, each as good as the other" },
        { "NA20/1A00", "NA30", "a joined stem that a rule takes in" },
        { "NA10&XA10/NA20/1A00", "NA10.0/NA30", "one after the other" },
        { "NA10&XA10/NA20/1A00&XK8G", "NA10.0/NA20/1A00&XK8G", "a joined stem that says more stays, also where something else is replaced" },
        { "NA20/1A00/NA10", null, "two joined stems, one of which would be lost" },
        { "NA20&XA20/1A00", null, "what stays would not be valid on the new stem" },
    };

    [Theory, MemberData(nameof(Doubtful))]
    public void Canonicalise_Doubtful_LosesAndGuessesNothing(string expression, string? expected, string why)
    {
        var draft = SmallMms.Draft();
        draft.Add(draft.Entities.First(entity => entity.Code == "NA10"), "NA10.1", 207, "Left fracture");
        var validator = SmallMms.Validator(Rows + ";NA20|specificAnatomy|no|always|#320;1A00|laterality|no|no|#310", draft);
        var rules = SanctioningRules.Of(validator.Axes, new AuthoredSanctions(
            ("rules.tsv", new StringReader("stem\tvalue\ttarget\tconfidence\tcomment\nNA20\t1A00\tNA30\tcertain\t\nNA20\tNA10\t1A00\tcertain\t\n")), ("words.tsv", new StringReader("word\tmeans\tcomment\n"))));

        Assert.Equal($"{why}: {expected}", $"{why}: {new Canonicaliser(validator, rules).Canonicalise(ClusterExpression.Parse(expression)).Replacement}");
    }

    [Fact]
    public void Canonicalise_Uris_BecomeCodes() => Assert.Equal(
        "NA10&XK8G", Of(Rows).Canonicalise(ClusterExpression.Parse("http://id.who.int/icd/release/11/mms/201 & http://id.who.int/icd/release/11/mms/311")).Expression.ToString());

    [Fact]
    public void Canonicalise_ValueOnNoAxis_IsOnlySuggested()
    {
        var canonicaliser = Of("NA10|laterality|no|no|#310");
        Assert.Null(canonicaliser.Canonicalise(ClusterExpression.Parse("NA10&XA10")).Replacement);
    }

    [Fact]
    public void Rules_Derived_NameStemValueAndTarget()
    {
        var axes = SmallMms.Axes(Rows);
        var rules = SanctioningRules.Of(axes);
        var rule = rules.Decompose(axes.Release.Find("NA10.0"))!;
        Assert.Equal(("NA10", "XA10", "NA10.0", RuleConfidence.Certain), (rule.Stem.Code, rule.Value.Code, rule.Target.Code, rule.Confidence));
        Assert.Same(rule, rules.Find(axes.Release.Find("NA10.Z"), axes.Release.Find("XA10")));
        Assert.Contains(rule, rules.All);
        Assert.Null(rules.Decompose(axes.Release.Find("NA10")));
    }

    [Fact]
    public void Rules_Starter_AreNone() => Assert.Empty(SanctioningRules.Of(SmallMms.Axes(Rows, SmallMms.Draft(Sample.StarterKey))).All);

    [Fact]
    public void Canonicaliser_RulesOfAnotherRelease_Throws() =>
        Assert.Throws<ArgumentException>(() => new Canonicaliser(SmallMms.Validator(Rows), SanctioningRules.Of(SmallMms.Axes(Rows))));
}
