using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Import.Mapping;
using Icd.Mapping.Who;

namespace Icd.Import.Store;

/// <summary>Writes compiled releases into a data directory so that a reader sees the old file or the new one, never a part.</summary>
public sealed class ReleaseStore
{
    /// <summary>Longer than any import takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string TemporarySuffix = ".tmp";

    private readonly string _directory;

    /// <summary>A store over a directory, which is created with the first release.</summary>
    public ReleaseStore(string directory) => _directory = Path.GetFullPath(directory);

    /// <summary>Called once when another process is importing into the same directory and this one waits.</summary>
    public Action? Waiting { get; init; }

    /// <summary>Adds a draft to what the directory has of the same release, and replaces the compiled file.</summary>
    /// <param name="incoming">What was read.</param>
    /// <param name="replace">Whether to start the release anew rather than to add to it.</param>
    /// <exception cref="ImportException">The two do not fit together, or the disk fails.</exception>
    public StoredRelease Save(ReleaseDraft incoming, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        using var held = DataDirectoryLock.Take(_directory, Patience, Waiting);
        RemoveLeftovers();
        var path = Path.Combine(_directory, incoming.Key.FileName);
        var existing = replace || !File.Exists(path) ? null : OpenExisting(path, incoming.Key);
        var merged = existing is null ? incoming : ReleaseMerge.Merge(existing, incoming);
        var bytes = Compile(merged);
        Write(path, bytes);
        return new(path, Release.Open(path), existing is not null);
    }

    /// <summary>Adds mapping tables to what the directory has of the same release, and replaces the compiled file; a table that is there already is read anew.</summary>
    /// <param name="incoming">What was read.</param>
    /// <param name="replace">Whether to start anew rather than to add.</param>
    /// <exception cref="ImportException">What is there cannot be added to, or the disk fails.</exception>
    public StoredCrosswalk Save(WhoCrosswalkDraft incoming, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        using var held = DataDirectoryLock.Take(_directory, Patience, Waiting);
        RemoveLeftovers();
        var path = Path.Combine(_directory, WhoCrosswalk.FileName(incoming.Release));
        if (!replace && File.Exists(path)) incoming.AddMissing(OpenExistingCrosswalk(path));
        Write(path, incoming.Compile());
        return new(path, WhoCrosswalk.Open(path));
    }

    private static WhoCrosswalk OpenExistingCrosswalk(string path)
    {
        try
        {
            return WhoCrosswalk.Open(path);
        }
        catch (ReleaseFormatException exception)
        {
            throw NotAddable(path, exception.Problem.ToString(), exception);
        }
    }

    private static Release OpenExisting(string path, ReleaseKey key)
    {
        try
        {
            var existing = Release.Open(path);
            // A renamed file would give what is merged the wrong key.
            return existing.Key == key ? existing : throw NotAddable(path, $"it holds {existing.Key}", null);
        }
        catch (ReleaseFormatException exception)
        {
            throw NotAddable(path, exception.Problem.ToString(), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotAddable(path, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static ImportException NotAddable(string path, string why, Exception? cause) =>
        new(path, $"the release in the data directory cannot be added to ({why})", "Import with --replace to start it anew; what else it held (languages, scales) must then be imported again.", inner: cause);

    private static byte[] Compile(ReleaseDraft draft)
    {
        try
        {
            SanctioningRules.AddDerived(draft);
            return draft.Compile();
        }
        catch (InvalidDataException exception)
        {
            throw new ImportException(draft.Key.ToString(), exception.Message.TrimEnd('.'), "The source contradicts itself: download it again, and report it if it stays so.", inner: exception);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        // A name that is no release's, in the same file system, so that the rename is atomic.
        var temporary = $"{path}.{Environment.ProcessId}{TemporarySuffix}";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new ImportException(path, $"the release cannot be written ({exception.Message.TrimEnd('.')})", "Make room or correct the permissions; what was there is unchanged.", inner: exception);
        }
    }

    /// <summary>Whoever left these was killed: the lock is ours, so nobody is writing them now.</summary>
    private void RemoveLeftovers()
    {
        foreach (var extension in (string[])[ReleaseKey.FileExtension, WhoCrosswalk.FileExtension])
        {
            foreach (var leftover in Directory.EnumerateFiles(_directory, $"*{extension}.*{TemporarySuffix}")) File.Delete(leftover);
        }
    }
}
