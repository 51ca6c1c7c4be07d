using BenchmarkDotNet.Attributes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Search;
using Icd.Search.Storage;

namespace Icd.Benchmarks;

/// <summary>Typical searches over both systems with release 2024-01. The target is 100 µs for the typical one, and nothing allocated but the result.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private IndexStore _store = null!;
    private IndexSources _sources = null!;
    private CodeIndex _index = null!;

    [GlobalSetup]
    public void Open()
    {
        _sources = IndexSources.Of(new ReleaseCatalog(BenchmarkData.DataDirectory, EmbeddedReleases.All));
        _store = new(BenchmarkData.DataDirectory);
        _index = _store.Open(_sources);
        if (_index.Search("kols").Hits[0].Code is not ("J44.9" or "CA22.Z")) throw new InvalidOperationException("The index is wrong.");
    }

    [Benchmark]
    public int OpenCompiled() => _store.Open(_sources).Count;

    [Benchmark]
    public int OneLetter() => _index.Search("h").Total;

    [Benchmark]
    public int Beginning() => _index.Search("lungebet").Total;

    [Benchmark]
    public int Abbreviation() => _index.Search("kols").Total;

    [Benchmark]
    public int SeveralWords() => _index.Search("hjerteinfarkt fremre vegg").Total;

    [Benchmark]
    public int TypingError() => _index.Search("hjerteinfrakt ").Total;

    [Benchmark]
    public int Code() => _index.Search("e119").Total;
}
