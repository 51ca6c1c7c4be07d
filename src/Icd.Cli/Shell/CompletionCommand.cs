using System.CommandLine;

namespace Icd.Cli.Shell;

/// <summary><c>icd completion</c>: what a shell needs to complete command lines, and what it asks then.</summary>
internal static class CompletionCommand
{
    public static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new CommandWithExamples(
            "completion", "Print the script with which a shell completes commands, options, releases and files.",
            "source <(icd completion bash)                            in ~/.bashrc; zsh likewise, in ~/.zshrc after compinit",
            "icd completion fish > ~/.config/fish/completions/icd.fish",
            "icd completion powershell | Out-String | Invoke-Expression       in $PROFILE")
        { shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write(ScriptFor(parsed.GetValue(shell)!));
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary><c>icd complete LINE</c>, which the scripts call: a candidate a line, a tab and what it does.</summary>
    public static Command CreateComplete()
    {
        var line = new Argument<string>("LINE") { Description = "The command line up to the cursor" };
        var command = new Command("complete", "Candidates for the word at the cursor.") { line };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var (word, about) in Completion.Of((RootCommand)parsed.RootCommandResult.Command, parsed.GetValue(line)!)) Console.Out.WriteLine(about.Length == 0 ? word : $"{word}\t{about}");
            return ExitCode.Fine;
        });
        return command;
    }

    private static string ScriptFor(string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
