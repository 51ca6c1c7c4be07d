using System.Collections.Concurrent;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Search;
using Icd.Search.Storage;

namespace Icd.Toolkit;

/// <summary>
/// All that was in a data directory at one moment, with the engines over it. A request takes one and answers from it
/// alone, so that a new release never changes an answer half-way.
/// </summary>
public sealed class LoadedReleases
{
    private readonly ConcurrentDictionary<ReleaseKey, Lazy<MmsEngines>> _engines = [];

    private LoadedReleases(ReleaseCatalog catalog, CodeIndex search) => (Catalog, Search) = (catalog, search);

    /// <summary>The releases.</summary>
    public ReleaseCatalog Catalog { get; }

    /// <summary>Search over the newest releases.</summary>
    public CodeIndex Search { get; }

    /// <summary>The newest release of the Norwegian ICD-10; <see langword="null"/> where the build has none.</summary>
    public Release? Icd10 => Catalog.Newest(Classification.Icd10);

    /// <summary>The newest release of ICF; <see langword="null"/> where none is imported.</summary>
    public Release? Icf => Catalog.Newest(Classification.Icf);

    /// <summary>The engines over the newest release of MMS, or over our starter release.</summary>
    public MmsEngines Mms => EnginesOf(Catalog.NewestKey(Classification.Mms) ?? throw new InvalidOperationException("The program carries no release of ICD-11 MMS."));

    /// <summary>The engines over an official release.</summary>
    /// <returns><see langword="null"/> where it is not loaded; another release never stands in for it.</returns>
    public MmsEngines? MmsOf(ReleaseId release) => Catalog.Find(Classification.Mms, release) is { } found ? EnginesOf(found.Key) : null;

    /// <summary>Opens and checks everything in a directory.</summary>
    /// <exception cref="ReleaseFormatException">A file is damaged.</exception>
    public static LoadedReleases Open(string directory)
    {
        var catalog = new ReleaseCatalog(directory, EmbeddedReleases.All);
        foreach (var key in catalog.Keys) catalog.Open(key);
        var index = new IndexStore(catalog.DataDirectory, EmbeddedReleases.OpenSearchIndex).Open(SearchSources.Of(catalog));
        return new(catalog, index);
    }

    private MmsEngines EnginesOf(ReleaseKey key) => _engines.GetOrAdd(key, key => new(() => new(Catalog, Catalog.Open(key)))).Value;
}
