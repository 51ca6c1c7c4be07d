using System.Diagnostics;
using System.Globalization;
using Icd.Core.Postcoordination;
using Icd.Core.Sanctioning;
using Icd.Mapping.Sqlite;

namespace Icd.Mapping.Tests.Store;

/// <summary>Concurrent writers, in one process and several, and processes that are killed.</summary>
public class StoreProcessTests
{
    [Fact]
    public async Task Add_ByManyThreads_LosesNothing()
    {
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        var ids = new System.Collections.Concurrent.ConcurrentBag<long>();

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (_, _) =>
        {
            ids.Add(temporary.Add("I10", "BA00", TemporaryStore.Starter));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(200, ids.Distinct().Count());
        Assert.Equal(ids.Order(), temporary.Find(new()));
        AssertWhole(temporary);
    }

    [Fact]
    public void Update_OfTheSameVersionByManyThreads_IsDoneByOne()
    {
        using var temporary = new TemporaryStore();
        var id = temporary.Add("I10", "BA00", TemporaryStore.Starter);
        var first = temporary.Store.Get(id)!;
        var (done, refused) = (0, 0);

        Parallel.For(0, 16, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            try
            {
                temporary.Store.Update(id, 1, first.Registration with { Provenance = $"writer {i}" });
                Interlocked.Increment(ref done);
            }
            catch (StoreException error) when (error.Problem == StoreProblem.Conflict)
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal((1, 15), (done, refused));
        Assert.Equal(2, temporary.Store.History(id).Count);
    }

    [Fact]
    public async Task Processes_CreatingAndWritingTheSameFile_LoseNothing()
    {
        using var temporary = TemporaryStore.Empty();
        var writers = Enumerable.Range(0, 3).Select(_ => Start(temporary.Path, 60)).ToList();
        var outputs = writers.Select(writer => (Lines: writer.StandardOutput.ReadToEndAsync(), Errors: writer.StandardError.ReadToEndAsync())).ToList();
        foreach (var (writer, output) in writers.Zip(outputs))
        {
            await writer.WaitForExitAsync();
            Assert.True(writer.ExitCode == 0, await output.Errors);
            writer.Dispose();
        }

        var ids = new List<long>();
        foreach (var output in outputs) ids.AddRange(Acknowledged(await output.Lines).Select(line => line.Id));
        temporary.Reopen(TemporaryStore.Starter);
        Assert.Equal(180, ids.Distinct().Count());
        Assert.Equal(ids.Order(), temporary.Find(new()));
        AssertWhole(temporary);
    }

    [Fact]
    public async Task ProcessKilledWhileWriting_LeavesWholeRegistrationsAndAllItAcknowledged()
    {
        using var temporary = TemporaryStore.Empty();
        var acknowledged = new List<(long Id, int Version)>();
        // More than one kill: each hits another moment.
        foreach (var count in (int[])[1, 17, 40])
        {
            using var writer = Start(temporary.Path, 1_000_000);
            var errors = writer.StandardError.ReadToEndAsync();
            for (var i = 0; i < count; i++)
            {
                var line = await writer.StandardOutput.ReadLineAsync();
                if (line is null) Assert.Fail(await errors);
                acknowledged.AddRange(Acknowledged(line));
            }

            writer.Kill(entireProcessTree: true);
            // What was in the pipe was acknowledged, too; a line that was cut off was not.
            var rest = await writer.StandardOutput.ReadToEndAsync();
            acknowledged.AddRange(Acknowledged(rest[..(rest.LastIndexOf('\n') + 1)]));
            await writer.WaitForExitAsync();
            Assert.NotEqual(0, writer.ExitCode);
        }

        temporary.Reopen(TemporaryStore.Starter);
        foreach (var (id, version) in acknowledged) Assert.True(temporary.Store.Get(id) is { } stored && stored.Version >= version, $"registration {id} is lost");
        AssertWhole(temporary);
    }

    /// <summary>The file is sound, and each registration has all its versions, its codes, and the members of the version that holds.</summary>
    private static void AssertWhole(TemporaryStore temporary)
    {
        using var connection = temporary.Raw();
        Assert.Equal("ok", TemporaryStore.Scalar(connection, "pragma integrity_check"));
        Assert.Equal("0", TemporaryStore.Scalar(connection, "select count(*) from pragma_foreign_key_check"));
        Assert.Equal("0", TemporaryStore.Scalar(connection, "select count(*) from diagnosis d where d.version <> (select count(*) from diagnosis_version v where v.diagnosis = d.id)"));
        Assert.Equal("0", TemporaryStore.Scalar(connection, "select count(*) from diagnosis_version where diagnosis not in (select id from diagnosis)"));
        Assert.Empty(temporary.Store.Unindexed());
        var registrations = temporary.Store.Find(new()).Registrations;
        Assert.NotEmpty(registrations);
        var axes = new StemAxes(TemporaryStore.Starter);
        var subsumption = new ExpressionSubsumption(new(axes), SanctioningRules.Of(axes));
        foreach (var stored in registrations)
        {
            Assert.Equal(stored.Registration.Icd10.Count, int.Parse(TemporaryStore.Scalar(connection, $"select count(*) from diagnosis_icd10 where diagnosis = {stored.Id}"), CultureInfo.InvariantCulture));
            var expression = stored.Registration.Icd11;
            var members = subsumption.MeaningOf(in expression)!.Sum(meaning => meaning.Stems.Count + meaning.Values.Count);
            Assert.Equal(members, int.Parse(TemporaryStore.Scalar(connection, $"select count(*) from diagnosis_member where diagnosis = {stored.Id}"), CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<(long Id, int Version)> Acknowledged(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)));

    private static Process Start(string path, int count) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        ["exec", typeof(StoreWriter).Assembly.Location, path, count.ToString(CultureInfo.InvariantCulture)])
    { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
