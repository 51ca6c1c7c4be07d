using Icd.Core.Releases;
using Icd.Import.Store;
using Icd.Tests;

namespace Icd.Import.Tests.Support;

/// <summary>WHO's real files, imported once for all tests that need them; not before one does, so that the others run without.</summary>
public sealed class RealReleases : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<ImportReport> _report;
    private readonly Dictionary<string, RawTable> _tables = [];

    public RealReleases() => _report = new(() => ReleaseImport.Import(WhoData.Folder, DataDirectory, new ImportOptions()));

    public string DataDirectory => _folder.File("data");

    public ImportReport Report => _report.Value;

    public Release this[string key] => Stored(key).Release;

    internal StoredRelease Stored(string key) => Report.Releases.Single(stored => stored.Release.Key.ToString() == key);

    internal RawTable Table(RealFile file)
    {
        if (!_tables.TryGetValue(file.Name, out var table)) _tables.Add(file.Name, table = file.Read());
        return table;
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>The tests in it share one import, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RealReleaseTests : ICollectionFixture<RealReleases>
{
    public const string Name = "real releases";
}
