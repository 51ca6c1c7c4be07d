using System.Diagnostics;
using System.Globalization;

namespace Icd.Benchmarks;

/// <summary><c>icd show 5A11</c> from the start of the process to its end, over the real release. The target is under 150 ms.</summary>
internal static class ShowMeasurement
{
    private const int Runs = 21;

    public static int Run()
    {
        var tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "Icd.Cli", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "icd.exe" : "icd"));
        if (!File.Exists(tool)) throw new FileNotFoundException($"Build the tool first: dotnet build -c Release src/Icd.Cli (looked for {tool}).");
        foreach (var arguments in (string[][])[["--version"], ["show", "5A11"], ["show", "5A11", "--lang", "nb"], ["show", "E11.9"], ["parse", "5A11/GB61.Z"]])
        {
            var times = Enumerable.Range(0, Runs + 1).Select(_ => Time(tool, arguments)).Skip(1).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"icd {string.Join(' ', arguments),-22} median {times[Runs / 2]:0} ms, fastest {times[0]:0} ms, slowest {times[^1]:0} ms of {Runs}"));
        }

        return 0;
    }

    private static double Time(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ICD_DATA"] = BenchmarkData.DataDirectory;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"icd {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
