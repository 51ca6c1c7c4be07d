using System.Globalization;
using Icd.Mapping.Conversion;
using Spectre.Console;

namespace Icd.Cli;

/// <summary>How far a conversion has come: a bar with rows a second and time left on a terminal, a line now and then elsewhere.</summary>
internal static class ConversionDisplay
{
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(10);

    public static ConversionManifest Show(string name, Func<Action<ConversionProgress>, ConversionManifest> run) =>
        Console.IsErrorRedirected ? Lines(name, run) : Bar(Path.GetFileName(name), run);

    private static ConversionManifest Bar(string name, Func<Action<ConversionProgress>, ConversionManifest> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(name));
                task.IsIndeterminate = true;
                var began = TimeProvider.System.GetTimestamp();
                return run(progress =>
                {
                    lock (task)
                    {
                        task.Description = Markup.Escape($"{name}  {Described(progress, TimeProvider.System.GetElapsedTime(began))}");
                        if (progress.BytesTotal > 0) (task.IsIndeterminate, task.MaxValue, task.Value) = (false, progress.BytesTotal, progress.BytesRead);
                    }
                });
            });
    }

    private static ConversionManifest Lines(string name, Func<Action<ConversionProgress>, ConversionManifest> run)
    {
        var began = TimeProvider.System.GetTimestamp();
        var last = began;
        return run(progress =>
        {
            if (TimeProvider.System.GetElapsedTime(last) < LogEvery) return;
            last = TimeProvider.System.GetTimestamp();
            var elapsed = TimeProvider.System.GetElapsedTime(began);
            var left = progress is { BytesTotal: > 0, BytesRead: > 0 } ? $", {progress.BytesRead * 100 / progress.BytesTotal} %, {Span(elapsed * ((double)progress.BytesTotal / progress.BytesRead) - elapsed)} left" : "";
            Terminal.Note($"{name}: {Described(progress, elapsed)}{left}");
        });
    }

    private static string Described(ConversionProgress progress, TimeSpan elapsed)
    {
        var rate = elapsed.TotalSeconds > 0 ? progress.Rows / elapsed.TotalSeconds : 0;
        return $"{Number(progress.Rows)} rows, {Number((long)rate)} rows/s, {Number(progress.RejectedRows)} rejected";
    }

    /// <summary>Thousands apart, as in 12 345 678.</summary>
    public static string Number(long number) => number.ToString("#,0", Thin);

    public static string Span(TimeSpan span) => span.TotalHours >= 1 ? $"{(int)span.TotalHours} h {span.Minutes} min" : span.TotalMinutes >= 1 ? $"{span.Minutes} min {span.Seconds} s" : $"{span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";

    private static NumberFormatInfo Thin { get; } = new() { NumberGroupSeparator = " " };
}
