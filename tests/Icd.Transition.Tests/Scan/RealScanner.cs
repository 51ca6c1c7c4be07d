using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import;
using Icd.Mapping;
using Icd.Tests;
using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

/// <summary>A scanner over WHO's release 2024-01 with its mapping tables, imported once.</summary>
internal static class RealScanner
{
    private static readonly Lazy<Scanner> LazyInstance = new(() => new(Open()));

    public static Scanner Instance => LazyInstance.Value;

    /// <summary>A scanner with what the program carries alone.</summary>
    public static Scanner Starter() => new(Crosswalk.Open(new ReleaseCatalog(Path.Combine(Path.GetTempPath(), "no such directory"), EmbeddedReleases.All))!);

    public static string Samples(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return Path.Combine(folder.FullName, "tests", "Icd.Transition.Tests", "Samples", name);
        }

        throw new DirectoryNotFoundException($"No Icd.slnx above {AppContext.BaseDirectory}.");
    }

    private static Crosswalk Open()
    {
        var folder = Directory.CreateTempSubdirectory("icd-scan-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        ReleaseImport.Import(WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-en.zip"), folder, new ImportOptions());
        ReleaseImport.Import(WhoData.File("2024-01", "mapping"), folder, new ImportOptions());
        return Crosswalk.Open(new(folder, EmbeddedReleases.All), ReleaseId.Create(2024, 1))!;
    }
}
