using System.Collections.Concurrent;
using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>All releases that a program can use: those in its data directory and those it carries.</summary>
/// <remarks>
/// The directory is read once, when the catalog is made; each release is opened when it is first asked for and stays open.
/// Safe for concurrent use.
/// </remarks>
public sealed class ReleaseCatalog
{
    /// <summary>The environment variable that names the data directory.</summary>
    public const string DirectoryVariable = "ICD_DATA";

    private readonly Dictionary<ReleaseKey, Func<Release>> _openers = [];
    private readonly ConcurrentDictionary<ReleaseKey, OpenOnce> _open = [];
    private readonly ReleaseKey[] _keys;

    /// <summary>Finds what there is; opens nothing yet.</summary>
    /// <param name="directory">The data directory; it need not exist.</param>
    /// <param name="embedded">What the program carries. A file of the same release in the directory wins.</param>
    public ReleaseCatalog(string directory, params IEnumerable<EmbeddedRelease> embedded)
        : this(embedded.Concat(FilesIn(directory)), directory)
    {
    }

    private ReleaseCatalog(IEnumerable<EmbeddedRelease> releases, string directory)
    {
        DataDirectory = Path.GetFullPath(directory);
        foreach (var release in releases) _openers[release.Key] = release.Open;
        _keys = [.. _openers.Keys];
        Array.Sort(_keys);
    }

    /// <summary>A catalog of these releases and no others: whoever has read the files already says which.</summary>
    /// <param name="directory">The data directory, for what is kept beside the releases; it is not looked into.</param>
    /// <param name="releases">The releases; of two with the same key the later one counts.</param>
    public static ReleaseCatalog Of(string directory, params IEnumerable<EmbeddedRelease> releases) => new(releases, directory);

    /// <summary>The data directory, absolute.</summary>
    public string DataDirectory { get; }

    /// <summary>What there is, by classification and from old to new.</summary>
    public IReadOnlyList<ReleaseKey> Keys => _keys;

    /// <summary>
    /// The data directory to use when nobody names one: <c>ICD_DATA</c>, or <c>icd</c> in the user's local application data.
    /// </summary>
    public static string DefaultDirectory() =>
        Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "icd");

    /// <summary>The newest official release of a classification, or our starter release where there is none.</summary>
    /// <returns><see langword="null"/> where there is neither.</returns>
    /// <exception cref="ReleaseFormatException">The file is damaged. An older release never stands in for it unsaid.</exception>
    public Release? Newest(Classification classification) => NewestKey(classification) is { } key ? Open(key) : null;

    /// <summary>Which release <see cref="Newest"/> would open.</summary>
    public ReleaseKey? NewestKey(Classification classification) =>
        Array.FindLast(_keys, key => key.Classification == classification && !key.IsStarter)
        ?? Array.FindLast(_keys, key => key.Classification == classification);

    /// <summary>An official release by its id.</summary>
    /// <returns><see langword="null"/> where it is not there; another release never stands in for it.</returns>
    /// <exception cref="ReleaseFormatException">The file is damaged.</exception>
    public Release? Find(Classification classification, ReleaseId releaseId)
    {
        var key = new ReleaseKey(classification, releaseId);
        return _openers.ContainsKey(key) ? Open(key) : null;
    }

    /// <summary>A release that <see cref="Keys"/> names.</summary>
    /// <exception cref="KeyNotFoundException">There is no such release.</exception>
    /// <exception cref="ReleaseFormatException">The file is damaged.</exception>
    public Release Open(ReleaseKey key) => _open.GetOrAdd(key, static (key, openers) =>
        openers.TryGetValue(key, out var open)
            ? new(open)
            : throw new KeyNotFoundException($"There is no release {key}."), _openers).Value;

    /// <summary>Our starter release, whose Norwegian terms lie over the official one; <see langword="null"/> where the program carries none.</summary>
    public Release? Starter => Array.FindLast(_keys, key => key is { IsStarter: true, Classification: Classification.Mms }) is { } key ? Open(key) : null;

    /// <summary>The title to show: in the language asked for, from the release or our Norwegian overlay; otherwise the release's first.</summary>
    /// <param name="entity">An entity of any release.</param>
    /// <param name="language">BCP 47, such as <c>nb</c>.</param>
    public DisplayTitle TitleOf(Entity entity, string language)
    {
        if (entity.TitleIn(language) is { } own) return new(own, language, entity.IsAuthored || entity.Release.Key.IsStarter);
        if (Overlay(entity) is { } overlaid && overlaid.TitleIn(language) is { } title) return new(title, language, true);
        if (entity.Residual != Residual.None && entity.Parent is { } category && TitleOf(category, language) is { } above && above.Language == language
            && ResidualTitle.Of(entity.Residual, above.Text, language) is { } composed) return new(composed, language, true);
        return new(entity.Title, entity.Release.Languages[0], entity.IsAuthored);
    }

    /// <summary>The texts about an entity, ours included.</summary>
    public IEnumerable<Term> TermsOf(Entity entity) => Overlay(entity) is { } overlaid ? entity.Terms.Concat(overlaid.Terms) : entity.Terms;

    /// <summary>The same entity in our starter release: WHO keeps an entity's id from release to release.</summary>
    private Entity? Overlay(Entity entity) =>
        entity.Id != 0 && !entity.Release.Key.IsStarter && Starter is { } starter && starter.Classification == entity.Release.Classification
        && starter.TryFind(entity.Id, entity.Residual, out var found) ? found : null;

    /// <summary>The compiled releases of a directory, by their names.</summary>
    private static IEnumerable<EmbeddedRelease> FilesIn(string directory)
    {
        if (!Directory.Exists(directory)) yield break;
        foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(directory), $"*{ReleaseKey.FileExtension}"))
        {
            if (ReleaseKey.TryParseFileName(Path.GetFileName(path), out var key)) yield return new(key, () => OpenFile(path, key));
        }
    }

    private static Release OpenFile(string path, ReleaseKey key)
    {
        var release = Release.Open(path);
        return release.Key == key
            ? release
            : throw ReleaseFormatException.Misnamed(path, key, release.Key);
    }

    /// <summary>A release that is opened when it is first asked for. A failure is not remembered: a file that was put right is opened at the next try.</summary>
    private sealed class OpenOnce(Func<Release> open)
    {
        private readonly Lock _opening = new();
        private Release? _release;

        public Release Value
        {
            get
            {
                if (Volatile.Read(ref _release) is { } known) return known;
                lock (_opening)
                {
                    if (_release is null) Volatile.Write(ref _release, open());
                    return _release!;
                }
            }
        }
    }
}
