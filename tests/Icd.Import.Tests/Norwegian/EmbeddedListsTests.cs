using System.Text.Json;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Norwegian;

/// <summary>The Norwegian lists as the build embedded them, against the package that they come from.</summary>
public class EmbeddedListsTests
{
    [NorwegianFact]
    public void Icd10_Embedded_HasExactlyThePackagesCodesAndTexts()
    {
        var release = Open(Classification.Icd10);
        var listed = List("ICD10.json");
        Assert.Equal(19_634, listed.Count);
        Assert.Equal(listed, release.Entities.Where(entity => entity.IsSelectable).ToDictionary(entity => entity.Code.Replace(".", "", StringComparison.Ordinal), entity => entity.TitleIn("nb")));
    }

    [NorwegianFact]
    public void Icd10_Embedded_EveryCodeHasChapterBlockAndHeading()
    {
        var release = Open(Classification.Icd10);
        Assert.Equal(22, release.Roots.Count());
        Assert.All(release.Roots, chapter => Assert.Equal((EntityKind.Chapter, true), (chapter.Kind, chapter.IsAuthored)));
        foreach (var code in release.Entities.Where(entity => entity.IsSelectable))
        {
            Assert.Equal(EntityKind.Chapter, code.Chapter.Kind);
            Assert.True(code.Groupings.Any(), $"{code} has no block");
            Assert.True(InRange(code, code.Chapter.BlockId!), $"{code} is not within {code.Chapter.BlockId}");
            if (code.Code.Length > 3) Assert.True(code.Parent is { Kind: EntityKind.Category } heading && code.Code.StartsWith(heading.Code, StringComparison.Ordinal), $"{code} stands below {code.Parent}");
            Assert.True(release.TryFind(code.Code, out var found) && found == code, code.Code);
        }
    }

    [NorwegianFact]
    public void Icpc2_Embedded_HasExactlyThePackagesCodesAndTexts()
    {
        var release = Open(Classification.Icpc2);
        var listed = List("ICPC2.json");
        Assert.Equal(708, listed.Count);
        Assert.Equal(listed, release.Entities.Where(entity => entity.IsSelectable).ToDictionary(entity => entity.Code, entity => entity.TitleIn("nb")));
        Assert.All(release.Entities.Where(entity => entity.IsSelectable), code => Assert.Equal(code.Code[..1], code.Chapter.Code));
    }

    /// <summary>A machine without Node.js has no package: the build still gets the starter release.</summary>
    [Fact]
    public async Task CompileEmbedded_WithoutThePackage_CompilesTheStarterAndItsSearchIndex()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await Child.DotNet("CompileEmbedded.dll", Repository.File("data"), folder.Path).EndAsync();
        Assert.True(exitCode == 0, output);
        Assert.Equal(["mms-2024-01-starter.icdrel", "search.icdsearch"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CompileEmbedded_MistakeInATable_FailsTheBuildWithFileAndRow()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.File("data", "starter"))) folder.Write("data/starter/" + Path.GetFileName(file), File.ReadAllBytes(file));
        await File.AppendAllTextAsync(folder.File("data", "starter", "stems.tsv"), "1A0O\t5\t01\tKolera\tCholera\t\n");
        var (exitCode, output) = await Child.DotNet("CompileEmbedded.dll", folder.File("data"), folder.File("out")).EndAsync();
        Assert.Equal(1, exitCode);
        Assert.Matches(@"error ICD0002: .*stems\.tsv, row \d+: ", output);
    }

    private static Release Open(Classification classification) => EmbeddedReleases.All.Single(embedded => embedded.Key.Classification == classification).Open();

    private static Dictionary<string, string?> List(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.NorwegianPackage, "lib", file)));
        return json.RootElement.EnumerateArray().ToDictionary(line => line.GetProperty("code").GetString()!, line => line.GetProperty("text").GetString()?.Trim());
    }

    /// <summary>National keys such as V0n stand for several categories: only their letter can be compared.</summary>
    private static bool InRange(Entity code, string range)
    {
        var category = code.Code[..3];
        return category.All(c => !char.IsAsciiLetterLower(c) && c != 'N') || category[0] == 'N'
            ? string.CompareOrdinal(category, range[..3]) >= 0 && string.CompareOrdinal(category, range[4..]) <= 0
            : category[0] >= range[0] && category[0] <= range[4];
    }
}
