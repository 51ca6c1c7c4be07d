using BenchmarkDotNet.Attributes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;

namespace Icd.Benchmarks;

/// <summary>Judging a valid expression of five codes over release 2024-01 with the authored axis profile. Targets: 500 ns and 1 µs.</summary>
[MemoryDiagnoser]
public class PostcoordinationBenchmarks
{
    private ClusterExpression _expression;
    private ExpressionValidator _validator = null!;
    private Canonicaliser _canonicaliser = null!;

    [GlobalSetup]
    public void Import()
    {
        var axes = new StemAxes(Release.Open(BenchmarkData.ReleasePath));
        _validator = new(axes);
        _canonicaliser = new(_validator, SanctioningRules.Of(axes));
        _expression = ClusterExpression.Parse("NC32.Z&XK8G&XJ7YM/PA60&XE266");
        if (!Validate() || Canonicalise()) throw new InvalidOperationException("The validator is wrong.");
    }

    [Benchmark]
    public bool Validate() => _validator.Validate(in _expression).IsValid;

    /// <summary>Nothing is to be replaced, as in most expressions.</summary>
    [Benchmark]
    public bool Canonicalise() => _canonicaliser.Canonicalise(in _expression).Replacement is not null;
}
