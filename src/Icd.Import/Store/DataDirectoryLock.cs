namespace Icd.Import.Store;

/// <summary>Lets one process at a time change a data directory; readers need no lock.</summary>
/// <remarks>The operating system frees it when the process ends, however it ends.</remarks>
internal sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = ".icd-import.lock";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process has the lock.</summary>
    /// <param name="directory">The data directory; created where it is missing.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="waiting">Called once when there is something to wait for.</param>
    /// <exception cref="ImportException">The lock was not free in time.</exception>
    public static DataDirectoryLock Take(string directory, TimeSpan patience, Action? waiting = null)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(directory, exception);
        }

        var path = Path.Combine(directory, FileName);
        var deadline = TimeProvider.System.GetTimestamp() + (long)(patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException || !File.Exists(path))
            {
                throw NotWritable(directory, exception);
            }
            catch (IOException exception)
            {
                waiting?.Invoke();
                waiting = null;
                if (TimeProvider.System.GetTimestamp() > deadline)
                    throw new ImportException(directory, $"another process has been changing this data directory for over {patience.TotalMinutes:0} minutes", "Wait for it, or end it, and try again.", inner: exception);
                Thread.Sleep(100);
            }
        }
    }

    private static ImportException NotWritable(string directory, Exception exception) =>
        new(directory, $"the data directory cannot be written to ({exception.Message.TrimEnd('.')})", "Correct its permissions, or name another one.", inner: exception);

    public void Dispose() => _file.Dispose();
}
