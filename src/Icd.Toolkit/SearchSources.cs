using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Search;

namespace Icd.Toolkit;

/// <summary>What the search index is built from, the crosswalk's links included.</summary>
public static class SearchSources
{
    /// <summary>With the crosswalk's links where there is an official release to link to; the index that the program carries does without.</summary>
    public static IndexSources Of(ReleaseCatalog catalog)
    {
        var sources = IndexSources.Of(catalog);
        return sources.Icd11 is { Key.IsStarter: false } ? sources with { Links = new CrosswalkLinks(catalog) } : sources;
    }

    /// <summary>The same with an official release of MMS that need not be the newest.</summary>
    public static IndexSources Of(ReleaseCatalog catalog, ReleaseId release)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new()
        {
            Icd10 = catalog.Newest(Classification.Icd10),
            Icd11 = catalog.Find(Classification.Mms, release),
            Starter = catalog.Starter,
            Icpc2 = catalog.Newest(Classification.Icpc2),
            Links = new CrosswalkLinks(catalog, release),
        };
    }
}
