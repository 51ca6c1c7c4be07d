using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Icd.Core.Expressions;

namespace Icd.Benchmarks;

/// <summary>Cost of one expression of five codes. The target is under 150 ns, allocating nothing.</summary>
[MemoryDiagnoser]
public partial class ExpressionBenchmarks
{
    private const string Text = "NC32.Z&XK8G&XJ7YM/PA60&XE266";

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(Text);
    private readonly char[] _buffer = new char[ClusterExpression.MaxLength];
    private ClusterExpression _one, _other;

    [GlobalSetup]
    public void Check()
    {
        _one = ClusterExpression.Parse(Text);
        _other = ClusterExpression.Parse("NC32.Z & XJ7YM & XK8G / PA60 & XE266");
        if (!RegularExpression() || !Parse() || !ParseUtf8() || !EqualInAnotherOrder() || FormatCanonical() != Text.Length)
            throw new InvalidOperationException("The contenders are wrong.");
    }

    /// <summary>What a journal system would write without a library: it only says yes or no.</summary>
    [Benchmark(Baseline = true)]
    public bool RegularExpression() => Pattern().IsMatch(Text);

    [Benchmark]
    public bool Parse() => ClusterExpression.TryParse(Text, out _, out _);

    [Benchmark]
    public bool ParseUtf8() => ClusterExpression.TryParse(_utf8, out _, out _);

    [Benchmark]
    public bool EqualInAnotherOrder() => ClusterExpression.Equals(in _one, in _other);

    [Benchmark]
    public int FormatCanonical() => _one.TryFormat(_buffer, out var written, default, CultureInfo.InvariantCulture) ? written : 0;

    [GeneratedRegex(@"^[1-9A-HJ-NP-WYZ][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z](\.[0-9A-HJ-NP-Z]{1,2})?(&X[A-HJ-NP-Z]\d[0-9A-HJ-NP-Z]{1,3})*(/[1-9A-HJ-NP-WYZ][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z](\.[0-9A-HJ-NP-Z]{1,2})?(&X[A-HJ-NP-Z]\d[0-9A-HJ-NP-Z]{1,3})*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
