using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import;
using Icd.Tests;

namespace Icd.Benchmarks;

/// <summary>The real release 2024-01, imported once into a temporary directory.</summary>
internal static class BenchmarkData
{
    private static readonly Lazy<string> Directory = new(Import);

    public static string ZipPath => WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-en.zip");

    public static string DataDirectory => Directory.Value;

    public static string ReleasePath => Path.Combine(DataDirectory, new ReleaseKey(Classification.Mms, ReleaseId.Create(2024, 1)).FileName);

    private static string Import()
    {
        if (WhoData.WhyMissing is { } why) throw new InvalidOperationException(why);
        var directory = System.IO.Directory.CreateTempSubdirectory("icd-benchmark-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(directory, recursive: true);
        ReleaseImport.Import(ZipPath, directory, new ImportOptions());
        return directory;
    }
}
