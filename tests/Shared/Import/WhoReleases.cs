using Icd.Core.Releases;
using Icd.Import;
using Icd.Mapping.Who;

namespace Icd.Tests;

/// <summary>All of WHO's release files, imported once for the test projects of a build: importing them takes longer than most tests.</summary>
/// <remarks>Tests of the import itself import for themselves. What is here is read-only, but for search indexes, which fit whoever finds them.</remarks>
internal static class WhoReleases
{
    private static readonly Lazy<string> Imported = new(Import);

    /// <summary>The data directory with all of them.</summary>
    public static string Folder => Imported.Value;

    /// <summary>Where test projects keep what another one of the same build can use.</summary>
    public static string Kept { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "..", "artifacts", "test-data",
        string.Concat(((Type[])[typeof(ReleaseImport), typeof(Release), typeof(WhoCrosswalk)]).Select(type => type.Module.ModuleVersionId.ToString("N")[..8]))));

    /// <summary>A data directory, which exists, gets some of the releases.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="names">Names of files without what follows the point, such as <c>mms-2024-01</c>.</param>
    public static void CopyTo(string directory, params string[] names)
    {
        foreach (var name in names)
        {
            var file = Assert.Single(Directory.GetFiles(Folder, name + ".icd*"));
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Fills a directory below <see cref="Kept"/>, unless another test project of the build has done so.</summary>
    public static string Fill(string name, Action<string> fill)
    {
        var directory = Path.Combine(Kept, name);
        Directory.CreateDirectory(directory);
        using var held = Hold(Path.Combine(directory, "filling"));
        var done = Path.Combine(directory, "filled");
        if (File.Exists(done)) return directory;
        fill(directory);
        File.WriteAllText(done, "");
        return directory;
    }

    private static string Import() => Fill("who", directory => ReleaseImport.Import(WhoData.Folder, directory, new ImportOptions()));

    /// <summary>Tests of another project may be filling it.</summary>
    private static FileStream Hold(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 6000)
            {
                Thread.Sleep(100);
            }
        }
    }
}
