// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- --filter '*'     the micro-benchmarks
// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- memory           private memory of an open release
// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- show             `icd show 5A11` from start to end
// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- scan PATH           icd scan over a tree of files
// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- search FILE      the search beside other engines
// dotnet run -c Release --project benchmarks/Icd.Benchmarks -- convert          `icd convert` beside DuckDB and a CsvHelper loop
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Icd.Benchmarks;

switch (args)
{
    case ["memory"]:
        return MemoryMeasurement.Run();
    case ["memory-child", var path]:
        return MemoryMeasurement.RunChild(path);
    case ["show"]:
        return ShowMeasurement.Run();
    case ["scan", var path]:
        return ScanMeasurement.Run(path);
    case ["search", var queries]:
        return SearchMeasurement.Run(queries);
    case ["convert", .. var options]:
        return ConvertMeasurement.Run(options);
    case ["csvhelper-join", var input, var crosswalk, var output, var columns]:
        return CsvHelperJoin.Run(input, crosswalk, output, columns.Split(','));
    default:
        // In process: the toolkit targets the newest runtime, which the harness need not know how to build for.
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7));
        BenchmarkSwitcher.FromAssembly(typeof(CodeBenchmarks).Assembly).Run(args, config);
        return 0;
}
