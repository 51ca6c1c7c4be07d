using Icd.Tests;

namespace Icd.Cli.Tests.Support;

/// <summary>A data directory with WHO's releases: MMS 2024-01 in English and Spanish, MMS 2022-02, ICF 2022-02.</summary>
/// <remarks>
/// Made once, and read-only from then on. Not an xunit collection fixture, because a collection's
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
        Directory.CreateDirectory(folder);
        WhoReleases.CopyTo(folder, "mms-2024-01", "icf-2022-02", "crosswalk-2024-01");
        IcdProcess.Run("data", "import", WhoData.File("2022-02", "simpletabulation.zip"), "--data-dir", folder).Exits(0);
        // Several searches at once over new releases would each compile the index.
        IcdProcess.Run("search", "KOLS", "--data-dir", folder).Exits(0);
        return folder;
    }
}
