using System.Diagnostics;

namespace Icd.Benchmarks;

/// <summary>What a process took from its start to its end.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all cores together, up to the last look at it.</param>
/// <param name="PeakBytes">The most memory that it held (Linux: <c>VmHWM</c>), up to the last look at it.</param>
internal sealed record MeasuredProcess(double Seconds, double ProcessorSeconds, long PeakBytes)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <exception cref="InvalidOperationException">It did not end with 0; its last words are in the message.</exception>
    public static MeasuredProcess Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (errors, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        var (processor, peak) = (0.0, 0L);
        while (!process.WaitForExit(BetweenLooks))
        {
            try
            {
                (processor, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, Peak(process.Id)));
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
            {
                // It has ended in between: what was seen last stands.
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new(seconds, processor, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{output.Result}\n{errors.Result}");
    }

    private static long Peak(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line.AsSpan("VmHWM:".Length).Trim().TrimEnd("kB"), null);
    }
}
