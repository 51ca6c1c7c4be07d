using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Icd.Toolkit;

/// <summary>Holds the loaded releases of a process and swaps them atomically for newer ones.</summary>
public sealed partial class ReleaseHost
{
    private readonly IOptions<IcdOptions> _options;
    private readonly ILogger _log;
    private readonly Lock _loading = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LoadedReleases? _current;
    private volatile ReloadReport? _lastReload;

    /// <summary>A host over the directory that the options name.</summary>
    public ReleaseHost(IOptions<IcdOptions> options, ILogger<ReleaseHost>? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _log) = (options, (ILogger?)log ?? NullLogger.Instance);
    }

    /// <summary>Whether a program with a host has loaded the releases and can answer without delay.</summary>
    public bool IsReady => _ready.Task.IsCompleted;

    /// <summary>Ends when <see cref="IsReady"/> begins to hold.</summary>
    public Task WhenReady => _ready.Task;

    /// <summary>The last attempt to load anew; <see langword="null"/> where there was none.</summary>
    public ReloadReport? LastReload => _lastReload;

    /// <summary>Called with what is loaded from now on, at first and after each swap.</summary>
    public event Action<LoadedReleases>? Swapped;

    /// <summary>What is loaded now; take it once for a request. Loads it where nothing has yet.</summary>
    public LoadedReleases Current
    {
        get
        {
            if (_current is { } loaded) return loaded;
            lock (_loading)
            {
                if (_current is { } meanwhile) return meanwhile;
                var first = LoadedReleases.Open(_options.Value.DataDirectory);
                foreach (var refused in first.Refused) LogRefused(refused.File, refused.Problem);
                LogLoaded(string.Join(", ", first.Catalog.Keys), first.Fingerprint);
                Swap(first);
                return first;
            }
        }
    }

    /// <summary>Loads the directory anew beside what is there, makes it ready, then swaps. What is loaded goes on where that fails.</summary>
    /// <param name="keepMissing">Whether releases whose files are gone stay: a directory that is being copied or mounted is no wish to withdraw them.</param>
    public ReloadReport Reload(bool keepMissing = false)
    {
        lock (_loading)
        {
            var before = Current;
            ReloadReport report;
            try
            {
                report = Reload(before, keepMissing);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                report = Report(before, before, exception.Message);
            }

            foreach (var refused in report.Refused) LogRefused(refused.File, refused.Problem);
            if (report.Problem is { } problem) LogNotSwapped(problem);
            return _lastReload = report;
        }
    }

    /// <summary>Loads the releases, then makes what takes time: the search first, without which the program is not ready.</summary>
    internal void Start()
    {
        try
        {
            Current.WarmSearch();
            _ready.TrySetResult();
            Current.Warm();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is damaged has been logged and answers for itself; the rest works.
            LogNotWarm(exception.Message);
        }
        finally
        {
            _ready.TrySetResult();
        }
    }

    private ReloadReport Reload(LoadedReleases before, bool keepMissing)
    {
        var directory = _options.Value.DataDirectory;
        if (!Directory.Exists(directory) && before.HasFiles)
            return Report(before, before, $"The data directory {directory} is gone; what was loaded from it goes on.");
        var after = LoadedReleases.Open(directory, before, keepMissing);
        if (after.IsSameAs(before)) return Report(before, before, null);
        // Whoever is asked next finds it warm; until then the old one answers.
        after.Warm();
        Swap(after);
        LogLoaded(string.Join(", ", after.Catalog.Keys), after.Fingerprint);
        return Report(before, after, null);
    }

    private static ReloadReport Report(LoadedReleases before, LoadedReleases after, string? problem) => new(
        DateTimeOffset.UtcNow, after != before,
        [.. after.Catalog.Keys.Where(key => !before.Catalog.Keys.Contains(key) || before.ContentOf(key) != after.ContentOf(key))],
        [.. before.Catalog.Keys.Where(key => !after.Catalog.Keys.Contains(key))], after.Refused, problem);

    private void Swap(LoadedReleases loaded)
    {
        _current = loaded;
        Swapped?.Invoke(loaded);
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded {Releases}; fingerprint {Fingerprint}")]
    private partial void LogLoaded(string releases, string fingerprint);

    [LoggerMessage(4, LogLevel.Error, "Not everything could be made ready: {Problem}")]
    private partial void LogNotWarm(string problem);

    [LoggerMessage(2, LogLevel.Error, "Refused {File}: {Problem}")]
    private partial void LogRefused(string file, string problem);

    [LoggerMessage(3, LogLevel.Error, "The releases that are loaded go on: {Problem}")]
    private partial void LogNotSwapped(string problem);
}
