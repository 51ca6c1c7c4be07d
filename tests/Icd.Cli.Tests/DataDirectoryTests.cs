using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests;

/// <summary>Where releases are looked for: the option, else the variable, else the user's application data.</summary>
public class DataDirectoryTests
{
    [Fact]
    public void DataDirectory_Option_OutranksTheVariable() => Assert.Equal("/a", Of(["--data-dir", "/a"], ("ICD_DATA", "/b"), ("XDG_DATA_HOME", "/c")));

    [Fact]
    public void DataDirectory_Variable_OutranksTheDefault() => Assert.Equal("/b", Of([], ("ICD_DATA", "/b"), ("XDG_DATA_HOME", "/c")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void DataDirectory_NoVariable_IsInTheUsersData(string? variable) => Assert.Equal("/c/icd", Of([], ("ICD_DATA", variable), ("XDG_DATA_HOME", "/c")));

    [Fact]
    public void DataDirectory_NoXdg_IsBelowHome() => Assert.Equal("/h/.local/share/icd", Of([], ("XDG_DATA_HOME", null), ("HOME", "/h")));

    [Fact]
    public void DataDirectory_Relative_IsMadeAbsolute() => Assert.Equal(Path.Combine(TestFolder.Shared, "rel"), Of(["--data-dir", "rel"]));

    [Fact]
    public void DataDirectory_AFile_IsRefusedWithAMend()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a-file", "");

        var result = IcdProcess.Run("data", "list", "--data-dir", file).Exits(3);

        Assert.Equal($"icd: The data directory {file} is a file. Name a directory with --data-dir or ICD_DATA.\n", result.Error);
    }

    [Fact]
    public void DataDirectory_NotThereYet_IsNotCreatedByReading()
    {
        using var folder = new TestFolder();

        Assert.StartsWith($"Data directory: {folder.File("new")} (not there yet)\n", IcdProcess.Run("data", "list", "--data-dir", folder.File("new")).Exits(0).Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("new")));
    }

    private static string? Of(string[] args, params (string Name, string? Value)[] environment) =>
        IcdProcess.Run(["data", "list", "--json", .. args], "", environment).Exits(0).Json.GetProperty("dataDirectory").GetString();
}
