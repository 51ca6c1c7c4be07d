using System.Diagnostics;
using System.Globalization;
using System.Text;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Conversion;

/// <summary>A run that is told to stop keeps its state, says so, and goes on to the same bytes.</summary>
public sealed class StoppedRunTests
{
    private const int Rows = 3_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Convert_ToldToStop_KeepsItsStateAndResumes(string signal)
    {
        using var folder = new TestFolder();
        string[] codes = ["E119", "I10", "J44.1", "X", "", "C509", "M545"];
        var text = new StringBuilder("id,dx\n");
        for (var i = 0; i < Rows; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{codes[i % codes.Length]}\n");
        var input = folder.Write("in.csv", text.ToString());
        var output = folder.File("out.csv");
        string[] command = ["convert", input, "-o", output, "--column", "dx", "--review", output + ".review.csv", "--report", folder.File("out.html"), "--threads", "1"];

        using (var process = IcdProcess.Begin(command))
        {
            var waited = Stopwatch.StartNew();
            while (new FileInfo(output + ".partial") is not { Exists: true, Length: > 0 }) Assert.True(waited.Elapsed < Patience && !process.HasExited, "Nothing is written.");
            IcdProcess.Shell($"kill -{signal} {process.Id}").Exits(0);
            Assert.True(process.WaitForExit(Patience), "It does not stop.");
            Assert.Equal(3, process.ExitCode);
        }

        Assert.False(File.Exists(output), "The run was over before it could be stopped: give it more rows.");
        Assert.True(File.Exists(output + ".checkpoint.json"));
        Assert.InRange(new FileInfo(output + ".partial").Length, 1, long.MaxValue);
        Assert.Contains("--resume goes on with it", IcdProcess.Run(command).Exits(3).Error, StringComparison.Ordinal);
        var resumed = IcdProcess.Run([.. command, "--resume", "--json"]).Exits(0).Json;
        Assert.Equal(1, resumed.GetProperty("resumed").GetInt32());
        Assert.False(File.Exists(output + ".checkpoint.json"));

        var undisturbed = folder.File("undisturbed.csv");
        IcdProcess.Run("convert", input, "-o", undisturbed, "--column", "dx", "--review", undisturbed + ".review.csv").Exits(0);
        foreach (var file in (string[])["", ".rejects.csv", ".review.csv"]) Assert.True(File.ReadAllBytes(undisturbed + file).AsSpan().SequenceEqual(File.ReadAllBytes(output + file)), $"out.csv{file} differs.");
        Assert.Contains(Rows.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = "\u202F" }), File.ReadAllText(folder.File("out.html")).Replace('\u00A0', '\u202F').Replace(' ', '\u202F'), StringComparison.Ordinal);
    }
}
