namespace Icd.Cli.Tests.Support;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Icd.slnx above {AppContext.BaseDirectory}.");
    }
}
