using System.Runtime.CompilerServices;
using Icd.Core.Releases;
using Icd.Search;
using Icd.Search.Storage;

namespace Icd.Toolkit;

/// <summary>Search over one release of ICD-11 MMS or ICF, the newest or another.</summary>
/// <remarks>The index over another release than the newest of MMS is compiled when first asked for, which takes some seconds, and kept beside the releases.</remarks>
public static class ReleaseSearch
{
    private static readonly ConditionalWeakTable<Release, Lazy<CodeIndex>> _indexes = [];

    /// <summary>The index over a release; for the newest of MMS it is <see cref="LoadedReleases.Search"/>.</summary>
    /// <param name="loaded">What the release is one of.</param>
    /// <param name="release">A release of <see cref="LoadedReleases.Catalog"/>.</param>
    public static CodeIndex Of(LoadedReleases loaded, Release release)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(release);
        return release == loaded.Catalog.Newest(Classification.Mms) ? loaded.Search : _indexes.GetValue(release, release => new(() => Open(loaded, release))).Value;
    }

    private static CodeIndex Open(LoadedReleases loaded, Release release)
    {
        var isMms = release.Classification == Classification.Mms;
        return new IndexStore(loaded.Catalog.DataDirectory).Open(new()
        {
            Icd11 = release,
            // ICD-10's names lead to ICD-11 codes, which ICF has none of.
            Icd10 = isMms ? loaded.Icd10 : null,
            Starter = isMms ? loaded.Catalog.Starter : null,
        });
    }
}
