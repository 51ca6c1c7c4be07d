using Icd.Core.Releases;
using Icd.Mapping.Who;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Icd.Toolkit;

/// <summary>Loads the releases when a program starts, and anew when files of the data directory change.</summary>
/// <remarks>
/// It looks instead of waiting for events, which network file systems and mounted volumes do not send. A change is acted on when nothing has changed
/// since the look before, so that a file that is still being written is left alone.
/// </remarks>
internal sealed partial class ReleaseWatcher(ReleaseHost host, IOptions<IcdOptions> options, ILogger<ReleaseWatcher> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loaded = Look();
        // Off the thread that starts the program: the server listens meanwhile and says that it is not ready.
        await Task.Run(host.Start, stoppingToken).ConfigureAwait(false);
        if (options.Value.Watch == TimeSpan.Zero) return;
        var seen = loaded;
        using var timer = new PeriodicTimer(options.Value.Watch);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            var now = Look();
            var isStill = now == seen;
            seen = now;
            if (now == loaded || !isStill) continue;
            loaded = now;
            await Task.Run(Reload, stoppingToken).ConfigureAwait(false);
        }
    }

    private void Reload()
    {
        try
        {
            host.Reload(keepMissing: true);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A file may be wrong in a way that no check foresaw; the watcher must see the next one all the same.
            LogFailed(exception);
        }
    }

    /// <summary>Names, lengths and times of the files that count.</summary>
    private string Look()
    {
        try
        {
            var directory = new DirectoryInfo(options.Value.DataDirectory);
            return !directory.Exists ? "" : string.Join('|', directory.EnumerateFiles()
                .Where(file => file.Extension is ReleaseKey.FileExtension or WhoCrosswalk.FileExtension)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    [LoggerMessage(11, LogLevel.Error, "Loading anew failed; what is loaded goes on")]
    private partial void LogFailed(Exception exception);
}
