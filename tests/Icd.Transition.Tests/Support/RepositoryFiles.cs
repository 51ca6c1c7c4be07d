namespace Icd.Transition.Tests.Support;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Icd.slnx"))) return System.IO.Path.Combine([folder.FullName, .. parts]);
        }

        throw new DirectoryNotFoundException($"No Icd.slnx above {AppContext.BaseDirectory}.");
    }
}
