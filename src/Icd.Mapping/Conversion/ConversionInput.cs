using System.IO.Compression;

namespace Icd.Mapping.Conversion;

/// <summary>The input, opened: a file or stream, uncompressed where it is compressed, with its beginning read ahead.</summary>
internal sealed class ConversionInput : IDisposable
{
    /// <summary>How much is read before anything is decided about the file.</summary>
    private const int SampleSize = 1 << 20;

    /// <summary>Without this .NET takes a compressed file that was cut off for a whole one, and rows would be lost unsaid. It must be set before anything is uncompressed.</summary>
    static ConversionInput() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private readonly Stream _raw;

    private ConversionInput(string path, Stream raw)
    {
        (Path, _raw) = (path, raw);
        if (raw is FileStream file && raw.CanSeek)
        {
            FileBytes = file.Length;
            Modified = File.GetLastWriteTimeUtc(path);
        }

        var magic = new byte[2];
        var read = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        IsCompressed = read == 2 && magic is [0x1F, 0x8B];
        var whole = new PrefixedStream(magic[..read], raw);
        Stream = IsCompressed ? new GZipStream(whole, CompressionMode.Decompress) : whole;
        Sample = new byte[SampleSize];
        var length = Guarded(() => Stream.ReadAtLeast(Sample, SampleSize, throwOnEndOfStream: false));
        IsWhole = length < SampleSize;
        if (length < SampleSize) Sample = Sample[..length];
    }

    /// <summary>As given.</summary>
    public string Path { get; }

    /// <summary>The bytes after <see cref="Sample"/>.</summary>
    public Stream Stream { get; }

    /// <summary>The beginning.</summary>
    public byte[] Sample { get; }

    /// <summary>Whether the sample is all there is.</summary>
    public bool IsWhole { get; }

    public bool IsCompressed { get; }

    /// <summary>The size of the file; 0 for a stream.</summary>
    public long FileBytes { get; }

    public DateTimeOffset? Modified { get; }

    /// <summary>How much of the file was read.</summary>
    public long BytesRead => _raw.CanSeek ? _raw.Position : 0;

    /// <exception cref="ConversionException">There is no such file.</exception>
    public static ConversionInput Open(string path, Stream? given = null)
    {
        if (path == ConversionOptions.Stream) return new(path, given ?? Console.OpenStandardInput());
        try
        {
            return new(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw Directory.Exists(path)
                ? ConversionException.OfData($"{path} er en mappe. Oppgi en fil i den.", $"{path} is a folder. Name a file in it.", exception)
                : ConversionException.OfData($"{path}: filen finnes ikke, eller kan ikke leses. Se på stien.", $"{path}: there is no such file, or it may not be read. Check the path.", exception);
        }
    }

    /// <summary>The size of what is to be converted. A compressed file has to be read through for it.</summary>
    public long Measure()
    {
        if (!IsCompressed) return FileBytes;
        using var stream = new GZipStream(File.OpenRead(Path), CompressionMode.Decompress);
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        Guarded(() =>
        {
            for (int read; (read = stream.Read(buffer)) > 0;) bytes += read;
            return 0;
        });
        return bytes;
    }

    /// <summary>Turns what a damaged compressed file throws into an error with its name.</summary>
    public T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(exception);
        }
    }

    public ConversionException Damaged(InvalidDataException exception) =>
        ConversionException.OfData(
            $"{Path}: de komprimerte dataene er skadet eller avkortet ({exception.Message.TrimEnd('.')}). Hent filen på nytt, eller prøv den med `gzip -t`.",
            $"{Path}: the compressed data are damaged or cut off ({exception.Message.TrimEnd('.')}). Fetch the file anew, or check it with `gzip -t`.", exception);

    public void Dispose()
    {
        Stream.Dispose();
        _raw.Dispose();
    }
}
