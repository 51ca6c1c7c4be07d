using FsCheck;
using FsCheck.Fluent;
using Icd.Mapping.Conversion;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Every row once, in order, its own bytes untouched: whatever the file, the threads, the shards, the interruptions.</summary>
public sealed class ConvertBytesTests : IDisposable
{
    /// <summary>Enough for several blocks, so that threads and shards have something to share.</summary>
    private const int ManyRows = 30_000;

    private static readonly Dialect Commas = new((byte)',', (byte)'"', (byte)'\n', FileEncoding.Utf8);

    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataTheory]
    [InlineData(1, "\n", true)]
    [InlineData(2, "\r\n", true)]
    [InlineData(3, "\n", false)]
    [InlineData(4, "\r\n", false)]
    public void Convert_DirtyFile_OutputWithoutTheAddedCellsIsTheInput(int seed, string lineEnd, bool endsWithLineEnd)
    {
        var input = DirtyFile.Make(seed, ManyRows, lineEnd, endsWithLineEnd);
        var output = _files.Convert(input, options => options with { Encoding = "utf-8" });
        Added.IsAllThatWasAdded(input, output, Commas, 5);
    }

    [WhoDataFact]
    public void Convert_AnyBytes_OutputWithoutTheAddedCellsIsTheInput()
    {
        // Few letters, so that quotes, delimiters and line ends meet in every way.
        var bytes = Gen.Elements((byte)'"', (byte)'"', (byte)',', (byte)',', (byte)'\n', (byte)'\r', (byte)'a', (byte)0, (byte)0xFF, (byte)0xC3, (byte)' ').ArrayOf();
        Prop.ForAll(bytes.ToArbitrary(), Holds).QuickCheckThrowOnFailure();

        void Holds(byte[] rows)
        {
            // A sound row first, so that the header is not taken to lack a delimiter.
            byte[] input = [.. "x,dx\n1,I10\n"u8, .. rows];
            var output = _files.Convert(input, options => options with { Encoding = "utf-8", Delimiter = ',', HasQuotes = true, Threads = 1 });
            Added.IsAllThatWasAdded(input, output, Commas, 5);
        }
    }

    [WhoDataTheory]
    [InlineData("out.csv")]
    [InlineData("out.csv.gz")]
    public void Convert_OneThreadOrMany_SameFiles(string name)
    {
        _files.Write("in.csv", DirtyFile.Make(5, ManyRows));
        var options = _files.Options("dx") with { Output = _files.File(name), Force = true };
        var one = Converting.Run(options with { Threads = 1 });
        var (output, rejects) = (_files.Bytes(name), _files.Bytes(name + ".rejects.csv"));
        var many = Converting.Run(options with { Threads = 7 });
        Assert.Equal(output, _files.Bytes(name));
        Assert.Equal(rejects, _files.Bytes(name + ".rejects.csv"));
        AssertSameCounts(one.Summary, many.Summary);
        Assert.Equal(ManyRows, one.Summary.Rows);
        Assert.True(one.Summary.RejectedRows > ManyRows / 50);
    }

    [WhoDataTheory]
    [InlineData(2, "csv")]
    [InlineData(5, "csv")]
    [InlineData(40, "csv")]
    [InlineData(3, "csv.gz")]
    public void Convert_ShardsPutTogether_AreWhatOneRunWrites(int count, string extension)
    {
        _files.Write("in.csv", DirtyFile.Make(6, ManyRows));
        var options = _files.Options("dx");
        var whole = Converting.Run(options with { Output = _files.File("whole." + extension) });
        var shards = Enumerable.Range(1, count).Select(i => _files.File($"{i}.{extension}")).ToList();
        for (var i = 1; i <= count; i++) Converting.Run(options with { Output = shards[i - 1], Shard = i, Shards = count });
        shards.Reverse();
        var merged = ShardMerge.Merge(shards, _files.File("merged." + extension));
        Assert.Equal(_files.Bytes("whole." + extension), _files.Bytes("merged." + extension));
        Assert.Equal(_files.Bytes($"whole.{extension}.rejects.csv"), _files.Bytes($"merged.{extension}.rejects.csv"));
        AssertSameCounts(whole.Summary, merged.Summary);
        Assert.Equal((whole.Input, whole.Output.Checksum), (merged.Input, merged.Output.Checksum));
    }

    [WhoDataTheory]
    [InlineData("out.csv", 0.1)]
    [InlineData("out.csv", 0.5)]
    [InlineData("out.csv", 0.9)]
    [InlineData("out.csv.gz", 0.5)]
    public void Convert_DiskFull_ResumesToTheSameResult(string name, double share)
    {
        _files.Write("in.csv", DirtyFile.Make(7, ManyRows));
        var options = _files.Options("dx") with { Output = _files.File(name), CheckpointEvery = TimeSpan.Zero };
        var undisturbed = Converting.Run(options with { Output = _files.File("undisturbed." + name) });
        var room = (long)(undisturbed.Output.Bytes * share);
        Assert.Throws<IOException>(() => Converting.Run(options with { Through = stream => new FullDisk(stream, room) }));
        Assert.False(File.Exists(_files.File(name)));
        var resumed = Converting.Run(options with { Resume = true });
        // Where the disk was full before anything was kept, there is nothing to take up.
        Assert.True(share < 0.2 || resumed.Resumed == 1);
        Assert.Equal(_files.Bytes("undisturbed." + name), _files.Bytes(name));
        Assert.Equal(_files.Bytes($"undisturbed.{name}.rejects.csv"), _files.Bytes(name + ".rejects.csv"));
        AssertSameCounts(undisturbed.Summary, resumed.Summary);
        Assert.Equal(undisturbed.Input, resumed.Input);
        Assert.Equal(undisturbed.Output.Checksum, resumed.Output.Checksum);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(options.Output)!, "*.partial"));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(options.Output)!, "*.checkpoint.json"));
    }

    [WhoDataFact]
    public void Convert_Stopped_ResumesToTheSameResult()
    {
        _files.Write("in.csv", DirtyFile.Make(8, ManyRows));
        var options = _files.Options("dx");
        Converting.Run(options with { Output = _files.File("undisturbed.csv") });
        using var stop = new CancellationTokenSource();
        // The first report comes within the run; what was handed out is finished, and the state is kept.
        Assert.ThrowsAny<OperationCanceledException>(() => Converting.Batch.Run(options with { Threads = 1, Through = stream => new CancelAfter(stream, 3, stop) }, null, stop.Token));
        Assert.False(File.Exists(_files.File("out.csv")));
        Converting.Run(options with { Resume = true });
        Assert.Equal(_files.Bytes("undisturbed.csv"), _files.Bytes("out.csv"));
    }

    [WhoDataFact]
    public void Convert_Compressed_IsReadAndWritten()
    {
        var input = DirtyFile.Make(9, 1000);
        var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest)) gzip.Write(input);
        var plain = _files.Convert(input);
        Assert.Equal(plain, _files.Convert(packed.ToArray()));
        Converting.Run(_files.Options("dx") with { Output = _files.File("out.csv.gz") });
        using var unpacked = new System.IO.Compression.GZipStream(File.OpenRead(_files.File("out.csv.gz")), System.IO.Compression.CompressionMode.Decompress);
        var text = new MemoryStream();
        unpacked.CopyTo(text);
        Assert.Equal(plain, text.ToArray());
        _files.Write("in.csv", packed.ToArray()[..^100]);
        Assert.Contains("damaged or cut off", Converting.Refused(_files.Options("dx") with { Force = true }).Message, StringComparison.Ordinal);
    }

    private static void AssertSameCounts(ConversionSummary expected, ConversionSummary actual)
    {
        static string Json(ConversionSummary summary) => System.Text.Json.JsonSerializer.Serialize(summary, ConversionJson.Contract.ConversionSummary);
        Assert.Equal(Json(expected), Json(actual));
    }

    /// <summary>A disk with room for so many bytes.</summary>
    private sealed class FullDisk(Stream inner, long room) : Around(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            // A real disk takes what it can before it fails.
            var fits = (int)Math.Min(buffer.Length, Math.Max(0, room - Position));
            base.Write(buffer[..fits]);
            if (fits < buffer.Length) throw new IOException("No space left on device");
        }
    }

    private sealed class CancelAfter(Stream inner, int writes, CancellationTokenSource stop) : Around(inner)
    {
        private int _writes;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            if (++_writes == writes) stop.Cancel();
        }
    }

    private abstract class Around(Stream inner) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
