using System.Diagnostics;
using System.Globalization;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping;
using Icd.Transition.Scan;

namespace Icd.Benchmarks;

/// <summary>How fast a tree of files is scanned, by the clock and by processor time: a shared machine gives the clock less than it has.</summary>
internal static class ScanMeasurement
{
    private const int Repeats = 5;

    public static int Run(string path)
    {
        var scanner = new Scanner(Crosswalk.Open(new ReleaseCatalog(BenchmarkData.DataDirectory, EmbeddedReleases.All))!);
        for (var i = 0; i < Repeats; i++)
        {
            var (clock, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var report = scanner.Scan(new() { Systems = [new("tree", path)] });
            var (elapsed, used) = (Stopwatch.GetElapsedTime(clock).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
            var megabytes = report.Counts.Bytes / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Counts.Files} files, {megabytes:0} MB, {report.Counts.Examined} looked at closely, {report.Findings.Count} findings: {megabytes / elapsed:0} MB/s by the clock, {megabytes / used:0} MB/s of processor time on one core"));
        }

        return 0;
    }
}
