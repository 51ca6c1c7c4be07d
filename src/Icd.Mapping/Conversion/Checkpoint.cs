using System.Text.Json;

namespace Icd.Mapping.Conversion;

/// <summary>How far a run has come, with all that it needs to go on: <c>OUT.checkpoint.json</c>. What it says is on the disk.</summary>
internal sealed record Checkpoint
{
    public int Format { get; init; } = 1;

    public required string Tool { get; init; }

    public required IReadOnlyDictionary<string, string> Options { get; init; }

    public required ManifestData Data { get; init; }

    public required int Shard { get; init; }

    public required int Shards { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required double Seconds { get; init; }

    public required int Resumed { get; init; }

    /// <summary>The size of the input file; 0 for a stream.</summary>
    public required long InputFileBytes { get; init; }

    /// <summary>When the input file was last written to; <see langword="null"/> for a stream.</summary>
    public required DateTimeOffset? InputModified { get; init; }

    /// <summary>Where the next block begins.</summary>
    public required long InputOffset { get; init; }

    /// <summary>The checksum of the input up to there.</summary>
    public required string InputChecksum { get; init; }

    public required long OutputBytes { get; init; }

    public required string OutputChecksum { get; init; }

    public required long RejectsBytes { get; init; }

    public required string RejectsChecksum { get; init; }

    /// <summary>What the manifest's shard says of its beginning; <see langword="null"/> while that is not reached.</summary>
    public required ShardStart? ShardStart { get; init; }

    public required TallyState Tally { get; init; }

    public static Checkpoint Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CheckpointJson.Default.Checkpoint) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw ConversionException.OfData($"{path}: dette er ikke tilstanden til en kjøring av `icd convert` ({exception.Message}). Begynn på nytt med --force.", $"{path}: this is no checkpoint of `icd convert` ({exception.Message}). Start anew with --force.", exception);
        }
    }

    /// <summary>Writes the file beside its place and puts it there, so that there is always a whole one.</summary>
    public void Write(string path) => DurableFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, CheckpointJson.Default.Checkpoint));
}
