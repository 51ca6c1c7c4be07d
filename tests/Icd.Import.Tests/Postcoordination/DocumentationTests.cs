using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Embedded;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Postcoordination;

/// <summary>The example in <c>docs/postcoordination.md</c> is this code, compiled and run.</summary>
[Collection(RealReleaseTests.Name)]
public class DocumentationTests(RealReleases releases)
{
    [Fact]
    public void Example_IsWhatIsCompiledHere()
    {
        var code = File.ReadAllLines(Repository.File("tests", "Icd.Import.Tests", "Postcoordination", "DocumentationTests.cs")).Select(line => line.Trim())
            .SkipWhile(line => line != "// example").Skip(1).TakeWhile(line => line != "// end");
        var document = File.ReadAllLines(Repository.File("docs", "postcoordination.md")).SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```");
        Assert.Equal(code, document.Select(line => line.Trim()));
    }

    [WhoDataFact]
    public void Example_Runs()
    {
        var catalog = new ReleaseCatalog(releases.DataDirectory, EmbeddedReleases.All);
        var mms = releases["mms-2024-01"];
        Assert.True(mms.TryFind("NC32.Z", out var stem));
        // example
        var axes = new StemAxes(mms);                       // a release of ICD-11 MMS; keep it, and what is built on it
        var validator = new ExpressionValidator(axes);
        var expression = ClusterExpression.Parse("NC32.Z & XA8U33 & XK8G");
        var verdict = validator.Validate(in expression);
        foreach (var diagnostic in verdict.Diagnostics) Console.WriteLine($"{diagnostic.Describe(MessageLanguage.Bokmal)} [{diagnostic.Provenance}]");

        var rules = SanctioningRules.Of(axes);
        var canonical = new Canonicaliser(validator, rules).Canonicalise(in expression);
        Console.WriteLine(canonical.Replacement);           // NC32.2&XK8G

        var subsumption = new ExpressionSubsumption(validator, rules);
        var isSame = subsumption.Subsumes(canonical.Replacement!.Value, in expression) == Subsumption.Yes;

        foreach (var axis in new AllowedValues(axes, catalog).Of(stem))
            Console.WriteLine($"{axis.Label(MessageLanguage.Bokmal)}: {string.Join("; ", axis.Find("venstre").Select(value => value.Bokmal))}");
        // end
        Assert.True(verdict.IsValid && isSame);
        Assert.Equal("NC32.2&XK8G", canonical.Replacement.ToString());
        Assert.Contains(new AllowedValues(axes, catalog).Of(stem), axis => axis.Find("venstre").Any(value => value.Entity.Code == "XK8G"));
    }

    /// <summary>Whatever a picker offers is accepted, on any stem of any release.</summary>
    [WhoDataTheory]
    [InlineData("mms-2024-01")]
    [InlineData("mms-2022-02")]
    [InlineData("mms-2025-01")]
    public void AllowedValues_RandomStems_AreAccepted(string key)
    {
        var release = releases[key];
        var axes = new StemAxes(release);
        var validator = new ExpressionValidator(axes);
        var allowed = new AllowedValues(axes);
        var stems = release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension).ToArray();
        var random = new Random(11);
        var checkedValues = 0;
        for (var i = 0; i < 400; i++)
        {
            var stem = stems[random.Next(stems.Length)];
            foreach (var axis in allowed.Of(stem))
            {
                // A random way down from the top, and what looking up its title finds.
                for (var values = axis.Roots; values.Count > 0;)
                {
                    var value = values[random.Next(values.Count)];
                    if (value.MayBeChosen) Accept(axis, stem, value.Entity);
                    if (!value.HasChildren || random.Next(4) == 0)
                    {
                        foreach (var found in axis.Find(value.English.Text, 2)) Accept(axis, stem, found.Entity);
                        break;
                    }

                    values = axis.Children(value.Entity);
                }
            }
        }

        Assert.True(checkedValues > 1000, $"Only {checkedValues} values.");

        void Accept(AllowedAxis axis, Entity stem, Entity value)
        {
            checkedValues++;
            var alone = new ClusterExpression(stem.Icd11Code);
            var expression = axis.Axis.TakesStems ? alone.WithStem(value.Icd11Code) : alone.WithExtension(value.Icd11Code);
            Assert.True(validator.Validate(in expression).Kind is VerdictKind.Valid or VerdictKind.Incomplete, $"{expression} on {axis.Axis.Name}");
        }
    }
}
