using Spectre.Console;

namespace Icd.Cli;

/// <summary>Showing that work goes on: a spinner or bar on a terminal, plain lines elsewhere, on standard error in both cases.</summary>
internal static class Progress
{
    private static readonly Lazy<IAnsiConsole> Stderr = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    /// <summary>Runs work that tells what it is doing.</summary>
    public static T Status<T>(string title, Func<Action<string>, T> work) =>
        Console.IsErrorRedirected
            ? work(Terminal.Note)
            : Stderr.Value.Status().Start(title, context => work(line => context.Status(Markup.Escape(line))));
}
