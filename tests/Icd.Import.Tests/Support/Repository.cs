namespace Icd.Import.Tests.Support;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The npm package with the Norwegian lists; a build without Node.js lacks it.</summary>
    public static string NorwegianPackage { get; } = File("src", "Icd.Embedded", "node_modules", "@navikt", "diagnosekoder");

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must run below a checkout: no Icd.slnx above " + AppContext.BaseDirectory);
    }
}
