using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Postcoordination;

/// <summary>Our authored axis profile against WHO's release 2024-01 and what is known of WHO's own scales.</summary>
[Collection(RealReleaseTests.Name)]
public class AuthoredProfileTests(RealReleases releases)
{
    /// <summary>One set of axes for all tests: they keep what they worked out.</summary>
    private static ExpressionValidator? _validator;

    private ExpressionValidator Validator => _validator ??= new(new StemAxes(releases["mms-2024-01"]));

    private Release Mms => Validator.Axes.Release;

    [WhoDataFact]
    public void Tables_EveryCode_IsInTheReleaseAndOfTheRightKind()
    {
        var problems = new List<string>();
        foreach (var file in Directory.GetFiles(Repository.File("data", "axes"), "*.tsv"))
        {
            var number = 1;
            foreach (var row in File.ReadLines(file).Skip(1))
            {
                number++;
                if (row.Split('\t') is not { Length: 6 } cells) continue;
                foreach (var scope in cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)) Check(scope, false);
                if (cells[4] == "none") continue;
                foreach (var value in cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)) Check(value, !AxisNames.TakesStems(cells[1]));

                void Check(string selector, bool isExtension)
                {
                    var name = selector.TrimStart('-', '=').Replace("ch:", "", StringComparison.Ordinal);
                    var isThere = name[0] == '#'
                        ? Mms.TryFind(uint.Parse(name[1..], CultureInfo.InvariantCulture), Residual.None, out var entity)
                        : Mms.TryFind(name, out entity);
                    if (!isThere) problems.Add($"{Path.GetFileName(file)}:{number} {selector} is not in the release");
                    else if (selector[0] != '-' && entity.IsExtension != isExtension) problems.Add($"{Path.GetFileName(file)}:{number} {selector} ({cells[1]}) is {(isExtension ? "no " : "an ")}extension code");
                }
            }
        }

        Assert.Empty(problems);
    }

    /// <summary>A scope that names an entity with and without <c>=</c> holds for that entity only: what stands below it would silently lose the rule.</summary>
    [Fact]
    public void Tables_NoCell_NamesAnEntityBothAloneAndWithAllBelow()
    {
        var problems = new List<string>();
        foreach (var file in Directory.GetFiles(Repository.File("data", "axes"), "*.tsv"))
        {
            foreach (var cells in File.ReadLines(file).Skip(1).Select(row => row.Split('\t')).Where(cells => cells.Length == 6))
            {
                foreach (var tokens in new[] { cells[0].Split(' '), cells[4].Split(' ') })
                    problems.AddRange(tokens.Where(token => token[0] == '=' && tokens.Contains(token[1..])).Select(token => $"{Path.GetFileName(file)}: {cells[1]} {token}"));
            }
        }

        Assert.Empty(problems);
    }

    [WhoDataFact]
    public void Validate_WhoMappingExpressions_AtLeast99PercentAreValid()
    {
        var expressions = WhoMappingExpressions.Read();
        var refused = expressions.Where(expression => Validator.Validate(in expression).Kind != VerdictKind.Valid).Select(expression => expression.ToString()).ToList();

        Assert.True(expressions.Count > 700, $"Only {expressions.Count} expressions.");
        Assert.True(refused.Count <= expressions.Count / 100, $"{refused.Count} of {expressions.Count} not valid: {string.Join(' ', refused.Take(60))}");
    }

    /// <summary>Our own table of what coders write and of what makes no sense, each with the reason.</summary>
    [WhoDataFact]
    public void Validate_CoderExpressions_AreJudgedAsTheTableSays()
    {
        var rows = File.ReadLines(Repository.File("tests", "Icd.Import.Tests", "Postcoordination", "CoderExpressions.tsv"))
            .Skip(1).Where(row => !row.StartsWith('#')).Select(row => row.Split('\t')).ToList();
        var problems = new List<string>();
        foreach (var row in rows)
        {
            var expression = ClusterExpression.Parse(row[0]);
            var kind = Validator.Validate(in expression).Kind;
            if (kind != (row[1] == "accepted" ? VerdictKind.Valid : VerdictKind.Invalid)) problems.Add($"{row[0]} ({row[2]}): {kind}, not {row[1]}");
        }

        Assert.Empty(problems);
        Assert.True(rows.Count(row => row[1] == "accepted") >= 150 && rows.Count(row => row[1] == "refused") >= 150, "The table has lost rows.");
    }

    /// <summary>What is public of WHO's scales: the axis that takes a value, or none; and whether it is required.</summary>
    [WhoDataTheory]
    [InlineData("1A00", "infectiousAgent", "XN8P1", false)]
    [InlineData("1A00", "infectiousAgent", "XN62R", false)]
    [InlineData("1A00", "infectiousAgent", "XN8KD", false)]
    [InlineData("1A00", "associatedWith", "MG50", false)]
    [InlineData("1A00", "associatedWith", "MG5Z", false)]
    [InlineData("1A00", "", "XE729", false)]
    [InlineData("1A00", "", "XN44G", false)]
    [InlineData("1D01.0Y", "hasManifestation", "1G40", false)]
    [InlineData("1D01.0Y", "hasCausingCondition", "1G41", true)]
    [InlineData("PB20", "medication", "XM4SL9", false)]
    [InlineData("PB20", "objectOrSubstanceProducingInjury", "XM4SL9", false)]
    [InlineData("PB20", "activityWhenInjured", "XE729", false)]
    [InlineData("PB20", "placeOfOccurrence", "XE266", false)]
    [InlineData("NC53.Y", "laterality", "XK8G", false)]
    [InlineData("NC53.Y", "fractureSubtype", "XJ778", false)]
    [InlineData("PA71", "activityWhenInjured", "XE5UF", false)]
    [InlineData("PA71", "objectOrSubstanceProducingInjury", "XE4TZ", false)]
    [InlineData("BD11.2", "", "XT8W", false)]
    [InlineData("BA41.0", "specificAnatomy", "XA7RE3", false)]
    [InlineData("BA41.0", "specificAnatomy", "XA7NQ7", false)]
    [InlineData("BA41.0", "", "XK8G", false)]
    [InlineData("BA41.0", "", "XJ7YM", false)]
    [InlineData("GB51", "laterality", "XK8G", false)]
    [InlineData("GB51", "infectiousAgent", "XN6P4", false)]
    [InlineData("GB51", "", "XA7RE3", false)]
    [InlineData("BD71.4", "laterality", "XK9K", false)]
    [InlineData("DD51", "laterality", "XK8G", false)]
    [InlineData("DD51", "", "XA7RE3", false)]
    [InlineData("ME24.2", "course", "XT5R", false)]
    [InlineData("CA41.Z", "", "XN275", false)]
    [InlineData("NC32.Z", "specificAnatomy", "XA8U33", false)]
    [InlineData("CB41", "hasCausingCondition", "1D00", true)]
    [InlineData("4A20", "timeInLife", "XT0S", false)]
    [InlineData("4A20", "timeInLife", "XT4Z", false)]
    [InlineData("PF2Y", "placeOfOccurrence", "XE9XY", false)]
    [InlineData("BA52", "", "XK8G", false)]
    [InlineData("MG50.3", "hasCausingCondition", "1D00", true)]
    [InlineData("2C27.Z", "specificAnatomy", "XA8373", false)]
    [InlineData("2C25.Z", "laterality", "XK8G", false)]
    [InlineData("2C25.Z", "specificAnatomy", "XA9HN5", false)]
    [InlineData("DB91.0", "infectiousAgent", "XN0GA", false)]
    [InlineData("EH90.0", "laterality", "XK8G", false)]
    [InlineData("EH90.0", "specificAnatomy", "XA22Q1", false)]
    public void Axes_KnownFact_Holds(string stemCode, string name, string valueCode, bool required)
    {
        Assert.True(Mms.TryFind(stemCode, out var stem) && Mms.TryFind(valueCode, out _));
        Mms.TryFind(valueCode, out var value);
        var taking = Validator.Axes.Of(stem).Where(axis => axis.Admits(value)).ToList();
        if (name.Length == 0) Assert.Empty(taking.Select(axis => axis.Name));
        else Assert.Contains((name, required), taking.Select(axis => (axis.Name, axis.IsRequired)));
    }

    [WhoDataTheory]
    [InlineData("1A00", "infectiousAgent", AllowMultipleValues.AllowAlways)]
    [InlineData("BA41.0", "specificAnatomy", AllowMultipleValues.AllowAlways)]
    [InlineData("GB51", "laterality", AllowMultipleValues.NotAllowed)]
    [InlineData("BD71.4", "laterality", AllowMultipleValues.NotAllowed)]
    [InlineData("4A20", "timeInLife", AllowMultipleValues.NotAllowed)]
    [InlineData("PF2Y", "placeOfOccurrence", AllowMultipleValues.AllowedExceptFromSameBlock)]
    [InlineData("MG50.3", "hasCausingCondition", AllowMultipleValues.AllowAlways)]
    [InlineData("2C27.Z", "specificAnatomy", AllowMultipleValues.AllowAlways)]
    [InlineData("2C27.Z", "histopathology", AllowMultipleValues.NotAllowed)]
    public void Axes_KnownMultiplicity_Holds(string stemCode, string name, AllowMultipleValues expected)
    {
        Assert.True(Mms.TryFind(stemCode, out var stem));
        Assert.Equal(expected, Validator.Axes.Of(stem).Single(axis => axis.Name == name).AllowMultipleValues);
    }

    [WhoDataTheory]
    [InlineData("CA41.Z&XN275", "CA41.0")]
    [InlineData("NC32.Z&XA8U33", "NC32.2")]
    [InlineData("NC32.Z&XA8U33&XK8G", "NC32.2&XK8G")]
    [InlineData("NC32.Z&XA35U4", "NC32.3")]
    [InlineData("CA41.Z&XN513", null)]
    [InlineData("NC32.Z&XK8G", null)]
    [InlineData("NC32.Z&XA3WG1", null)]
    [InlineData("NC32.Y&XA8U33", null)]
    [InlineData("NC32.2&XA8U33", null)]
    [InlineData("BA41.0&XA7RE3", null)]
    [InlineData("GB51&XK8G", null)]
    [InlineData("NC32.Z", null)]
    [InlineData("CB41/1D00", null)]
    [InlineData("BA41.Z&XY0Y", null)]
    public void Canonicalise_Combination_IsReplacedOnlyWhereAStemSaysTheSame(string expression, string? expected)
    {
        var canonicaliser = new Canonicaliser(Validator, _rules ??= SanctioningRules.Of(Validator.Axes));
        var replacement = canonicaliser.Canonicalise(ClusterExpression.Parse(expression)).Replacement;
        Assert.Equal(expected, replacement?.ToString());
        if (replacement is not { } found) return;
        Assert.Equal(VerdictKind.Valid, Validator.Validate(in found).Kind);
        Assert.Null(canonicaliser.Canonicalise(in found).Replacement);
    }

    private static SanctioningRules? _rules;

    /// <summary>A profile that takes anything would pass the test above; nonsense must be refused.</summary>
    [WhoDataFact]
    public void Validate_RandomCombinations_AtLeast97PercentAreRefused()
    {
        var stems = Mms.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension).ToArray();
        var values = Mms.Entities.Where(entity => entity.IsSelectable && entity.IsExtension && !Validator.IsUniversal(entity)).ToArray();
        var random = new Random(20240121);
        const int Draws = 20_000;
        var taken = 0;
        for (var i = 0; i < Draws; i++)
        {
            var expression = new ClusterExpression(stems[random.Next(stems.Length)].Icd11Code).WithExtension(values[random.Next(values.Length)].Icd11Code);
            if (Validator.Validate(in expression).Kind != VerdictKind.Invalid) taken++;
        }

        Assert.True(taken <= Draws * 3 / 100, $"{taken} of {Draws} taken.");
    }
}
