using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tests.Support;
using Icd.Tests;

namespace Icd.Import.Tests.Tabulation;

/// <summary>Every row of WHO's files, read independently, must be in the release and nothing else.</summary>
[Collection(RealReleaseTests.Name)]
public class RealTabulationTests(RealReleases releases)
{
    [WhoDataTheory, MemberData(nameof(RealFile.Names), MemberType = typeof(RealFile))]
    public void Import_RealFile_HasEveryRowWithItsTextsAndPlace(string name)
    {
        var (file, release, rows) = Open(name);
        Assert.Equal(rows.Count, release.Count);
        var above = new List<Entity>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, entity) = (rows[i], release[i]);
            // One comparison a row: 36,044 times five assertions would be most of the run time.
            // WHO's French 2022-02 contradicts the English on the primary tabulation in 48 rows; the English file counts.
            var isPrimary = file.Language == "en" ? row.IsPrimary : entity.IsPrimaryTabulation;
            var expected = (row.Id, row.Residual, row.Code, row.Kind, row.Depth, row.Title, row.IsLeaf, isPrimary, row["BlockId"]);
            var found = (entity.Id, entity.Residual, entity.Code, entity.Kind.ToString().ToLowerInvariant(), entity.Depth, entity.TitleIn(file.Language) ?? "", entity.IsLeaf, entity.IsPrimaryTabulation, entity.BlockId ?? "");
            Assert.True(expected == found, $"row {i + 2}: {expected} became {found}");

            above.RemoveRange(row.Depth, above.Count - row.Depth);
            Assert.True(above.Count == 0 ? entity.Parent is null : entity.Parent == above[^1], $"row {i + 2}: {entity} stands below {entity.Parent}");
            above.Add(entity);
        }
    }

    [WhoDataTheory, MemberData(nameof(RealFile.Names), MemberType = typeof(RealFile))]
    public void TryFind_EveryCodeAndUriOfTheFile_FindsThatRow(string name)
    {
        var (_, release, rows) = Open(name);
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.True(release.TryFind(rows[i].Id, rows[i].Residual, out var byId) && byId.Index == i, $"row {i + 2}: by id");
            if (rows[i].Code.Length > 0) Assert.True(release.TryFind(rows[i].Code, out var byCode) && byCode.Index == i, $"row {i + 2}: by code {rows[i].Code}");
            if (rows[i]["Foundation URI"].Length > 0 && rows[i].Residual == Residual.None)
                Assert.True(release.TryFind(EntityUri.Parse(rows[i]["Foundation URI"]), out var byUri) && byUri.Index == i, $"row {i + 2}: by URI");
        }
    }

    [WhoDataTheory, InlineData("2024-01 en"), InlineData("2024-01 es"), InlineData("2022-02 en"), InlineData("2025-01 en")]
    public void Groupings_EveryRow_AreWhosColumns(string name)
    {
        var (_, release, rows) = Open(name);
        for (var i = 0; i < rows.Count; i++)
        {
            // WHO has five columns; where there are more blocks above, the innermost are not named.
            var expected = rows[i].BlocksAbove;
            // Blocks in chapters V and X have no identifier, so they cannot be named at all.
            var found = release[i].Groupings.Select(block => block.BlockId).OfType<string>().Take(5);
            Assert.True(expected.SequenceEqual(found), $"row {i + 2}: {string.Join(" ", expected)} became {string.Join(" ", found)}");
        }
    }

    [WhoDataTheory, MemberData(nameof(RealFile.Names), MemberType = typeof(RealFile))]
    public void Import_RealFile_HasAsManyOfEachKindInEachChapter(string name)
    {
        var (_, release, rows) = Open(name);
        var chapter = "";
        var expected = rows.GroupBy(row => (Chapter: chapter = row.Depth == 0 ? row.Code : chapter, row.Kind, row.Residual)).ToDictionary(group => group.Key, group => group.Count());
        var found = release.Entities.GroupBy(entity => (entity.Chapter.Code, entity.Kind.ToString().ToLowerInvariant(), entity.Residual)).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(expected, found);
        Assert.Equal(rows.Count(row => row.Kind == "category" && row.Code.Length > 0), release.Entities.Count(entity => entity.IsSelectable));
    }

    /// <summary>The figures that <c>shared/data/README.md</c> gives, counted by others.</summary>
    [WhoDataFact]
    public void Import_2024_01_HasThePublishedCounts()
    {
        var release = releases["mms-2024-01"];
        Assert.Equal(36_044, release.Count);
        Assert.Equal(28, release.Roots.Count());
        Assert.Equal(28, release.Entities.Count(entity => entity.Kind == EntityKind.Chapter));
        Assert.Equal(1_353, release.Entities.Count(entity => entity.Kind == EntityKind.Block));
        Assert.Equal(34_663, release.Entities.Count(entity => entity.IsSelectable));
        Assert.Equal(17_441, release.Entities.Count(entity => entity.IsExtension));
        Assert.False(release.HasScales, "the downloads have no postcoordination scales");
    }

    private (RealFile File, Release Release, IReadOnlyList<RawRow> Rows) Open(string name)
    {
        var file = RealFile.Named(name);
        return (file, releases[file.Release], releases.Table(file).Rows);
    }
}
