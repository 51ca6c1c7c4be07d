using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import.Authored;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Authored;

/// <summary>Our tables of the starter release against WHO's release 2024-01.</summary>
[Collection(RealReleaseTests.Name)]
public class StarterTests(RealReleases releases)
{
    private static string Folder => Repository.File("data", "starter");

    private static Release Starter => EmbeddedReleases.All.Single(embedded => embedded.Key.IsStarter).Open();

    [WhoDataFact]
    public void Starter_EveryCodeIdAndParent_IsThatOfTheRealRelease()
    {
        var real = releases["mms-2024-01"];
        foreach (var own in Starter.Entities)
        {
            Assert.True(real.TryFind(own.Id, own.Residual, out var who), $"{own}: WHO has no entity {own.Id} {own.Residual}");
            Assert.True((who.Code, who.Kind) == (own.Code, own.Kind), $"{own}: WHO's {own.Id} is {who.Code} {who.Kind}");
            var nearest = who.Ancestors.Where(above => Starter.TryFind(above.Id, above.Residual, out _)).Select(above => (uint?)above.Id).FirstOrDefault();
            Assert.True(nearest == own.Parent?.Id, $"{own}: the nearest listed ancestor is {nearest}, not {own.Parent?.Id}");
        }
    }

    [WhoDataTheory, InlineData("stems.tsv", false), InlineData("extensions.tsv", true)]
    public void Starter_File_HoldsStemsOrExtensions(string file, bool extensions)
    {
        var real = releases["mms-2024-01"];
        foreach (var code in Column(file, 0)) Assert.True(real.TryFind(code, out var entity) && entity.IsExtension == extensions, $"{code} in {file}");
    }

    [Theory, InlineData("stems.tsv", 400), InlineData("extensions.tsv", 200)]
    public void Starter_File_IsLargeEnoughAndHasNothingTwice(string file, int least)
    {
        Assert.InRange(Column(file, 0).Length, least, int.MaxValue);
        Assert.Equal(Column(file, 0).Distinct(), Column(file, 0));
        Assert.Equal(Column(file, 1).Distinct(), Column(file, 1));
    }

    [Fact]
    public void Starter_Synonyms_AreEachOfOneEntityAndNotItsTitle()
    {
        Assert.InRange(Starter.Entities.Count(entity => entity.Terms.Any()), 500, int.MaxValue);
        foreach (var entity in Starter.Entities)
        {
            var names = entity.Terms.Select(term => term.Text).Prepend(entity.TitleIn("nb")!).ToList();
            var twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
            Assert.True(twice is null, $"{entity}: '{twice?.Key}' is there twice");
            Assert.All(entity.Terms, term => Assert.Equal((TermKind.Synonym, "nb", SourceKind.Authored), (term.Kind, term.Language, term.Source.Kind)));
        }
    }

    [Fact]
    public void Starter_EveryEntity_IsMarkedAsOurs()
    {
        Assert.All(Starter.Entities, entity => Assert.True(entity.IsAuthored && entity.TitleIn("nb") is not null && entity.TitleIn("en") is not null, entity.ToString()));
        Assert.Equal(Column("stems.tsv", 0).Length + Column("extensions.tsv", 0).Length, Starter.Entities.Count(entity => entity.IsSelectable));
        Assert.False(Starter.HasScales);
    }

    [Fact]
    public void Starter_Embedded_IsWhatTheTablesGive() =>
        Assert.Equal(Starter.ContentHash, Release.Load(StarterImporter.Import(Folder).Compile()).ContentHash);

    private static string[] Column(string file, int column) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Skip(1).Where(line => !line.StartsWith('#') && line.Length > 0).Select(line => line.Split('\t')[column])];
}
