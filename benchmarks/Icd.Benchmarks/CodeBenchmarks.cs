using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Icd.Core.Codes;

namespace Icd.Benchmarks;

/// <summary>Cost of reading and writing one code.</summary>
[MemoryDiagnoser]
public class CodeBenchmarks
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes("BA41.0");
    private readonly char[] _buffer = new char[Icd11Code.MaxLength];
    private readonly Icd11Code _code = Icd11Code.Parse("BA41.0");

    [GlobalSetup]
    public void Check()
    {
        // A faster wrong answer is no result.
        if (!Icd11() || !Icd11Utf8() || !Icd10() || Icd11Refused() || Format() != 6) throw new InvalidOperationException("The contenders are wrong.");
    }

    [Benchmark(Baseline = true)]
    public bool Icd11() => Icd11Code.TryParse("BA41.0", out _, out _);

    [Benchmark]
    public bool Icd11Utf8() => Icd11Code.TryParse(_utf8, out _, out _);

    [Benchmark]
    public bool Icd10() => Icd10Code.TryParse("A17.0†", out _, out _);

    [Benchmark]
    public bool Icd11Refused() => Icd11Code.TryParse("BA4O.0", out _, out _);

    [Benchmark]
    public int Format() => _code.TryFormat(_buffer, out var written, default, CultureInfo.InvariantCulture) ? written : 0;
}
