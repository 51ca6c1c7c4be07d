using System.Text.Json;
using Icd.Mapping.Conversion;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>The review files of shards, put together: that of one run, or refused.</summary>
public sealed class ShardReviewTests : IDisposable
{
    private const int Shards = 3;

    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataFact]
    public void Merge_DirtyFile_ReviewIsThatOfOneRun()
    {
        _files.Write("in.csv", DirtyFile.Make(11, 30_000));
        var (whole, merged) = OneRunAndShards(_files.Options("dx"));
        AssertSame(whole, merged);
        Assert.Contains("XYZ;", _files.Text("whole.review.csv"), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Merge_CodesOfSeveralYears_ReviewIsThatOfOneRun()
    {
        // Codes that no list has are answered year by year, and equally; each shard sees other years first.
        string[] codes = ["I10", "E11.9", "A99.9", "QQQ", "Z99.9", "B95", "\"x;y\"", "=1+1", "1E50", " "];
        _files.Write("in.csv", "id;year;dx\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i};{1996 + (i / 1400)};{codes[(i * 7 + i / 1000) % codes.Length]}\n")));
        var (whole, merged) = OneRunAndShards(_files.Options("dx") with { EditionColumn = "year" });
        AssertSame(whole, merged);
        using var review = File.OpenRead(_files.File("merged.review.csv"));
        var listed = ReviewFile.Read(review).ToList();
        Assert.Distinct(listed.Select(entry => entry with { Code = entry.Code.Uncounted }));
        Assert.Contains(listed, entry => entry.Code is { Code: "1E50", Count: 4000 });
        Assert.Contains(listed, entry => entry.Code.Code == "x;y");
        Assert.Equal(listed.OrderByDescending(entry => entry.Code.Count).Select(entry => entry.Code.Count), listed.Select(entry => entry.Code.Count));
    }

    [WhoDataFact]
    public void Merge_Backwards_ReviewIsThatOfOneRun()
    {
        string[] codes = ["1E50", "5A11", "1E50.0", "BA00", "NC32.Z&XK8G", "8E4Y", "XYZ", "5A1O", "QA00"];
        _files.Write("in.csv", "id,dx\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},{codes[(i * 5 + i / 700) % codes.Length]}\n")));
        var (whole, merged) = OneRunAndShards(_files.Options("dx") with { Direction = ConversionDirection.ToIcd10 });
        AssertSame(whole, merged);
    }

    [WhoDataFact]
    public void Merge_ShardsMovedAway_ReviewIsFoundBesideThem()
    {
        _files.Write("in.csv", DirtyFile.Make(12, 5_000));
        var shards = Sharded(_files.Options("dx"));
        Directory.CreateDirectory(_files.File("moved"));
        foreach (var file in Directory.EnumerateFiles(_files.File(""), "part*")) File.Move(file, _files.File(Path.Combine("moved", Path.GetFileName(file))));
        ShardMerge.Merge([.. shards.Select(shard => _files.File(Path.Combine("moved", Path.GetFileName(shard))))], _files.File("merged.csv"), review: _files.File("merged.review.csv"));
        Assert.True(File.Exists(_files.File("merged.review.csv")));
    }

    [WhoDataFact]
    public void Merge_WithoutAReviewFileOfEachShard_IsRefused()
    {
        _files.Write("in.csv", DirtyFile.Make(13, 5_000));
        var shards = Sharded(_files.Options("dx"));
        var review = _files.File("part2.csv.review.csv");
        File.AppendAllText(review, "QQQ;1;;;;;;;;;;5A11;Kari;2026-11-22;\r\n");
        Assert.Contains("part2.csv.review.csv is not as its manifest says", Refused(shards, _files.File("merged.review.csv")), StringComparison.Ordinal);
        File.Delete(review);
        Assert.Contains("there is no such file, but a manifest names it", Refused(shards, _files.File("merged.review.csv")), StringComparison.Ordinal);
        Converting.Run(_files.Options("dx") with { Output = shards[1], Shard = 2, Shards = Shards, Force = true });
        Assert.Contains("part2.csv was converted without --review", Refused(shards, _files.File("merged.review.csv")), StringComparison.Ordinal);
        Assert.Contains("is the input too, which is never overwritten", Refused(shards, _files.File("part1.csv.review.csv")), StringComparison.Ordinal);
        Assert.False(File.Exists(_files.File("merged.csv")));
        Assert.Null(ShardMerge.Merge(shards, _files.File("merged.csv")).Review);
    }

    private string Refused(IReadOnlyList<string> shards, string review) => Assert.Throws<ConversionException>(() => ShardMerge.Merge(shards, _files.File("merged.csv"), force: true, review)).Message;

    private (ConversionManifest Whole, ConversionManifest Merged) OneRunAndShards(ConversionOptions options)
    {
        var whole = Converting.Run(options with { Output = _files.File("whole.csv"), Review = _files.File("whole.review.csv") });
        var shards = Sharded(options);
        return (whole, ShardMerge.Merge(shards, _files.File("merged.csv"), review: _files.File("merged.review.csv")));
    }

    private List<string> Sharded(ConversionOptions options)
    {
        var shards = Enumerable.Range(1, Shards).Select(i => _files.File($"part{i}.csv")).ToList();
        for (var i = 1; i <= Shards; i++) Converting.Run(options with { Output = shards[i - 1], Review = shards[i - 1] + ".review.csv", Shard = i, Shards = Shards });
        return shards;
    }

    private void AssertSame(ConversionManifest whole, ConversionManifest merged)
    {
        Assert.Equal(_files.Text("whole.review.csv"), _files.Text("merged.review.csv"));
        Assert.Equal((whole.Review!.Rows, whole.Review.Checksum), (merged.Review!.Rows, merged.Review.Checksum));
        Assert.Equal(_files.Text("whole.csv"), _files.Text("merged.csv"));
        Assert.Equal(Json(whole.Summary), Json(merged.Summary));

        static string Json(ConversionSummary summary) => JsonSerializer.Serialize(summary, ConversionJson.Contract.ConversionSummary);
    }
}
