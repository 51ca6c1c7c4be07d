using System.CommandLine;

namespace Icd.Cli.Shell;

/// <summary><c>icd man</c>: the manual page, from the definitions of the commands themselves.</summary>
internal static class ManCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples(
            "man", "Print the manual page, in roff.",
            "icd man > /usr/local/share/man/man1/icd.1",
            "icd man | man -l -");
        command.SetAction(parsed =>
        {
            ManualPage.Write(Console.Out, (RootCommand)parsed.RootCommandResult.Command);
            Console.Out.Flush();
            return ExitCode.Fine;
        });
        return command;
    }
}
