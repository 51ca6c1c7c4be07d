using System.Diagnostics;
using System.Globalization;
using Icd.Core.Releases;

namespace Icd.Benchmarks;

/// <summary>Private memory of a process that opens a release and looks every code up. The target is under 50 MB.</summary>
internal static class MemoryMeasurement
{
    /// <summary>In a process of its own: this one has just imported a release.</summary>
    public static int Run()
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Private memory is read from /proc, which only Linux has.");
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["memory-child", BenchmarkData.ReleasePath])) ?? throw new InvalidOperationException("The process did not start.");
        child.WaitForExit();
        return child.ExitCode;
    }

    public static int RunChild(string path)
    {
        var before = PrivateKilobytes();
        var watch = Stopwatch.StartNew();
        var release = Release.Open(path);
        var opened = watch.Elapsed;
        var afterOpen = PrivateKilobytes();
        var found = 0;
        foreach (var entity in release.Entities)
        {
            if (entity.Code.Length > 0 && release.TryFind(entity.Code, out _)) found++;
        }

        GC.Collect();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first open in a fresh process: {opened.TotalMilliseconds:0.0} ms"));
        Console.WriteLine($"private memory: {before} kB before, {afterOpen} kB with the release open (+{afterOpen - before} kB), {PrivateKilobytes()} kB after looking up all {found} codes");
        GC.KeepAlive(release);
        return 0;
    }

    private static long PrivateKilobytes() => File.ReadLines("/proc/self/smaps_rollup")
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
}
