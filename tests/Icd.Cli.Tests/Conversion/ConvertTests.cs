using System.Diagnostics;
using System.Globalization;
using System.Text;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Conversion;

/// <summary><c>icd convert</c> as its user meets it: a program, files, streams, exit codes.</summary>
public class ConvertTests
{
    [WhoDataFact]
    public void Convert_File_LeavesOutputRejectsAndManifest()
    {
        using var folder = new TestFolder();
        var input = folder.Write("in.csv", "id;dx\n1;E11.9\n2;X\n");
        var result = RealReleases.Run("convert", input, "-o", folder.File("out.csv"), "--column", "DX").Exits(0);
        Assert.Equal("", result.Out);
        Assert.Contains("2 rows converted in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("not-a-code", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("id;dx;dx_icd11;dx_relation;dx_provenance;dx_review;icd_reason\n1;E11.9;5A11;", File.ReadAllText(folder.File("out.csv")), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("out.csv.rejects.csv")));
        Assert.True(File.Exists(folder.File("out.csv.manifest.json")));
        RealReleases.Run("convert", input, "-o", folder.File("out.csv"), "--column", "dx").Exits(3);
        RealReleases.Run("convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--force", "--max-rejects", "0").Exits(1);
    }

    [WhoDataFact]
    public void Convert_Streams_AreReadAndWritten()
    {
        var result = IcdProcess.Run(["convert", "-", "--no-header", "--column", "1"], "I10\nE119\n", ("ICD_DATA", RealReleases.Folder)).Exits(0);
        Assert.StartsWith("I10,BA00", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.Lines.Length);
    }

    [WhoDataFact]
    public void Convert_NoColumn_ProposesAndExitsWithUsage()
    {
        using var folder = new TestFolder();
        var result = RealReleases.Run("convert", folder.Write("in.csv", "id;hdiag\n1;E11.9\n"), "-o", folder.File("out.csv")).Exits(2);
        Assert.Contains("--column hdiag", result.Error, StringComparison.Ordinal);
        Assert.Contains("See `icd convert --help`.", result.Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_Killed_ResumesToTheResultOfAnUndisturbedRun()
    {
        using var folder = new TestFolder();
        var input = ManyRows(folder, 3_000_000);
        RealReleases.Run("convert", input, "-o", folder.File("undisturbed.csv"), "--column", "dx", "--column", "dx2").Exits(0);
        using (var process = IcdProcess.Begin(["convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--column", "dx2", "--threads", "1"], ("ICD_DATA", RealReleases.Folder)))
        {
            var patience = Stopwatch.StartNew();
            while (new FileInfo(folder.File("out.csv.partial")) is not { Exists: true, Length: > 0 } && !process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1)) Thread.Sleep(5);
            // Held until its state is due to be kept, so that there is something to take up whatever the machine's speed.
            IcdProcess.Shell($"kill -STOP {process.Id}").Exits(0);
            Thread.Sleep(TimeSpan.FromSeconds(2.2));
            IcdProcess.Shell($"kill -CONT {process.Id}").Exits(0);
            while (!File.Exists(folder.File("out.csv.checkpoint.json")) && !process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1)) Thread.Sleep(5);
            // SIGKILL: the program can do nothing about it.
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(folder.File("out.csv")), "The run was over before it could be killed: give it more rows.");
        Assert.True(File.Exists(folder.File("out.csv.checkpoint.json")));
        var resumed = RealReleases.Run("convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--column", "dx2", "--resume", "--json").Exits(0).Json;
        Assert.Equal(1, resumed.GetProperty("resumed").GetInt32());
        Assert.Equal(3_000_000, resumed.GetProperty("summary").GetProperty("rows").GetInt64());
        Assert.True(File.ReadAllBytes(folder.File("undisturbed.csv")).AsSpan().SequenceEqual(File.ReadAllBytes(folder.File("out.csv"))));
        Assert.Equal(File.ReadAllBytes(folder.File("undisturbed.csv.rejects.csv")), File.ReadAllBytes(folder.File("out.csv.rejects.csv")));
    }

    [WhoDataFact]
    public void Convert_DiskFull_SaysSoAndResumes()
    {
        using var folder = new TestFolder();
        var input = ManyRows(folder, 200_000);
        Directory.CreateDirectory(folder.File("small"));
        var output = folder.File("small", "out.csv");
        // A disk of 4 MiB needs the right to mount one; without it the library's tests stand in, with a stream that is full.
        if (IcdProcess.Shell($"mount -t tmpfs -o size=4m tmpfs {folder.File("small")}").ExitCode != 0) return;
        try
        {
            var full = RealReleases.Run("convert", input, "-o", output, "--column", "dx").Exits(3);
            Assert.Contains("--resume", full.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(output));
            IcdProcess.Shell($"mount -o remount,size=400m {folder.File("small")}").Exits(0);
            RealReleases.Run("convert", input, "-o", output, "--column", "dx", "--resume").Exits(0);
            RealReleases.Run("convert", input, "-o", folder.File("undisturbed.csv"), "--column", "dx").Exits(0);
            Assert.True(File.ReadAllBytes(folder.File("undisturbed.csv")).AsSpan().SequenceEqual(File.ReadAllBytes(output)));
        }
        finally
        {
            IcdProcess.Shell($"umount {folder.File("small")}");
        }
    }

    [WhoDataTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Convert_Memory_StaysSmallWhateverTheSize(bool isJunk)
    {
        using var folder = new TestFolder();
        var input = isJunk ? ManyTexts(folder, 500_000) : ManyRows(folder, 1_000_000);
        using var process = IcdProcess.Begin(["convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--column", "dx2", "--add", "title,lost,alternatives"], ("ICD_DATA", RealReleases.Folder));
        var most = 0L;
        while (!process.WaitForExit(50))
        {
            // The system's own account of the most that was in memory.
            var status = File.Exists($"/proc/{process.Id}/status") ? File.ReadAllLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
            if (status is not null) most = Math.Max(most, long.Parse(status.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
        }

        Assert.Equal(0, process.ExitCode);
        Assert.True(most < 300 * 1024, $"{most} KiB were used.");
    }

    /// <summary>A column in which no two cells are the same, and none is a code.</summary>
    private static string ManyTexts(TestFolder folder, int count)
    {
        var text = new StringBuilder("id,dx,dx2\n");
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{i},A{i:x} tekst {i * 7919L},I10\n");
        return folder.Write("in.csv", text.ToString());
    }

    private static string ManyRows(TestFolder folder, int count)
    {
        string[] codes = ["E119", "I10", "J44.1", "s7200", "X", "", "C509", "M545"];
        var text = new StringBuilder("id,dx,dx2\n");
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{codes[i % codes.Length]},{codes[(i / 7) % codes.Length]}\n");
        return folder.Write("in.csv", text.ToString());
    }
}
