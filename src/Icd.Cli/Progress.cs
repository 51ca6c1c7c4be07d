using System.Globalization;
using Spectre.Console;

namespace Icd.Cli;

/// <summary>Showing that work goes on: a spinner or bar on a terminal, plain lines elsewhere, on standard error in both cases.</summary>
internal static class Progress
{
    /// <summary>A log gets a line for every tenth of the work, not for every byte.</summary>
    private const int LogSteps = 10;

    private static readonly Lazy<IAnsiConsole> Stderr = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    /// <summary>Runs work that tells what it is doing.</summary>
    public static T Status<T>(string title, Func<Action<string>, T> work) =>
        Console.IsErrorRedirected
            ? work(Terminal.Note)
            : Stderr.Value.Status().Start(title, context => work(line => context.Status(Markup.Escape(line))));

    /// <summary>Runs work that tells how far it is: a name, what is done, and what there is to do (0 where that is unknown).</summary>
    public static Task<T> BarsAsync<T>(Func<Action<string, long, long>, Task<T>> work) =>
        Console.IsErrorRedirected ? LinesAsync(work) : Stderr.Value.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return work((name, done, all) =>
                {
                    lock (tasks)
                    {
                        if (!tasks.TryGetValue(name, out var task)) tasks[name] = task = context.AddTask(Markup.Escape(name));
                        (task.MaxValue, task.Value, task.IsIndeterminate) = (Math.Max(all, done), done, all == 0);
                    }
                });
            });

    private static Task<T> LinesAsync<T>(Func<Action<string, long, long>, Task<T>> work)
    {
        var steps = new Dictionary<string, long>(StringComparer.Ordinal);
        return work((name, done, all) =>
        {
            lock (steps)
            {
                var step = all == 0 ? 0 : done * LogSteps / all;
                if (steps.TryGetValue(name, out var last) && step <= last) return;
                steps[name] = step;
                Terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{name}: {done} of {(all == 0 ? "unknown" : all.ToString(CultureInfo.InvariantCulture))}"));
            }
        });
    }
}
