using Microsoft.Extensions.Options;

namespace Icd.Toolkit;

/// <summary>Holds the loaded releases of a process and swaps them atomically for newer ones.</summary>
public sealed class ReleaseHost(IOptions<IcdOptions> options)
{
    private readonly Lock _loading = new();
    private volatile LoadedReleases? _current;

    /// <summary>Whether releases are loaded.</summary>
    public bool IsReady => _current is not null;

    /// <summary>What is loaded now; take it once for a request. Loads it where nothing has yet.</summary>
    public LoadedReleases Current
    {
        get
        {
            if (_current is { } loaded) return loaded;
            lock (_loading) return _current ??= LoadedReleases.Open(options.Value.DataDirectory);
        }
    }

    /// <summary>Loads the directory anew beside what is there, then swaps. What is loaded goes on where that fails.</summary>
    /// <exception cref="Core.Releases.ReleaseFormatException">A file is damaged.</exception>
    public LoadedReleases Reload()
    {
        lock (_loading) return _current = LoadedReleases.Open(options.Value.DataDirectory);
    }
}
