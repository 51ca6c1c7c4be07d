using Icd.Core.Releases;
using Icd.Import.Store;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Store;

/// <summary>Several processes and one data directory.</summary>
public sealed class ConcurrentImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    [Fact]
    public async Task Import_ManyProcessesAtOnce_AllLanguagesAreThere()
    {
        string[] languages = ["en", "es", "fr", "nb"];
        var ends = languages.Select(language => Child.Icd("data", "import", Table(language), "--data-dir", Data).EndAsync()).ToList();
        foreach (var (exitCode, output) in await Task.WhenAll(ends)) Assert.True(exitCode == 0, output);
        Assert.Equal(languages, Release.Open(Path.Combine(Data, "mms-2024-01.icdrel")).Languages);
        Assert.Empty(Directory.GetFiles(Data, "*.tmp"));
    }

    [Fact]
    public async Task Import_ManyThreadsAtOnce_AllLanguagesAreThere()
    {
        string[] languages = ["en", "da", "es", "fi", "fr", "nb", "nn", "sv"];
        await Task.WhenAll(languages.Select(language => Task.Run(() => ReleaseImport.Import(Table(language), Data, new ImportOptions()))));
        Assert.Equal(languages, Release.Open(Path.Combine(Data, "mms-2024-01.icdrel")).Languages);
    }

    [Fact]
    public async Task Import_LockIsHeld_WaitsAndSaysSoOnce()
    {
        var (waits, held) = (0, DataDirectoryLock.Take(Data, TimeSpan.Zero));
        var import = Task.Run(() => ReleaseImport.Import(Table("en"), Data, new ImportOptions { Waiting = () => Interlocked.Increment(ref waits) }));
        while (Volatile.Read(ref waits) == 0) await Task.Delay(10);
        await Task.Delay(250);
        Assert.False(import.IsCompleted);
        held.Dispose();
        Assert.Single((await import).Releases);
        Assert.Equal(1, waits);
    }

    [Fact]
    public void Take_LockIsHeldTooLong_GivesUpWithAdvice()
    {
        using var held = DataDirectoryLock.Take(Data, TimeSpan.Zero);
        var exception = Assert.Throws<ImportException>(() => DataDirectoryLock.Take(Data, TimeSpan.FromMilliseconds(1)));
        Assert.Contains("another process", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Killed at any moment, an import leaves the old release; what it left half-written the next import removes.</summary>
    [Fact]
    public async Task Import_KilledAtAnyMoment_LeavesTheOldReleaseOrTheNewOne()
    {
        var path = Path.Combine(Data, "mms-2024-01.icdrel");
        ReleaseImport.Import(Table("en"), Data, new ImportOptions());
        var before = Release.Open(path).ContentHash;
        var large = LargeTable();
        for (var delay = 80; delay <= 480; delay += 50)
        {
            using var child = Child.Icd("data", "import", large, "--replace", "--data-dir", Data);
            await Task.Delay(delay);
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync();
            var release = Release.Open(path);
            Assert.Contains(release.Count, (int[])[10, 9_010]);
            if (release.Count == 10) Assert.Equal(before, release.ContentHash);
        }

        // Whether or not a kill came while a file was written: this is what it leaves then.
        File.WriteAllText(path + ".4711.tmp", "half");
        File.WriteAllText(Path.Combine(Data, "mine.tmp"), "not an import's");
        var report = ReleaseImport.Import(Table("en"), Data, new ImportOptions { Replace = true });
        Assert.Equal(before, Assert.Single(report.Releases).Release.ContentHash);
        Assert.Equal([".icd-import.lock", "mine.tmp", "mms-2024-01.icdrel"], Directory.GetFiles(Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private string Table(string language) =>
        _folder.Write($"in/SimpleTabulation-ICD-11-MMS-{language}.txt", (language == "en" ? new SmallTabulation() : new SmallTabulation().In(language)).Bytes());

    private string LargeTable()
    {
        var table = new SmallTabulation();
        // Blocks, because they need no codes.
        for (var i = 0; i < 9_000; i++) table.Rows.Add(SmallTabulation.Row(1, $"{10_000 + i}", "block", $"Block{i}", $"A block of extension codes {i}", isLeaf: true));
        return _folder.Write("in/large-en.txt", table.Bytes());
    }

    public void Dispose() => _folder.Dispose();
}
