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
}
