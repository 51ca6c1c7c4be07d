using System.Globalization;
using Icd.Mapping.Conversion;
using Spectre.Console;

namespace Icd.Cli;

/// <summary>How far a conversion has come: a bar with rows a second and time left on a terminal, a line now and then elsewhere.</summary>
internal static class ConversionDisplay
{
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(10);

    public static ConversionManifest Show(string name, bool nb, Func<Action<ConversionProgress>, ConversionManifest> run) =>
        Console.IsErrorRedirected ? Lines(name, nb, run) : Bar(Path.GetFileName(name), nb, run);

    private static ConversionManifest Bar(string name, bool nb, Func<Action<ConversionProgress>, ConversionManifest> run)
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
                        task.Description = Markup.Escape($"{name}  {Described(progress, TimeProvider.System.GetElapsedTime(began), nb)}");
                        if (progress.BytesTotal > 0) (task.IsIndeterminate, task.MaxValue, task.Value) = (false, progress.BytesTotal, progress.BytesRead);
                    }
                });
            });
    }

    private static ConversionManifest Lines(string name, bool nb, Func<Action<ConversionProgress>, ConversionManifest> run)
    {
        var began = TimeProvider.System.GetTimestamp();
        var last = began;
        return run(progress =>
        {
            if (TimeProvider.System.GetElapsedTime(last) < LogEvery) return;
            last = TimeProvider.System.GetTimestamp();
            var elapsed = TimeProvider.System.GetElapsedTime(began);
            var left = progress is { BytesTotal: > 0, BytesRead: > 0 } ? $", {progress.BytesRead * 100 / progress.BytesTotal} %, {Span(elapsed * ((double)progress.BytesTotal / progress.BytesRead) - elapsed, nb)} {(nb ? "igjen" : "left")}" : "";
            Terminal.Note($"{name}: {Described(progress, elapsed, nb)}{left}");
        });
    }

    private static string Described(ConversionProgress progress, TimeSpan elapsed, bool nb)
    {
        var rate = Number((long)(elapsed.TotalSeconds > 0 ? progress.Rows / elapsed.TotalSeconds : 0));
        return nb ? $"{Number(progress.Rows)} rader, {rate} rader/s, {Number(progress.RejectedRows)} avvist" : $"{Number(progress.Rows)} rows, {rate} rows/s, {Number(progress.RejectedRows)} rejected";
    }

    /// <summary>Thousands apart, as in 12 345 678.</summary>
    public static string Number(long number) => number.ToString("#,0", English);

    /// <summary>A number with decimals: 80.76, and 80,76 in bokmål.</summary>
    public static string Number(double number, string format, bool nb) => number.ToString(format, nb ? Bokmal : English);

    public static string Span(TimeSpan span, bool nb) =>
        span.TotalHours >= 1 ? $"{(int)span.TotalHours} {(nb ? "t" : "h")} {span.Minutes} min" : span.TotalMinutes >= 1 ? $"{span.Minutes} min {span.Seconds} s" : $"{Number(span.TotalSeconds, "0.#", nb)} s";

    private static NumberFormatInfo English { get; } = new() { NumberGroupSeparator = " " };

    private static NumberFormatInfo Bokmal { get; } = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "," };
}
