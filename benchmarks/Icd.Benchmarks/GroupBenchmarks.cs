using System.Text;
using BenchmarkDotNet.Attributes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import;
using Icd.Mapping;
using Icd.Tests;
using Icd.Transition.Groups;

namespace Icd.Benchmarks;

/// <summary>Our example groups over a million rows in memory. Target: a million rows a second on one core, nothing allocated for a row.</summary>
[MemoryDiagnoser]
public class GroupBenchmarks
{
    private const int Rows = 1_000_000;

    private GroupSet _set = null!;
    private byte[] _icd10 = [];
    private byte[] _icd11 = [];

    [GlobalSetup]
    public void Import()
    {
        ReleaseImport.Import(WhoData.File("2024-01", "mapping"), BenchmarkData.DataDirectory, new ImportOptions());
        var crosswalk = Crosswalk.Open(new ReleaseCatalog(BenchmarkData.DataDirectory, EmbeddedReleases.All)) ?? throw new InvalidOperationException("There is no Norwegian ICD-10 in this build.");
        _set = GroupSet.Compile(GroupFile.ParseAll(Directory.EnumerateFiles(Definitions(), "*.groups")), crosswalk.Edition, crosswalk.Validator.Axes);
        var codes = crosswalk.Codes.ToArray();
        var random = new Random(1);
        var (icd10, icd11) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < Rows; i++)
        {
            var code = codes[random.Next(codes.Length)];
            icd10.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i};2023-04-01;{code.ToString("N", null)};F;0-17\n");
            icd11.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i};2023-04-01;{crosswalk.Map(code).Expression};F;0-17\n");
        }

        (_icd10, _icd11) = (Encoding.UTF8.GetBytes(icd10.ToString()), Encoding.UTF8.GetBytes(icd11.ToString()));
        if (Icd10Rows() < 10_000 || Icd11Rows() < 10_000) throw new InvalidOperationException("The groups find nothing.");
    }

    /// <summary>A million rows of ICD-10 codes of the whole edition, read, evaluated and written.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Icd10Rows() => new GroupRows(_set, CodeSystem.Icd10, ';').Evaluate(new MemoryStream(_icd10), 2, Stream.Null).Of(GroupOutcome.Member);

    /// <summary>A million rows of their ICD-11 expressions, clusters included.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Icd11Rows() => new GroupRows(_set, CodeSystem.Icd11, ';').Evaluate(new MemoryStream(_icd11), 2, Stream.Null).Of(GroupOutcome.Member);

    private static string Definitions()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return Path.Combine(folder.FullName, "data", "groups");
        }

        throw new DirectoryNotFoundException($"No Icd.slnx above {AppContext.BaseDirectory}.");
    }
}
