using System.Text.Json;
using Icd.Mapping.Conversion.Report;

namespace Icd.Mapping.Conversion;

/// <summary>Puts the shards of a conversion together, when all are there and fit each other.</summary>
public static class ShardMerge
{
    /// <summary>Checks shards and joins them.</summary>
    /// <param name="shards">The outputs, in any order; the manifest and the rejects file of each lie beside it.</param>
    /// <param name="output">The result: what one run over the whole input would have written.</param>
    /// <param name="force">Whether files of an earlier run may be replaced.</param>
    /// <param name="review">Where to write the review file of the whole, from those of the shards; <see langword="null"/> for none.</param>
    /// <param name="report">Where to write the report of the whole; <see langword="null"/> for none.</param>
    /// <param name="reportOptions">How the report is written.</param>
    /// <returns>The manifest of the whole, which is written too.</returns>
    /// <exception cref="ConversionException">A shard is missing, damaged, or of another run; the message says which.</exception>
    public static ConversionManifest Merge(IReadOnlyList<string> shards, string output, bool force = false, string? review = null, string? report = null, ReportOptions? reportOptions = null)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentException.ThrowIfNullOrEmpty(output);
        var summary = new SummarySum();
        var parts = shards.Select(path => (Path: path, Manifest: Read(path, summary))).OrderBy(part => part.Manifest.Shard?.Index ?? 0).ToList();
        Check(parts);
        var first = parts[0].Manifest;
        var options = new ConversionOptions { Input = parts[0].Path, Output = output, Force = force, Review = review, Report = report, IsOutputSha256 = first.Output.Checksum.StartsWith("sha256", StringComparison.Ordinal) };
        if (options.IsCompressed != first.Output.Compressed)
        {
            throw first.Output.Compressed
                ? ConversionException.OfUsage($"Delene er komprimert: la navnet {output} slutte på .gz.", $"The shards are compressed: end the name {output} in .gz.")
                : ConversionException.OfUsage($"Delene er ikke komprimert, så {output} kan ikke slutte på .gz.", $"The shards are not compressed, so {output} must not end in .gz.");
        }

        foreach (var file in parts.SelectMany(part => Files(part.Path, part.Manifest))) OutputFiles.Check(options with { Input = file });
        // Read before anything is written: what does not fit is told at once.
        var entries = review is null ? [] : ReviewEntry.Sum(parts.SelectMany(part => Reviewed(part.Path, part.Manifest)));
        using var files = OutputFiles.Begin(options);
        foreach (var (path, manifest) in parts)
        {
            Copy(path, manifest.Output, options.IsOutputSha256, files.Write);
            if (manifest.Rejects is { } rejects) Copy(RejectsPath(path, rejects), rejects, isSha256: true, files.WriteRejects);
        }

        // What takes long comes before anything is put in its place.
        files.FlushToDisk();
        var whole = Whole(parts.ConvertAll(part => part.Manifest), output, options.RejectsPath!, files) with
        {
            Review = review is null ? null : ReviewFile.Write(review, entries),
            Summary = summary.Whole(),
        };
        if (report is not null) ConversionReport.WriteFile(report, whole, reportOptions);
        files.Finish(JsonSerializer.SerializeToUtf8Bytes(whole, ConversionJson.Contract.ConversionManifest));
        return whole;
    }

    private static ConversionManifest Read(string path, SummarySum summary)
    {
        var manifest = BatchConversion.ReadManifest(path + ".manifest.json");
        summary.Add(manifest.Summary);
        return manifest with { Summary = SummarySum.WithoutLists(manifest.Summary) };
    }

    private static void Check(List<(string Path, ConversionManifest Manifest)> parts)
    {
        var (firstPath, first) = parts[0];
        foreach (var (path, manifest) in parts)
        {
            if (manifest.Shard is null) throw Misfit($"{path} er ikke en del, men en hel konvertering", $"{path} is no shard but a whole conversion");
            if (manifest.Tool != first.Tool) throw Misfit($"{path} er laget av {manifest.Tool} og {firstPath} av {first.Tool}", $"{path} was made by {manifest.Tool} and {firstPath} by {first.Tool}");
            if (manifest.Shard.Count != first.Shard!.Count) throw Misfit($"{path} er én av {manifest.Shard.Count} deler og {firstPath} én av {first.Shard.Count}", $"{path} is one of {manifest.Shard.Count} shards and {firstPath} one of {first.Shard.Count}");
            if (manifest.Shard.InputBytes != first.Shard.InputBytes) throw Misfit($"{path} er av en fil på {manifest.Shard.InputBytes} byte og {firstPath} av en på {first.Shard.InputBytes}", $"{path} is of an input of {manifest.Shard.InputBytes} bytes and {firstPath} of one of {first.Shard.InputBytes}");
            if (manifest.Data != first.Data) throw Misfit($"{path} og {firstPath} er konvertert med ulike utgaver, regler eller beslutninger", $"{path} and {firstPath} were converted with different releases, rules or decisions");
            if (manifest.Dialect != first.Dialect || !manifest.Columns.SequenceEqual(first.Columns) || !manifest.Options.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(first.Options.OrderBy(pair => pair.Key, StringComparer.Ordinal)))
                throw Misfit($"{path} og {firstPath} er konvertert med ulike valg", $"{path} and {firstPath} were converted with different options");
            if (manifest.Output.Checksum.Split(':')[0] != first.Output.Checksum.Split(':')[0]) throw Misfit($"{path} og {firstPath} har ulike slags sjekksummer", $"{path} and {firstPath} have different kinds of checksums");
        }

        var count = first.Shard!.Count;
        var missing = Enumerable.Range(1, count).Except(parts.Select(part => part.Manifest.Shard!.Index)).ToList();
        if (missing.Count > 0)
        {
            var listed = string.Join(", ", missing.Select(index => $"{index}/{count}"));
            throw missing.Count == 1 ? Misfit($"del {listed} mangler", $"shard {listed} is missing") : Misfit($"delene {listed} mangler", $"shards {listed} are missing");
        }

        if (parts.Count > count)
        {
            var twice = parts.GroupBy(part => part.Manifest.Shard!.Index).First(group => group.Count() > 1).Key;
            throw Misfit($"del {twice}/{count} er oppgitt to ganger", $"shard {twice}/{count} is given twice");
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var (path, shard) = (parts[i].Path, parts[i].Manifest.Shard!);
            var before = i == 0 ? null : parts[i - 1].Manifest;
            if (before is not null && (before.Shard!.End != shard.Start || before.Shard.ChecksumUpToEnd != shard.ChecksumBefore))
                throw Misfit($"{path} fortsetter ikke der {parts[i - 1].Path} slutter: de er ikke av samme fil", $"{path} does not go on where {parts[i - 1].Path} ends: their inputs were not the same");
            if (before is null || before.Shard!.FirstRow + before.Output.Rows == shard.FirstRow) continue;
            var last = before.Shard.FirstRow + before.Output.Rows;
            throw Misfit($"{path} begynner med rad {shard.FirstRow + 1}, og {parts[i - 1].Path} slutter med rad {last}", $"{path} begins with row {shard.FirstRow + 1}, and {parts[i - 1].Path} ends with row {last}");
        }

        if (parts[^1].Manifest.Shard!.End != first.Shard.InputBytes) throw Misfit($"{parts[^1].Path} slutter før filen som ble konvertert", $"{parts[^1].Path} ends before the input does");
    }

    private static IEnumerable<string> Files(string path, ConversionManifest manifest)
    {
        yield return path;
        yield return path + ".manifest.json";
        if (manifest.Rejects is { } rejects) yield return RejectsPath(path, rejects);
        if (manifest.Review is { } review) yield return ReviewPath(path, review);
    }

    private static string RejectsPath(string path, ManifestFile rejects) => File.Exists(path + ".rejects.csv") ? path + ".rejects.csv" : rejects.Name;

    /// <summary>Beside the shard, where both were moved together; else where it was written.</summary>
    private static string ReviewPath(string path, ManifestFile review) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(review.Name)) is var beside && File.Exists(beside) ? beside : review.Name;

    private static IEnumerable<ReviewEntry> Reviewed(string path, ConversionManifest manifest)
    {
        if (manifest.Review is not { } review) throw Misfit($"{path} er konvertert uten --review, så det er ingen gjennomgangsfil av det hele", $"{path} was converted without --review, so there is no review file of the whole");
        var file = new MemoryStream();
        Copy(ReviewPath(path, review), review, isSha256: true, file.Write);
        file.Position = 0;
        return ReviewFile.Read(file);
    }

    private static void Copy(string path, ManifestFile expected, bool isSha256, Action<ReadOnlySpan<byte>> write)
    {
        if (!File.Exists(path)) throw ConversionException.OfData($"{path}: filen finnes ikke, men et manifest nevner den.", $"{path}: there is no such file, but a manifest names it.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var checksum = new RunningChecksum(isSha256);
        var buffer = new byte[1 << 20];
        var bytes = 0L;
        for (int read; (read = stream.Read(buffer)) > 0; bytes += read)
        {
            checksum.Append(buffer.AsSpan(0, read));
            write(buffer.AsSpan(0, read));
        }

        if (bytes != expected.Bytes || checksum.ToString() != expected.Checksum)
            throw Misfit($"{path} er ikke slik manifestet sier: {bytes} byte, {checksum}; ventet er {expected.Bytes} byte, {expected.Checksum}", $"{path} is not as its manifest says: {bytes} bytes, {checksum}; expected {expected.Bytes} bytes, {expected.Checksum}");
    }

    private static ConversionManifest Whole(List<ConversionManifest> parts, string output, string rejects, OutputFiles files)
    {
        var (first, last) = (parts[0], parts[^1]);
        return first with
        {
            Started = parts.Min(part => part.Started),
            Ended = parts.Max(part => part.Ended),
            Seconds = Math.Round(parts.Sum(part => part.Seconds), 3),
            Resumed = parts.Sum(part => part.Resumed),
            Input = last.Input,
            Output = new(output, files.OutputBytes, parts.Sum(part => part.Output.Rows), files.OutputChecksum, first.Output.Compressed),
            Rejects = new(rejects, files.RejectsBytes, parts.Sum(part => part.Summary.RejectedRows), files.RejectsChecksum!, false),
            Shard = null,
        };
    }

    private static ConversionException Misfit(string bokmal, string english) => ConversionException.OfData($"Delene kan ikke settes sammen: {bokmal}.", $"The shards cannot be put together: {english}.");
}
