using BenchmarkDotNet.Attributes;
using Icd.Import;

namespace Icd.Benchmarks;

/// <summary>Reading and compiling the English tabulation of 2024-01. The target is under 5 s.</summary>
public class ImportBenchmarks
{
    private string _directory = "";

    [IterationSetup]
    public void Empty() => _directory = Directory.CreateTempSubdirectory("icd-import-benchmark-").FullName;

    [IterationCleanup]
    public void Remove() => Directory.Delete(_directory, recursive: true);

    [Benchmark]
    public int Import() => ReleaseImport.Import(BenchmarkData.ZipPath, _directory, new ImportOptions()).Releases[0].Release.Count;
}
