using Icd.Tests;

namespace Icd.Cli.Tests.Support;

/// <summary>A data directory with WHO's releases: MMS 2024-01 in English and Spanish, MMS 2022-02, ICF 2022-02.</summary>
/// <remarks>
/// Imported once, by the tool itself, and read-only from then on. Not an xunit collection fixture, because a collection's
/// classes run one after another.
/// </remarks>
internal static class RealReleases
{
    private static readonly Lazy<string> Imported = new(Import);

    public static string Folder => Imported.Value;

    public static IcdResult Run(params string[] args) => IcdProcess.Run(args, "", ("ICD_DATA", Folder));

    private static string Import()
    {
        var folder = Path.Combine(TestFolder.Shared, "real");
        foreach (var source in (string[])[WhoData.File("2024-01"), WhoData.File("2022-02", "simpletabulation.zip"), WhoData.File("2022-02", "LinearizationMiniOutput-ICF-en.zip")])
            IcdProcess.Run("data", "import", source, "--data-dir", folder).Exits(0);
        return folder;
    }
}
