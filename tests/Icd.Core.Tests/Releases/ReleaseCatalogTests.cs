using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public sealed class ReleaseCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static ReleaseDraft Draft(int year, bool starter = false, Classification classification = Classification.Mms) =>
        Sample.Empty(new(classification, ReleaseId.Create(year, 1), starter), "en");

    private static EmbeddedRelease Embedded(ReleaseDraft draft) => new(draft.Key, draft.Load);

    public static TheoryData<string[], string?, string> Newest => new()
    {
        { [], null, "nothing there" },
        { ["mms-2024-01"], "mms-2024-01", "the only one" },
        { ["mms-2024-01", "mms-2025-01", "mms-2023-01"], "mms-2025-01", "the newest of three" },
        { ["mms-2024-01-starter"], "mms-2024-01-starter", "the starter where there is nothing else" },
        { ["mms-2023-01", "mms-2025-01-starter"], "mms-2023-01", "any official release rather than a newer starter" },
        { ["icf-2025-01", "mms-2024-01"], "mms-2024-01", "another classification is no substitute" },
        { ["icf-2025-01"], null, "nor where there is nothing else" },
    };

    [Theory, MemberData(nameof(Newest))]
    public void Newest_OfAFolder_IsTheNewestOfficialOne(string[] names, string? expected, string why)
    {
        foreach (var name in names)
        {
            Assert.True(ReleaseKey.TryParseFileName(name + ReleaseKey.FileExtension, out var key));
            _folder.Write(Sample.Empty(key, "en"));
        }

        var catalog = new ReleaseCatalog(_folder.Path);
        Assert.True(expected == catalog.Newest(Classification.Mms)?.Key.ToString(), why);
        Assert.Equal(names.Order(StringComparer.Ordinal), catalog.Keys.Select(key => key.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Newest_Damaged_ThrowsRatherThanFallingBack()
    {
        _folder.Write(Draft(2023));
        _folder.Write("mms-2024-01.icdrel", Draft(2024).Compile()[..^1]);
        var catalog = new ReleaseCatalog(_folder.Path, Embedded(Draft(2024, starter: true)));
        Assert.Equal(ReleaseFormatProblem.WrongLength, Assert.Throws<ReleaseFormatException>(() => catalog.Newest(Classification.Mms)).Problem);
        Assert.Throws<ReleaseFormatException>(() => catalog.Find(Classification.Mms, ReleaseId.Create(2024, 1)));
        Assert.Equal("mms-2023-01", catalog.Find(Classification.Mms, ReleaseId.Create(2023, 1))!.Key.ToString());
    }

    [Fact]
    public void Open_FileNamedLikeAnotherRelease_SaysBothNames()
    {
        var path = _folder.Write("mms-2025-01.icdrel", Draft(2024).Compile());
        var error = Assert.Throws<ReleaseFormatException>(() => new ReleaseCatalog(_folder.Path).Newest(Classification.Mms));
        Assert.Equal(ReleaseFormatProblem.WrongName, error.Problem);
        Assert.Equal($"{path} is named like mms-2025-01 but holds mms-2024-01. Give it back its name, mms-2024-01.icdrel.", error.Message);
    }

    [Fact]
    public void Find_MissingRelease_IsNull()
    {
        var catalog = new ReleaseCatalog(_folder.Path, Embedded(Draft(2024, starter: true)), Embedded(Draft(2023)));
        Assert.Null(catalog.Find(Classification.Mms, ReleaseId.Create(2024, 1)));
        Assert.Null(catalog.Find(Classification.Icf, ReleaseId.Create(2023, 1)));
        Assert.Equal("mms-2023-01", catalog.Find(Classification.Mms, ReleaseId.Create(2023, 1))!.Key.ToString());
        var error = Assert.Throws<KeyNotFoundException>(() => catalog.Open(new(Classification.Icd10, ReleaseId.Create(2026, 0))));
        Assert.Equal("There is no release icd10-2026.", error.Message);
    }

    [Fact]
    public void Open_FileAndEmbedded_TheFileWins()
    {
        var mine = Draft(2024);
        mine.Add(null, "01", 1, "From the file", EntityKind.Chapter);
        _folder.Write(mine);
        var catalog = new ReleaseCatalog(_folder.Path, Embedded(Draft(2024)));
        Assert.Equal("From the file", catalog.Newest(Classification.Mms)![0].Title);
    }

    [Fact]
    public void Open_Twice_OpensOnce()
    {
        var opened = 0;
        var embedded = new EmbeddedRelease(Draft(2024).Key, () =>
        {
            Interlocked.Increment(ref opened);
            return Draft(2024).Load();
        });
        var catalog = new ReleaseCatalog(_folder.Path, embedded);
        Assert.Equal(0, opened);
        Parallel.For(0, 100, _ => Assert.Same(catalog.Newest(Classification.Mms), catalog.Open(embedded.Key)));
        Assert.Equal(1, opened);
    }

    [Fact]
    public void Keys_FolderWithOtherFilesOrWithoutAny_HasReleasesOnly()
    {
        _folder.Write("README.txt", [1]);
        _folder.Write("mms-latest.icdrel", [1]);
        _folder.Write("mms-2024-01.icdrel.tmp", [1]);
        Assert.Empty(new ReleaseCatalog(_folder.Path).Keys);

        var missing = new ReleaseCatalog(Path.Combine(_folder.Path, "missing"), Embedded(Draft(2024)));
        Assert.Equal("mms-2024-01", Assert.Single(missing.Keys).ToString());
        Assert.True(Path.IsPathFullyQualified(missing.DataDirectory));
    }

    [Fact]
    public void Keys_AreByClassificationFromOldToNew()
    {
        var catalog = new ReleaseCatalog(
            _folder.Path,
            Embedded(Draft(2024, classification: Classification.Icf)), Embedded(Draft(2025)), Embedded(Draft(2024, starter: true)), Embedded(Draft(2024)));
        Assert.Equal(["mms-2024-01", "mms-2024-01-starter", "mms-2025-01", "icf-2024-01"], catalog.Keys.Select(key => key.ToString()));
    }
}
