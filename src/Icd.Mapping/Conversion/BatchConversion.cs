using System.Reflection;
using System.Text.Json;
using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>Converts files of any size: every row once, in order, its bytes untouched, with the answers for its diagnosis cells appended.</summary>
/// <remarks>Safe for concurrent use; each run has its own threads and files.</remarks>
public sealed class BatchConversion
{
    private readonly Crosswalk _crosswalk;
    private readonly ReleaseCatalog _catalog;
    private readonly TimeProvider _time;

    /// <summary>Conversion by a crosswalk.</summary>
    /// <param name="crosswalk">What answers.</param>
    /// <param name="catalog">Titles, and older editions of the Norwegian list where they are loaded.</param>
    /// <param name="time">The clock; the system's where none is given.</param>
    public BatchConversion(Crosswalk crosswalk, ReleaseCatalog catalog, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(catalog);
        (_crosswalk, _catalog, _time) = (crosswalk, catalog, time ?? TimeProvider.System);
    }

    /// <summary>Name and version of this program, as manifests have it.</summary>
    public static string Tool { get; } = $"icd {typeof(BatchConversion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";

    /// <summary>Converts a file.</summary>
    /// <param name="options">Which, and how.</param>
    /// <param name="report">Told how far the run has come, a few times a second, by any of its threads.</param>
    /// <param name="cancellation">Stops the run in a state that <see cref="ConversionOptions.Resume"/> can take up.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ConversionException">It cannot be done; the message says why, and how to mend it.</exception>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ConversionManifest Run(ConversionOptions options, Action<ConversionProgress>? report = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        OutputFiles.Check(options);
        if (options.Resume && IsFinished(options)) return ReadManifest(options.ManifestPath!);
        using var input = ConversionInput.Open(options.Input, options.InputStream);
        var plan = new ConversionPlanner(_crosswalk, _catalog).Plan(options, input);
        return new ConversionRun(plan, input, _time, report, cancellation).Run();
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ConversionException">There is none, or it is damaged.</exception>
    public static ConversionManifest ReadManifest(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ConversionJson.Contract.ConversionManifest) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw ConversionException.OfData($"{path}: dette er ikke et manifest fra `icd convert` ({exception.Message}).", $"{path}: this is no manifest of `icd convert` ({exception.Message}).", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ConversionException.OfData($"{path}: filen finnes ikke. En ferdig konvertering legger den ved siden av resultatet.", $"{path}: there is no such file. A finished conversion leaves it beside its output.", exception);
        }
    }

    /// <summary>Whether a run had put everything in place and was cut off before it took its checkpoint away.</summary>
    private static bool IsFinished(ConversionOptions options)
    {
        var checkpoint = OutputFiles.CheckpointPath(options);
        if (!File.Exists(checkpoint) || File.Exists(OutputFiles.UnfinishedPath(options.Output)) || !File.Exists(options.Output) || !File.Exists(options.ManifestPath)) return false;
        File.Delete(checkpoint);
        return true;
    }
}
