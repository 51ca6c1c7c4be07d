using System.CommandLine;

namespace Icd.Cli;

/// <summary><c>icd data</c>: the releases on this machine.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Bring releases to this machine, list and compare them.")
    {
        DataImportCommand.Create(), DataListCommand.Create(), DataDiffCommand.Create(),
    };
}
