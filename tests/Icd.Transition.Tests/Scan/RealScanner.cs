using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping;
using Icd.Transition.Scan;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Scan;

/// <summary>A scanner over WHO's release 2024-01 with its mapping tables.</summary>
internal static class RealScanner
{
    private static readonly Lazy<Scanner> LazyInstance = new(() => new(TestReleases.Crosswalk));

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
}
