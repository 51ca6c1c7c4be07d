using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Postcoordination;

/// <summary>Sanctioning over WHO's release 2024-01: what is replaced, what must not be, and every rule's soundness.</summary>
[Collection(RealReleaseTests.Name)]
public class SanctioningTests(RealReleases releases)
{
    private static StemAxes? _axes;
    private static SanctioningRules? _rules;

    private Release Mms => releases["mms-2024-01"];

    private StemAxes Axes => _axes ??= new(Mms);

    private SanctioningRules Rules => _rules ??= SanctioningRules.Of(Axes);

    private Canonicaliser Canonicaliser => new(new(Axes), Rules);

    /// <summary>One of each kind of detail, in the forms that people write.</summary>
    [WhoDataTheory]
    [InlineData("CA41.Z&XN275", "CA41.0", "agent")]
    [InlineData("CA40.Z&XN3PW", "CA40.07", "agent, from two levels up")]
    [InlineData("CA40.0Z&XN3PW", "CA40.07", "agent, from one level up")]
    [InlineData("CA40&XN74M&XN3PW", "CA40.07", "a chain: bacterial, then which")]
    [InlineData("CA40&XN3PW&XN74M", "CA40.07", "the chain in the other order")]
    [InlineData("1F4Z&XN69B", "1F40", "agent, from a block's unspecified")]
    [InlineData("1C8E&XN000", "1C8E.2", "agent in place of a word that the parent implies")]
    [InlineData("NC32.Z&XA8U33", "NC32.2", "site")]
    [InlineData("NC32.Z&XA8U33&XK8G", "NC32.2&XK8G", "others are kept")]
    [InlineData("NC92&XA3KT5", "NC92.4", "site that names one of several")]
    [InlineData("NA82.Z&XA6NB3&XJ7YM", "NA82.2&XJ7YM", "one bone of the three that the heading lists")]
    [InlineData("NA82.Z&XA5TK7", "NA82.3", "another of them")]
    [InlineData("2C1Z&XA7MC7", "2B72", "site of a neoplasm, from the block")]
    [InlineData("2C25.Z&XH74S1", "2C25.0", "histopathology")]
    [InlineData("2C25.Z&XH74S1&XK8G", "2C25.0&XK8G", "histopathology, side kept")]
    [InlineData("6C20&XS25", "6C20.2", "severity")]
    [InlineData("DB10.Z&XT5R", "DB10.0", "course")]
    [InlineData("6D80&XT2Q", "6D80.0", "onset")]
    [InlineData("3B64.Z&XB8M", "3B64.0", "congenital")]
    [InlineData("GB61.Z&XS6G", "GB61.4", "stage")]
    [InlineData("LA40&XK70", "LA40.0", "unilateral")]
    [InlineData("EA80.Z&XT2C", "EA80.0", "time in life")]
    [InlineData("DC31&XM6U34", "DC31.1", "substance")]
    [InlineData("NC10&XJ652", "NC10.0", "kind of injury")]
    [InlineData("6D85/8A40", "6D85.4", "a cause joined by /")]
    [InlineData("8A40/6D85", "6D85.4", "in the other order")]
    [InlineData("FA01/6D85/8A40", "FA01/6D85.4", "other stems are kept")]
    public void Canonicalise_SaysWhatAStemSays_IsReplaced(string expression, string expected, string why)
    {
        var result = Canonicaliser.Canonicalise(ClusterExpression.Parse(expression));
        Assert.Equal($"{why}: {expected}", $"{why}: {result.Replacement}");
        Assert.NotEmpty(result.Applied);
    }

    [WhoDataTheory]
    [InlineData("NC32.Y&XA8U33", "other specified is not the general stem")]
    [InlineData("NC32.Z&XA3WG1", "the radius is more than its shaft")]
    [InlineData("CA41.Z&XN513", "no stem for this agent")]
    [InlineData("NC70&XJ652", "abrasion of hip or thigh is not abrasion of hip")]
    [InlineData("NB50&XJ652", "a list that loses its first member")]
    [InlineData("NC54.5&XA0K88", "the stem says one joint or the other")]
    [InlineData("1A36&XT5R", "acute amoebiasis stands below intestinal amoebiasis")]
    [InlineData("6E0Z&XS5W", "a diagnosis of its own, not a mild form")]
    [InlineData("CB41&XT5R&XT8W", "two stems as good as each other")]
    [InlineData("6D85/8A40&XT8W", "the cause says more")]
    [InlineData("6D85/8A40/8A00.0", "two causes, one of which would be lost")]
    [InlineData("6D8Z/8A20", "a cluster does not say that the one causes the other")]
    [InlineData("8C03/5A11", "the type would be lost")]
    [InlineData("MG24&XA7D89", "fear of disease has no site")]
    [InlineData("3A71&XA6KU8", "the kidney is not where the anaemia is")]
    public void Canonicalise_SaysMoreOrElse_IsKept(string expression, string why)
    {
        var replacement = Canonicaliser.Canonicalise(ClusterExpression.Parse(expression)).Replacement;
        Assert.True(replacement is null, $"{why}: {replacement}");
    }

    /// <summary>A rule's stem and target are stems that may be coded; the target is the longer title's; a certain one leads to a valid expression.</summary>
    [WhoDataFact]
    public void Rules_Every_IsSound()
    {
        var validator = new ExpressionValidator(Axes);
        var subsumption = new ExpressionSubsumption(validator, Rules);
        Assert.True(Rules.All.Count(rule => rule.Confidence == RuleConfidence.Certain) > 900);
        var problems = new List<string>();
        foreach (var rule in Rules.All)
        {
            var combination = $"{rule.Stem.Code}{(rule.IsJoined ? '/' : '&')}{rule.Value.Code}";
            var text = $"{combination} = {rule.Target.Code}";
            if (rule.Stem.IsExtension || !rule.Stem.IsSelectable || rule.Target.IsExtension || !rule.Target.IsSelectable || !rule.Value.IsSelectable) problems.Add($"{text}: a part cannot be coded");
            if (rule.Target.Residual == Residual.Other || rule.Stem.Residual == Residual.Other) problems.Add($"{text}: other specified says nothing exact");
            if (rule.Provenance.Length == 0) problems.Add($"{text}: no provenance");
            if (validator.Validate(new ClusterExpression(rule.Target.Icd11Code)).Kind is VerdictKind.Invalid or VerdictKind.NotEvaluated) problems.Add($"{text}: the target is not valid");
            if (rule.Confidence != RuleConfidence.Certain) continue;
            var result = Canonicaliser.Canonicalise(ClusterExpression.Parse(combination));
            // Two names of one thing may lead to the same stem by another rule, and on from there.
            if (result.Replacement is not { } replacement) problems.Add($"{text}: certain, but not applied");
            else if (Canonicaliser.Canonicalise(in replacement).Replacement is { } further) problems.Add($"{text}: {replacement} becomes {further}");
            else if (Both(ClusterExpression.Parse(combination), replacement) != (Subsumption.Yes, Subsumption.Yes)) problems.Add($"{text}: not the same");
        }

        Assert.Empty(problems);

        (Subsumption, Subsumption) Both(ClusterExpression left, ClusterExpression right) => (subsumption.Subsumes(in left, in right), subsumption.Subsumes(in right, in left));
    }

    [WhoDataFact]
    public void Tables_EveryCode_IsInTheReleaseAndNothingIsThereInVain()
    {
        var derived = new HashSet<string>(Rules.All.Select(rule => $"{rule.Stem.Code} {rule.Value.Code} {rule.Target.Code}"));
        var problems = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(Repository.File("data", "sanctions", "rules.tsv")))
        {
            number++;
            if (number == 1 || line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            foreach (var code in cells[..3])
            {
                if (!Mms.TryFind(code, out _)) problems.Add($"rules.tsv:{number} {code} is not in the release");
            }

            if (derived.Contains(string.Join(' ', cells[..3])) != (cells[3] != "never")) problems.Add($"rules.tsv:{number} is not what became of it");
        }

        Assert.Empty(problems);
    }

    /// <summary>The rules in the file are those that the code would derive now, and are used.</summary>
    [WhoDataFact]
    public void Rules_Stored_AreTheDerivedOnes()
    {
        // A draft made from a release has no rules until they are worked out again.
        var draft = ReleaseDraft.From(Mms);
        Assert.Empty(draft.Sanctions);
        var derived = SanctioningRules.Of(new(Release.Load(draft.Compile())));
        Assert.Equal(
            derived.All.Select(rule => $"{rule.Stem} {rule.Value} {rule.Target} {rule.Confidence} {rule.Provenance}"),
            Rules.All.Select(rule => $"{rule.Stem} {rule.Value} {rule.Target} {rule.Confidence} {rule.Provenance}"));
    }
}
