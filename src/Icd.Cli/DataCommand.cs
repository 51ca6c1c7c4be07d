using System.CommandLine;

namespace Icd.Cli;

/// <summary><c>icd data</c>: the releases on this machine.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples(
            "data", "Bring releases to this machine, list and compare them.",
            "icd data list",
            "icd data import ~/Downloads/SimpleTabulation-ICD-11-MMS-en.zip",
            "icd data diff 2022-02 2024-01")
        {
            DataFetchCommand.Create(), DataImportCommand.Create(), DataCrawlCommand.Create(), DataListCommand.Create(), DataDiffCommand.Create(),
        };
        RequireSubcommand(command);
        return command;
    }

    /// <summary>Says which commands there are where none is given; the library's own error would also stand beside every mistyped one.</summary>
    public static void RequireSubcommand(Command command) => command.SetAction(int (ParseResult _) =>
    {
        var names = string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
        throw new UsageException($"Det mangler en kommando; kommandoene er {names}.", $"A command is missing; there are {names}.");
    });
}
