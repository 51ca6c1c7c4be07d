using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Icd.Cli.Tests.Support;
using Icd.Mapping.Conversion;

namespace Icd.Cli.Tests.Slurm;

/// <summary><c>deploy/slurm</c> on a real Slurm: shards that are killed, stopped and refused, and a merge that is one run's result all the same.</summary>
[SupportedOSPlatform("linux")]
public sealed class SlurmConversionTests
{
    private const int Shards = 4;

    /// <summary>Far more than it takes: CI runs all tests at once on two processors.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [SlurmFact]
    public void Submit_ShardKilledInMidRun_IsRetriedAndTheWholeIsThatOfOneRun()
    {
        using var folder = new TestFolder();
        using var slurm = new SlurmNode();
        var input = Registry(folder, 2_400_000);
        var (output, work) = (folder.File("out.csv"), folder.File("out.csv.shards"));
        Submit(slurm, folder, "--shards", "0", input, output).Exits(2);
        Assert.Contains("There is no column", Submit(slurm, folder, input, output, "--column", "dc").Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("4 missing: 1 2 3 4.", Submit(slurm, folder, "--shards", "4", input, output, "--column", "dx").Exits(0).Out, StringComparison.Ordinal);

        // Two are caught in mid-run and held until their state is due to be kept, so that there is something to take up whatever the machine's speed.
        var caught = (int[])[2, 4];
        var held = caught.Select(shard => Caught(slurm, folder, work, shard)).ToList();
        Assert.Contains("0 missing.\nNothing to submit", Submit(slurm, folder, "--shards", "4", input, output, "--column", "dx").Exits(0).Out, StringComparison.Ordinal);
        Assert.Contains("shards of another run", Submit(slurm, folder, "--shards", "5", input, output, "--column", "dx").Exits(3).Error, StringComparison.Ordinal);
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        foreach (var (shard, process) in caught.Zip(held))
        {
            slurm.Run("/bin/kill", ["-CONT", $"{process}"]).Exits(0);
            slurm.Await(() => File.Exists($"{Part(work, shard)}.checkpoint.json"), $"shard {shard} kept no state");
            // One is killed, nobody being told; the other's time is up, which Slurm says to the script.
            if (shard == 2) slurm.Run("/bin/kill", ["-KILL", $"{process}"]).Exits(0);
            else slurm.Run("scancel", ["--signal=USR1", "--batch", JobOf(slurm, shard)]).Exits(0);
        }

        slurm.Await(() => File.Exists(output), "the shards were not merged", Patience);
        Assert.Contains("icd was ended by signal 9; queued again", Log(work, "2"), StringComparison.Ordinal);
        Assert.Contains("the time was up; queued again", Log(work, "4"), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, Shards), shard => Assert.Equal(caught.Contains(shard) ? 1 : 0, BatchConversion.ReadManifest($"{Part(work, shard)}.manifest.json").Resumed));

        IcdProcess.Run("convert", input, "--output", folder.File("undisturbed.csv"), "--column", "dx", "--review", folder.File("undisturbed.csv.review.csv")).Exits(0);
        foreach (var file in (string[])["", ".rejects.csv", ".review.csv"]) AssertSame(folder.File("undisturbed.csv" + file), output + file);
        Assert.Contains("merged and verified", Submit(slurm, folder, "--shards", "4", input, output, "--column", "dx").Exits(0).Out, StringComparison.Ordinal);
    }

    [SlurmFact]
    public void Submit_AfterAShardFailed_RunsThatOneAndMerges()
    {
        using var folder = new TestFolder();
        using var slurm = new SlurmNode();
        var input = Registry(folder, 20_000);
        var (output, work) = (folder.File("out.csv.gz"), folder.File("out.csv.gz.shards"));
        // Somebody has put a folder where the second shard is to be written.
        Directory.CreateDirectory(folder.File("out.csv.gz.shards", "2-of-3.csv.gz"));
        Submit(slurm, folder, "--shards", "3", input, output, "--column", "dx").Exits(0);
        slurm.Await(() => slurm.Run("squeue", ["--noheader"]).Out.Length == 0, "the jobs do not end", Patience);
        Assert.Contains("2-of-3.csv.gz is a folder", Log(work, "2"), StringComparison.Ordinal);
        Assert.Contains("another try would fail like it", Log(work, "2"), StringComparison.Ordinal);
        Assert.False(File.Exists(output));

        Directory.Delete(folder.File("out.csv.gz.shards", "2-of-3.csv.gz"));
        var before = File.GetLastWriteTimeUtc(folder.File("out.csv.gz.shards", "1-of-3.csv.gz"));
        Assert.Contains("2 of 3 shards are done, 0 queued or running, 1 missing: 2.", Submit(slurm, folder, "--shards", "3", input, output, "--column", "dx").Exits(0).Out, StringComparison.Ordinal);
        slurm.Await(() => File.Exists(output), "the shards were not merged", Patience);
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.File("out.csv.gz.shards", "1-of-3.csv.gz")));
        IcdProcess.Run("convert", input, "--output", folder.File("undisturbed.csv.gz"), "--column", "dx").Exits(0);
        AssertSame(folder.File("undisturbed.csv.gz"), output);
    }

    private static string Part(string work, int shard) => Path.Combine(work, $"{shard}-of-{Shards}.csv");

    private static string Log(string work, string name) => File.ReadAllText(Path.Combine(work, name + ".log"));

    private static IcdResult Submit(SlurmNode slurm, TestFolder folder, params string[] args)
    {
        // The program as it lies in an installation: one file, to be started by its name.
        var program = folder.File("icd");
        if (!File.Exists(program))
        {
            folder.Write("icd", $"#!/bin/sh\nexec {IcdProcess.CommandLine("\"$@\"")}\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return slurm.Run(Repository.File("deploy", "slurm", "icd-convert-submit.sh"), args, ("ICD", program), ("ICD_DATA", folder.File("data")), ("LC_ALL", "C"), ("SBATCH_MEM_PER_NODE", "100M"));
    }

    /// <summary>Waits until a shard is written to and holds its process.</summary>
    /// <returns>The process.</returns>
    private static int Caught(SlurmNode slurm, TestFolder folder, string work, int shard)
    {
        var process = 0;
        slurm.Await(() => (process = ProcessOf(folder, shard)) > 0, $"shard {shard} does not begin");
        var begun = Stopwatch.StartNew();
        while (new FileInfo($"{Part(work, shard)}.partial") is not { Exists: true, Length: > 0 }) Assert.True(begun.Elapsed < Patience, $"Shard {shard} writes nothing.");
        slurm.Run("/bin/kill", ["-STOP", $"{process}"]).Exits(0);
        Assert.False(File.Exists(Part(work, shard)), "The shard was over before it could be held: give it more rows.");
        return process;
    }

    private static int ProcessOf(TestFolder folder, int shard)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id) && File.ReadAllText(directory + "/cmdline") is var line && line.Contains($"--shard\0{shard}/{Shards}\0", StringComparison.Ordinal) && line.Contains(folder.Path, StringComparison.Ordinal)) return id;
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return 0;
    }

    private static string JobOf(SlurmNode slurm, int shard) => slurm.Run("squeue", ["--noheader", "--array", "--format=%F_%K"]).Lines.Single(line => line.EndsWith($"_{shard}", StringComparison.Ordinal));

    /// <summary>A registry with what goes wrong in registries: each shard has rejects and codes for review, among them some that the others have too.</summary>
    private static string Registry(TestFolder folder, int count)
    {
        string[] codes = ["E119", "I10", "J44.1", "s7200", "X", "", "C509", "M545", "QQQ", "\"I25.1\"", "Z99.9"];
        var text = new StringBuilder("id,navn,dx\n");
        for (var i = 0; i < count; i++)
        {
            var code = codes[(i + (i / 100_000)) % codes.Length];
            text.Append(CultureInfo.InvariantCulture, $"{i},").Append((i % 5000) switch { 7 => "\"to\nlinjer\"", 8 => "\"aldri lukket", 9 => "en,for mye", _ => "Oslo" }).Append(',').Append(code).Append('\n');
        }

        return folder.Write("in.csv", text.ToString());
    }

    private static void AssertSame(string expected, string actual) => Assert.True(File.ReadAllBytes(expected).AsSpan().SequenceEqual(File.ReadAllBytes(actual)), $"{actual} is not {expected}.");
}
