namespace Icd.Tests;

/// <summary>Where WHO's release files are for tests: never in the repository.</summary>
internal static class WhoData
{
    public static string Folder { get; } = Find();

    public static string? WhyMissing { get; } = Directory.Exists(Folder)
        ? null
        : $"WHO's release files are not at {Folder}; bring them (see README, \"Data\") or set ICD_WHO_DATA.";

    public static string File(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("ICD_WHO_DATA") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Icd.slnx")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", "who"));
        }

        return Path.GetFullPath(Path.Combine("..", "shared", "data", "who"));
    }
}
