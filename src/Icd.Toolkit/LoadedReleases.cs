using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Who;
using Icd.Search;
using Icd.Search.Storage;

namespace Icd.Toolkit;

/// <summary>
/// All that was in a data directory at one moment, with the engines over it. A request takes one and answers from it
/// alone, so that a new release never changes an answer half-way.
/// </summary>
/// <remarks>
/// Files are read into memory, not mapped: whoever copies over a file in place pulls the ground from under a mapping, and the
/// process dies with it. A file that is damaged is refused by itself (<see cref="Refused"/>). Where it was good before, what it
/// held then stays; where nothing was loaded before and it would be the newest of its classification, asking for the newest throws
/// <see cref="ReleaseFormatException"/>, because an older release must not answer in its place unsaid.
/// </remarks>
public sealed class LoadedReleases
{
    private readonly ConcurrentDictionary<ReleaseKey, Lazy<MmsEngines>> _engines = [];
    private readonly ConcurrentDictionary<ReleaseKey, Lazy<CodeIndex>> _searches = [];
    private readonly Dictionary<ReleaseKey, Release> _files;
    private readonly Lazy<CodeIndex> _search, _searchWithoutMms;
    private readonly bool _brokenMms;

    private LoadedReleases(ReleaseCatalog catalog, Dictionary<ReleaseKey, Release> files, IReadOnlyList<RefusedFile> refused, bool brokenMms)
    {
        (Catalog, _files, Refused, _brokenMms) = (catalog, files, refused, brokenMms);
        _search = new(() => OpenSearch(SearchSources.Of(catalog)));
        _searchWithoutMms = new(() => OpenSearch(new() { Icd10 = Icd10, Starter = catalog.Starter, Icpc2 = catalog.Newest(Classification.Icpc2) }));
        IcfValidator = new(() => Icf is { } icf ? new(icf) : null);
        Fingerprint = FingerprintOf(catalog, files);
    }

    /// <summary>The releases.</summary>
    public ReleaseCatalog Catalog { get; }

    /// <summary>Search over the newest releases.</summary>
    /// <exception cref="ReleaseFormatException">The newest release of ICD-11 is damaged.</exception>
    public CodeIndex Search => _search.Value;

    /// <summary>Search over the newest releases, for some systems: one that is not asked for may be damaged.</summary>
    /// <exception cref="ReleaseFormatException">The newest release of a system that is asked for is damaged.</exception>
    public CodeIndex SearchIn(SearchSystems systems) => _brokenMms && (systems & SearchSystems.Icd11) == 0 ? _searchWithoutMms.Value : Search;

    /// <summary>The newest release of the Norwegian ICD-10; <see langword="null"/> where the build has none.</summary>
    public Release? Icd10 => Catalog.Newest(Classification.Icd10);

    /// <summary>The newest release of ICF; <see langword="null"/> where none is imported.</summary>
    public Release? Icf => Catalog.Newest(Classification.Icf);

    /// <summary>Judges ICF codes over <see cref="Icf"/>; holds <see langword="null"/> where none is imported.</summary>
    public Lazy<IcfValidator?> IcfValidator { get; }

    /// <summary>The engines over the newest release of MMS, or over our starter release.</summary>
    /// <exception cref="ReleaseFormatException">The newest release of MMS is damaged.</exception>
    public MmsEngines Mms => EnginesOf(Catalog.NewestKey(Classification.Mms) ?? throw new InvalidOperationException("The program carries no release of ICD-11 MMS."));

    /// <summary>Files of the directory that are not used.</summary>
    public IReadOnlyList<RefusedFile> Refused { get; }

    /// <summary>A text that is the same for the same contents and the same program: what answers depend on besides the question.</summary>
    public string Fingerprint { get; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset Time { get; } = DateTimeOffset.UtcNow;

    /// <summary>The engines over an official release.</summary>
    /// <returns><see langword="null"/> where it is not loaded; another release never stands in for it.</returns>
    public MmsEngines? MmsOf(ReleaseId release) => Catalog.Find(Classification.Mms, release) is { } found ? EnginesOf(found.Key) : null;

    /// <summary>Search over an official release of MMS.</summary>
    /// <returns><see langword="null"/> where the release is not loaded.</returns>
    public CodeIndex? SearchOf(ReleaseId release) => Catalog.Find(Classification.Mms, release) is { } found ? SearchOf(found) : null;

    /// <summary>Search over one release of MMS or ICF.</summary>
    /// <remarks>For the newest of MMS it is <see cref="Search"/>. For another one the index is compiled when first asked for, in some seconds, and kept beside the releases.</remarks>
    /// <param name="release">A release of <see cref="Catalog"/>; hits are of it and, for MMS, of ICD-10.</param>
    public CodeIndex SearchOf(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Key == Catalog.NewestKey(Classification.Mms)) return Search;
        return _searches.GetOrAdd(release.Key, _ => new(() => OpenSearch(
            // ICD-10's names lead to ICD-11 codes, which ICF has none of.
            release.Classification == Classification.Mms ? SearchSources.Of(Catalog, release.Key.ReleaseId) : new() { Icd11 = release }))).Value;
    }

    /// <summary>Reads and checks everything in a directory.</summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static LoadedReleases Open(string directory) => Open(directory, previous: null, keepMissing: false);

    /// <summary>Reads and checks everything in a directory.</summary>
    /// <param name="directory">The data directory; it need not exist.</param>
    /// <param name="previous">What was loaded before: where a file went bad, what it held then stays.</param>
    /// <param name="keepMissing">Whether releases whose files are gone stay too.</param>
    internal static LoadedReleases Open(string directory, LoadedReleases? previous, bool keepMissing)
    {
        var (files, refused, broken) = (new Dictionary<ReleaseKey, Release>(), new List<RefusedFile>(), new List<EmbeddedRelease>());
        if (Directory.Exists(directory))
        {
            foreach (var path in Directory.EnumerateFiles(directory, $"*{ReleaseKey.FileExtension}").Order(StringComparer.Ordinal))
            {
                if (!ReleaseKey.TryParseFileName(Path.GetFileName(path), out var key)) continue;
                try
                {
                    files[key] = Read(path, key, previous);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    refused.Add(Refuse(path, exception));
                    if (previous is null) broken.Add(new(key, () => throw exception));
                    else if (previous._files.TryGetValue(key, out var earlier)) files[key] = earlier;
                }
            }

            CheckCrosswalks(directory, refused);
        }

        if (previous is not null && keepMissing)
        {
            foreach (var (key, release) in previous._files) files.TryAdd(key, release);
        }

        var catalog = ReleaseCatalog.Of(directory, [.. EmbeddedReleases.All, .. files.Select(file => new EmbeddedRelease(file.Key, () => file.Value)), .. broken]);
        return new(catalog, files, refused, broken.Exists(release => release.Key == catalog.NewestKey(Classification.Mms)));
    }

    /// <summary>Makes everything that is made when first asked for, so that no request waits for it.</summary>
    /// <exception cref="ReleaseFormatException">A file that it needs is damaged.</exception>
    internal void Warm()
    {
        WarmSearch();
        _ = IcfValidator.Value;
        _ = Mms.BackCrosswalk;
    }

    /// <summary>Opens the search index; over releases that are new to the directory it is compiled first.</summary>
    internal void WarmSearch() => _ = SearchIn(_brokenMms ? SearchSystems.Icd10 : SearchSystems.All);

    /// <summary>Whether anything comes from files rather than from the program.</summary>
    internal bool HasFiles => _files.Count > 0;

    /// <summary>Whether a release comes from a file of the directory.</summary>
    internal bool IsFile(ReleaseKey key) => _files.ContainsKey(key);

    /// <summary>What a release says, as a hash; <see langword="null"/> for one that the program carries.</summary>
    internal string? ContentOf(ReleaseKey key) => _files.GetValueOrDefault(key)?.ContentHash;

    /// <summary>Whether all that the other one has is here, in the same bytes.</summary>
    internal bool IsSameAs(LoadedReleases other) => Fingerprint == other.Fingerprint && Refused.SequenceEqual(other.Refused);

    private static Release Read(string path, ReleaseKey key, LoadedReleases? previous)
    {
        var release = Release.Load(File.ReadAllBytes(path), path);
        if (release.Key != key) throw ReleaseFormatException.Misnamed(path, key, release.Key);
        return previous is not null && previous._files.TryGetValue(key, out var earlier) && earlier.ContentHash == release.ContentHash ? earlier : release;
    }

    /// <summary>Without the directory, which no client needs to know.</summary>
    private static RefusedFile Refuse(string path, Exception exception) => new(Path.GetFileName(path), exception.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal));

    /// <summary>Mapping tables are opened by the crosswalk when it is made; here they are only looked at.</summary>
    private static void CheckCrosswalks(string directory, List<RefusedFile> refused)
    {
        foreach (var path in Directory.EnumerateFiles(directory, $"*{WhoCrosswalk.FileExtension}").Order(StringComparer.Ordinal))
        {
            try
            {
                WhoCrosswalk.Open(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                refused.Add(Refuse(path, exception));
            }
        }
    }

    /// <summary>Without links where the mapping tables are damaged: to find a code does not take its counterpart.</summary>
    private CodeIndex OpenSearch(IndexSources sources) => new IndexStore(Catalog.DataDirectory, EmbeddedReleases.OpenSearchIndex)
        .Open(Refused.Any(file => file.File.EndsWith(WhoCrosswalk.FileExtension, StringComparison.Ordinal)) ? sources with { Links = null } : sources);

    private MmsEngines EnginesOf(ReleaseKey key)
    {
        // A damaged release is asked for anew each time, so that each asker is told.
        var release = Catalog.Open(key);
        return _engines.GetOrAdd(key, _ => new(() => new(Catalog, release))).Value;
    }

    private static string FingerprintOf(ReleaseCatalog catalog, Dictionary<ReleaseKey, Release> files)
    {
        var text = new StringBuilder();
        foreach (var module in (Type[])[typeof(Release), typeof(CodeIndex), typeof(WhoCrosswalk), typeof(EmbeddedReleases), typeof(LoadedReleases)]) text.Append(module.Module.ModuleVersionId);
        foreach (var key in catalog.Keys) text.Append(key).Append(files.TryGetValue(key, out var release) ? release.ContentHash : "");
        if (Directory.Exists(catalog.DataDirectory))
        {
            foreach (var path in Directory.EnumerateFiles(catalog.DataDirectory, $"*{WhoCrosswalk.FileExtension}").Order(StringComparer.Ordinal))
                text.Append(Path.GetFileName(path)).Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
