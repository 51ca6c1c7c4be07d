namespace Icd.Mapping.Conversion;

/// <summary>The files of a run: written beside their places, put there when all is done.</summary>
internal sealed class OutputFiles : IDisposable
{
    private const string Unfinished = ".partial";

    private readonly ConversionOptions _options;
    private readonly Stream _output;
    private readonly Stream? _rejects;
    private readonly RunningChecksum _outputChecksum, _rejectsChecksum = new(isSha256: true);

    private OutputFiles(ConversionOptions options, Stream output, Stream? rejects)
    {
        (_options, _output, _rejects, _outputChecksum) = (options, output, rejects, new(options.IsOutputSha256));
    }

    public long OutputBytes { get; private set; }

    public long RejectsBytes { get; private set; }

    public string OutputChecksum => _outputChecksum.ToString();

    public string? RejectsChecksum => _rejects is null ? null : _rejectsChecksum.ToString();

    public bool HasRejects => _rejects is not null;

    public static string CheckpointPath(ConversionOptions options) => options.Output + ".checkpoint.json";

    public static string UnfinishedPath(string path) => path + Unfinished;

    /// <summary>Refuses what would be lost.</summary>
    /// <exception cref="ConversionException">A file is in the way.</exception>
    public static void Check(ConversionOptions options)
    {
        if (options.Output == ConversionOptions.Stream && options.Resume) throw ConversionException.OfUsage("--resume krever en fil som resultat: det som gikk til en strøm, kan ikke tas opp igjen.", "--resume needs a file as output: what went to a stream cannot be taken up.");
        string?[] written = [options.Output == ConversionOptions.Stream ? null : options.Output, options.RejectsPath, options.ManifestPath, options.Review, options.Report];
        string?[] read = [options.Input == ConversionOptions.Stream ? null : options.Input, options.Decisions];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in written.OfType<string>())
        {
            if (!names.Add(Real(path))) throw ConversionException.OfUsage($"{path} er oppgitt for to filer som skal skrives. Gi hver sitt navn.", $"{path} is named for two outputs. Give each its own name.");
            if (Array.Exists(read, other => other is not null && Real(other) == Real(path)))
                throw ConversionException.OfUsage($"{path} er også filen som leses, og den overskrives aldri. Gi resultatet et annet navn.", $"{path} is the input too, which is never overwritten. Give the output another name.");
            if (Directory.Exists(path)) throw ConversionException.OfUsage($"{path} er en mappe. Oppgi en fil i den.", $"{path} is a folder. Name a file in it.");
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)) throw ConversionException.OfData($"Mappen {folder} finnes ikke. Lag den først.", $"There is no folder {folder}. Make it first.");
        }

        if (options.Force) return;
        if (options.Output != ConversionOptions.Stream && File.Exists(CheckpointPath(options)))
        {
            // What a run that was cut off while finishing had put in place already is its own.
            if (options.Resume) return;
            throw ConversionException.OfData($"En avbrutt kjøring har etterlatt {UnfinishedPath(options.Output)}. --resume går videre med den; --force begynner på nytt.", $"An unfinished run left {UnfinishedPath(options.Output)}. --resume goes on with it; --force starts anew.");
        }

        if (written.OfType<string>().FirstOrDefault(File.Exists) is { } there) throw ConversionException.OfData($"{there} finnes allerede. --force erstatter den.", $"{there} is there already. --force replaces it.");
    }

    /// <summary>Begins anew.</summary>
    public static OutputFiles Begin(ConversionOptions options)
    {
        if (options.Output == ConversionOptions.Stream)
            return new(options, options.OutputStream ?? Console.OpenStandardOutput(), options.RejectsPath is null ? null : Create(UnfinishedPath(options.RejectsPath)));
        File.Delete(CheckpointPath(options));
        return new(options, options.Through(Create(UnfinishedPath(options.Output))), Create(UnfinishedPath(options.RejectsPath!)));
    }

    /// <summary>Goes on where a checkpoint says.</summary>
    /// <exception cref="ConversionException">The unfinished files are not as the checkpoint knows them.</exception>
    public static OutputFiles Resume(ConversionOptions options, Checkpoint checkpoint)
    {
        var files = new OutputFiles(options, options.Through(Reopen(options.Output)), Reopen(options.RejectsPath!));
        try
        {
            Verify(UnfinishedPath(options.Output), files._output, checkpoint.OutputBytes, files._outputChecksum, checkpoint.OutputChecksum);
            Verify(UnfinishedPath(options.RejectsPath!), files._rejects!, checkpoint.RejectsBytes, files._rejectsChecksum, checkpoint.RejectsChecksum);
            (files.OutputBytes, files.RejectsBytes) = (checkpoint.OutputBytes, checkpoint.RejectsBytes);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>What can be summed of bytes before they are written, by any thread.</summary>
    public uint PartOf(ReadOnlySpan<byte> bytes) => _outputChecksum.PartOf(bytes);

    public void Write(ReadOnlySpan<byte> bytes) => Write(bytes, PartOf(bytes));

    public void Write(ReadOnlySpan<byte> bytes, uint part)
    {
        _output.Write(bytes);
        _outputChecksum.Append(bytes, part);
        OutputBytes += bytes.Length;
    }

    public void WriteRejects(ReadOnlySpan<byte> bytes)
    {
        if (_rejects is null) return;
        _rejects.Write(bytes);
        _rejectsChecksum.Append(bytes);
        RejectsBytes += bytes.Length;
    }

    /// <summary>Returns when what was written is on the disk.</summary>
    public void FlushToDisk()
    {
        Flush(_output);
        Flush(_rejects);
    }

    /// <summary>Puts the files into their places, the output last: where it is, all is.</summary>
    public void Finish(byte[] manifest)
    {
        FlushToDisk();
        Dispose();
        if (_rejects is not null) File.Move(UnfinishedPath(_options.RejectsPath!), _options.RejectsPath!, overwrite: true);
        if (_options.ManifestPath is { } path) DurableFile.Write(path, manifest);
        if (_options.Output == ConversionOptions.Stream) return;
        File.Move(UnfinishedPath(_options.Output), _options.Output, overwrite: true);
        File.Delete(CheckpointPath(_options));
    }

    public void Dispose()
    {
        _output.Dispose();
        _rejects?.Dispose();
    }

    private static void Verify(string path, Stream stream, long length, RunningChecksum checksum, string expected)
    {
        var buffer = new byte[1 << 18];
        for (var left = length; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) break;
            checksum.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        if (checksum.ToString() != expected)
            throw ConversionException.OfData($"{path} er ikke slik den avbrutte kjøringen etterlot den. Begynn på nytt med --force.", $"{path} is not as the run that was cut off left it. Start anew with --force.");
        stream.SetLength(length);
        stream.Position = length;
    }

    private static void Flush(Stream? stream)
    {
        if (stream is FileStream { CanSeek: true } file) file.Flush(flushToDisk: true);
        else stream?.Flush();
    }

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private static FileStream Reopen(string path)
    {
        var unfinished = UnfinishedPath(path);
        // The run may have been cut off between two renamings.
        if (!File.Exists(unfinished) && File.Exists(path)) File.Move(path, unfinished);
        return File.Exists(unfinished)
            ? new(unfinished, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
            : throw ConversionException.OfData($"{unfinished} er borte, så det er ikke noe å ta opp igjen. Begynn på nytt med --force.", $"{unfinished} is gone, so there is nothing to resume. Start anew with --force.");
    }

    private static string Real(string path) => (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
