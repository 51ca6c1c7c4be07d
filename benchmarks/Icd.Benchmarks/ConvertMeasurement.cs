using System.Globalization;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Import;
using Icd.SyntheticRegistry;
using Icd.Tests;

namespace Icd.Benchmarks;

/// <summary><c>icd convert</c> beside DuckDB and a CsvHelper loop: the same file, the same answers, one after the other in one run.</summary>
/// <remarks>Needs Node.js, and DuckDB's package: <c>npm install</c> in <c>benchmarks/convert</c>.</remarks>
internal static class ConvertMeasurement
{
    /// <summary>What <c>icd convert</c> adds for a column, as the exported crosswalk calls it.</summary>
    private static readonly string[] Columns = ["icd11", "relation", "provenance", "review"];

    /// <summary>An engine: its name, what starts it, and whether it keeps the order of the rows.</summary>
    private sealed record Engine(string Name, string Program, string[] Arguments, bool KeepsOrder);

    public static int Run(string[] arguments)
    {
        var options = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        var rows = long.Parse(options.GetValueOrDefault("--rows", "20000000"), CultureInfo.InvariantCulture);
        var runs = int.Parse(options.GetValueOrDefault("--runs", "3"), CultureInfo.InvariantCulture);
        var threads = options.GetValueOrDefault("--threads", "2");
        var parent = options.GetValueOrDefault("--directory", Path.GetTempPath());
        var only = options.GetValueOrDefault("--engines", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (options.Keys.Except(["--rows", "--runs", "--threads", "--directory", "--engines"]).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no option {unknown}. convert [--rows N] [--runs N] [--threads N] [--directory DIR] [--engines NAME,NAME]");
            return 2;
        }

        var work = Directory.CreateDirectory(Path.Combine(parent, $"icd-convert-{Environment.ProcessId}")).FullName;
        try
        {
            return Measure(work, rows, runs, threads, only);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static int Measure(string work, long rows, int runs, string threads, string[] only)
    {
        var (input, crosswalk, output) = (Path.Combine(work, "registry.csv"), Path.Combine(work, "crosswalk.csv"), Path.Combine(work, "output.csv"));
        ReleaseImport.Import(WhoData.File("2024-01", "mapping"), BenchmarkData.DataDirectory, new ImportOptions());
        File.WriteAllText(crosswalk, Output("dotnet", Icd, "crosswalk", "export", "--data-dir", BenchmarkData.DataDirectory));
        var icd10 = EmbeddedReleases.All.First(release => release.Key.Classification == Classification.Icd10).Open();
        using (var file = File.Create(input)) new RegistryWriter(icd10, new() { Rows = rows, Layout = RegistryLayout.Three, Delimiter = ',', Dirt = 0 }).Write(file);
        var bytes = new FileInfo(input).Length;
        var node = Path.Combine(Root, "benchmarks", "convert", "duckdb.mjs");
        var loop = typeof(ConvertMeasurement).Assembly.Location;
        Console.WriteLine($"{rows} rows, {bytes / 1e6:0} MB, {bytes / (double)rows:0.0} bytes a row, {threads} threads; medians of {runs} runs, engines in turn. Load before: {Load()}");
        var names = string.Join(',', Columns);
        Engine Duck(string order, string types) => new($"DuckDB {order} {types}", "node", [node, input, crosswalk, output, threads, order, types, names], order == "sorted");
        List<Engine> engines =
        [
            new("icd convert", "dotnet", [Icd, "convert", input, "--output", output, "--column", "dx1", "--column", "dx2", "--column", "dx3", "--threads", threads, "--data-dir", BenchmarkData.DataDirectory], true),
            Duck("unordered", "text"),
            Duck("unordered", "typed"),
            Duck("ordered", "text"),
            Duck("sorted", "typed"),
            new("CsvHelper loop", "dotnet", [loop, "csvhelper-join", input, crosswalk, output, names], true),
        ];
        engines.RemoveAll(engine => only.Length > 0 && !only.Any(name => engine.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
        Compare(engines, rows, bytes, runs, output);
        return 0;
    }

    private static void Compare(List<Engine> engines, long rows, long bytes, int runs, string output)
    {
        var measured = engines.ToDictionary(engine => engine, _ => new List<MeasuredProcess>());
        var digests = new Dictionary<Engine, OutputDigest>();
        for (var run = 0; run < runs; run++)
        {
            // Each run begins with another engine: nobody always has the warm, or the busy, machine.
            for (var i = 0; i < engines.Count; i++)
            {
                var engine = engines[(i + run) % engines.Count];
                measured[engine].Add(MeasuredProcess.Run(engine.Program, engine.Arguments));
                if (run == 0) digests[engine] = OutputDigest.Of(output);
                // With its rejects and manifest: a run does not overwrite those of another.
                foreach (var written in Directory.GetFiles(Path.GetDirectoryName(output)!, Path.GetFileName(output) + "*")) File.Delete(written);
            }
        }

        Console.WriteLine();
        Console.WriteLine("| engine | seconds | rows/s | MB/s read | peak MB | processor s | times icd convert's throughput |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var baseline = Median(measured[engines[0]].Select(run => run.Seconds));
        foreach (var engine in engines)
        {
            var all = measured[engine];
            var seconds = Median(all.Select(run => run.Seconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {engine.Name} | {seconds:0.00} ({all.Min(run => run.Seconds):0.00} to {all.Max(run => run.Seconds):0.00}) | {rows / seconds:N0} | {bytes / seconds / 1e6:0.0} | {all.Max(run => run.PeakBytes) / 1e6:0} | {Median(all.Select(run => run.ProcessorSeconds)):0.0} | {baseline / seconds:0.00} |"));
        }

        Console.WriteLine();
        var first = digests[engines[0]];
        foreach (var (engine, digest) in digests)
        {
            var same = digest.Header == first.Header && digest.Rows == first.Rows && digest.Sum == first.Sum && (!engine.KeepsOrder || digest.Chain == first.Chain);
            if (!same) throw new InvalidOperationException($"{engine.Name} wrote something else than {engines[0].Name}: {digest} instead of {first}.");
        }

        Console.WriteLine($"Every engine wrote the same {first.Rows} rows{(digests.Keys.Any(engine => !engine.KeepsOrder) ? ", those that keep the order in the same order" : ", in the same order")}.");
    }

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return folder.FullName;
            }

            throw new InvalidOperationException("Run this from a build inside the repository.");
        }
    }

    private static string Icd => Path.Combine(Root, "src", "Icd.Cli", "bin", "Release", "net10.0", "icd.dll");

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Output(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
