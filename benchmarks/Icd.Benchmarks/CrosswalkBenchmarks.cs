using BenchmarkDotNet.Attributes;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import;
using Icd.Mapping;
using Icd.Mapping.Rules;
using Icd.Tests;

namespace Icd.Benchmarks;

/// <summary>Norwegian ICD-10 to ICD-11 2024-01. Targets: a lookup in 200 ns, the whole list in 50 ms.</summary>
[MemoryDiagnoser]
public class CrosswalkBenchmarks
{
    private readonly Icd10Code _code = Icd10Code.Parse("V4n1a");
    private Crosswalk _crosswalk = null!;
    private StemAxes _axes = null!;
    private Icd10Code[] _codes = [];

    [GlobalSetup]
    public void Import()
    {
        ReleaseImport.Import(WhoData.File("2024-01", "mapping"), BenchmarkData.DataDirectory, new ImportOptions());
        var catalog = new ReleaseCatalog(BenchmarkData.DataDirectory, EmbeddedReleases.All);
        _crosswalk = Crosswalk.Open(catalog) ?? throw new InvalidOperationException("There is no Norwegian ICD-10 in this build.");
        _axes = new(catalog.Newest(Classification.Mms)!);
        _codes = [.. _crosswalk.Codes];
        if (All() < 19_000 || !One().HasTarget) throw new InvalidOperationException("The crosswalk is wrong.");
    }

    /// <summary>A code that was asked for before.</summary>
    [Benchmark]
    public MapAnswer One() => _crosswalk.Map(_code);

    /// <summary>Every code of the edition, asked for before.</summary>
    [Benchmark]
    public int All() => Count(_crosswalk);

    /// <summary>Every code worked out from rules and tables; the rules are read, the stems' axes known.</summary>
    [Benchmark]
    public int AllForTheFirstTime() => Count(new(_crosswalk.Edition, new ExpressionValidator(_axes), CrosswalkRules.Default, _crosswalk.Who));

    private int Count(Crosswalk crosswalk)
    {
        var found = 0;
        foreach (var code in _codes)
        {
            if (crosswalk.Map(code).HasTarget) found++;
        }

        return found;
    }
}
