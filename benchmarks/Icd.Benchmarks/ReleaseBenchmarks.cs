using BenchmarkDotNet.Attributes;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;

namespace Icd.Benchmarks;

/// <summary>Opening and asking a compiled release. The target for opening is under 30 ms.</summary>
[MemoryDiagnoser]
public class ReleaseBenchmarks
{
    private readonly Icd11Code _code = Icd11Code.Parse("BA41.0");
    private string _path = "";
    private Release _release = null!;

    [GlobalSetup]
    public void Import()
    {
        _path = BenchmarkData.ReleasePath;
        _release = Release.Open(_path);
        if (!Find() || Subtree() || Title().Length == 0) throw new InvalidOperationException("The release is wrong.");
    }

    [Benchmark]
    public int Open() => Release.Open(_path).Count;

    [Benchmark]
    public int OpenNorwegianIcd10() => EmbeddedReleases.All.Single(embedded => embedded.Key.Classification == Classification.Icd10).Open().Count;

    [Benchmark]
    public bool Find() => _release.TryFind(_code, out _);

    [Benchmark]
    public bool FindText() => _release.TryFind("ba41.0", out _);

    [Benchmark]
    public bool Subtree() => _release[0].Contains(_release[_release.Count - 1]);

    [Benchmark]
    public string Title() => _release[4711].Title;
}
