using Icd.Search.Indexing;

namespace Icd.Search.Storage;

/// <summary>Opens the index over a catalog's releases: one compiled earlier where it still fits, else a new one, which is kept beside the releases.</summary>
public sealed class IndexStore
{
    /// <summary>The extension of compiled indexes.</summary>
    public const string FileExtension = ".icdsearch";

    private readonly string _directory;
    private readonly Func<Stream?>? _embedded;

    /// <summary>A store.</summary>
    /// <param name="directory">The data directory; it need not exist.</param>
    /// <param name="embedded">Opens the index that the program carries for the releases that it carries.</param>
    public IndexStore(string directory, Func<Stream?>? embedded = null) => (_directory, _embedded) = (directory, embedded);

    /// <summary>Called with the path before an index is compiled that is to be kept there: it takes some seconds.</summary>
    public Action<string>? Compiling { get; init; }

    /// <summary>Called with what went wrong where a compiled index could not be kept; the index itself is fine.</summary>
    public Action<string>? NotKept { get; init; }

    /// <summary>Opens the index over these sources.</summary>
    public CodeIndex Open(IndexSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        // A lexicon of the caller's own has no identity to compare.
        if (sources.Lexicon is not null) return CodeIndex.Build(sources);
        var identity = sources.Identity;
        if (_embedded?.Invoke() is { } carried)
        {
            using (carried)
            {
                if (IndexFile.Read(carried, identity) is { } tables) return new(tables, sources);
            }
        }

        var path = Path.Combine(_directory, NameFor(sources));
        if (ReadFile(path, identity) is { } kept) return new(kept, sources);
        Compiling?.Invoke(path);
        var built = IndexBuilder.Build(sources);
        Keep(built, identity, path);
        return new(built, sources);
    }

    /// <summary>Writes the index over these sources, for a program to carry.</summary>
    public static void Compile(IndexSources sources, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(sources);
        IndexFile.Write(stream, IndexBuilder.Build(sources), sources.Identity);
    }

    /// <summary>One file for each set of releases: an index of older ones stays while they do.</summary>
    private static string NameFor(IndexSources sources)
    {
        var keys = string.Join('+', new[] { sources.Icd11?.Key.ToString(), sources.Icd10?.Key.ToString() }.Where(key => key is not null));
        return $"search-{(keys.Length > 0 ? keys : "lexicon")}{FileExtension}";
    }

    private static IndexTables? ReadFile(string path, string identity)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return IndexFile.Read(file, identity);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Written beside and moved into place: a reader sees the whole file or none of it.</summary>
    private void Keep(IndexTables tables, string identity, string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(_directory);
            using (var file = File.Create(temporary)) IndexFile.Write(file, tables, identity);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NotKept?.Invoke(exception.Message);
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }
}
