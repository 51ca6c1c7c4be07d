using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseMemoryTests
{
    private const string Title = "Diabetes type 2, «sukkersyke» \U0001F36C";

    [Fact]
    public void Open_File_ReadsWhatLoadReads()
    {
        using var folder = new TemporaryFolder();
        var release = Release.Open(folder.Write(Sample.Draft()));
        Assert.Equal(Snapshot(Sample.Draft().Load()), Snapshot(release));
    }

    [Fact]
    public void Open_MissingFile_ThrowsIOException()
    {
        Assert.Throws<FileNotFoundException>(() => Release.Open("/nowhere.icdrel"));
        Assert.Throws<ArgumentException>(() => Release.Open(""));
    }

    [Fact]
    public void Load_BytesChangedLater_AreACopy()
    {
        var bytes = Sample.Draft().Compile();
        var release = Release.Load(bytes);
        Array.Clear(bytes);
        Assert.Equal(Title, release.Find("5A11").TitleIn("nb"));
    }

    [Fact]
    public unsafe void Load_Resource_IsReadFromItsPositionOn()
    {
        byte[] bytes = [.. new byte[8], .. Sample.Draft().Compile()];
        var memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes.Length, 8);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        var release = Release.Load(new UnmanagedMemoryStream(memory, bytes.Length) { Position = 8 }, "resource");
        Assert.Equal(Snapshot(Sample.Draft().Load()), Snapshot(release));
        GC.KeepAlive(release);
        NativeMemory.AlignedFree(memory);
    }

    [Fact]
    public void Open_FileDeletedOrReplaced_StaysReadable()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(Sample.Draft());
        var release = Release.Open(path);

        // As an import replaces a release: the new file is renamed over the old one.
        var changed = Sample.Draft();
        changed.Entities[3].Titles["nb"] = "Changed";
        File.Move(folder.Write("new", changed.Compile()), path, overwrite: true);
        Assert.Equal(Title, release.Find("5A11").TitleIn("nb"));
        Assert.Equal("Changed", Release.Open(path).Find("5A11").TitleIn("nb"));

        File.Delete(path);
        Assert.Equal(Snapshot(Sample.Draft().Load()), Snapshot(release));
    }

    [Fact]
    public void Open_ReleaseCollected_ItsTextsLiveOn()
    {
        using var folder = new TemporaryFolder();
        var (collected, title, terms) = TextsOfAForgottenRelease(folder.Write(Sample.Draft()));
        for (var i = 0; i < 10 && collected.IsAlive; i++) Collect();
        Assert.False(collected.IsAlive);
        Assert.Equal(Title, title);
        Assert.Equal("NIDDM", terms[0].Text);
    }

    [Fact]
    public void Open_OnlyAnEntityKept_KeepsTheMapping()
    {
        using var folder = new TemporaryFolder();
        var entity = EntityOfAForgottenRelease(folder.Write(Sample.Draft()));
        for (var i = 0; i < 5; i++) Collect();
        Assert.Equal(Title, entity.TitleIn("nb"));
        Assert.Equal("5A11.0", Assert.Single(entity.Children).Code);
    }

    [Fact]
    public void Read_ByManyThreads_GivesEachTheSame()
    {
        using var folder = new TemporaryFolder();
        var release = Release.Open(folder.Write(Sample.Draft()));
        var expected = Snapshot(Sample.Draft().Load());
        Parallel.For(0, 500, _ => Assert.Equal(expected, Snapshot(release)));
    }

    // Not inlined: a local of the test itself would keep the release alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Release, string? Title, IReadOnlyList<Term> Terms) TextsOfAForgottenRelease(string path)
    {
        var release = Release.Open(path);
        var entity = release.Find("5A11");
        return (new(release), entity.TitleIn("nb"), entity.Terms);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Entity EntityOfAForgottenRelease(string path) => Release.Open(path).Find("5A11");

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static List<string> Snapshot(Release release) =>
    [
        $"{release.Key} {release.Title} {release.ContentHash}",
        .. release.Entities.Select(entity =>
            $"{entity} {entity.TitleIn("nb")} {entity.Uri} {entity.Parent?.Index} {entity.DescendantCount} "
            + string.Join(';', entity.Terms) + string.Join(';', entity.Scales.Select(scale => scale.Axis + string.Join(',', scale.Roots)))),
    ];
}
