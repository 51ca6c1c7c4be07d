using System.CommandLine;

namespace Icd.Cli;

/// <summary><c>icd data</c>: the releases on this machine.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Bring releases to this machine, list and compare them.")
    {
        DataFetchCommand.Create(), DataImportCommand.Create(), DataCrawlCommand.Create(), DataListCommand.Create(), DataDiffCommand.Create(),
    };
}
