using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>Which concepts may be hits.</summary>
internal readonly ref struct DocumentFilter
{
    private readonly IndexTables _tables;
    private readonly SearchOptions _options;
    private readonly int _from, _end;

    public DocumentFilter(IndexTables tables, SearchOptions options)
    {
        (_tables, _options) = (tables, options);
        (_from, _end) = (0, int.MaxValue);
    }

    public SearchSystems Systems => _options.Systems;

    public bool Passes(int document, in Document found) =>
        (found.System & _options.Systems) != 0
        && (found.Traits & DocumentTraits.Listed) != 0
        && (!_options.SelectableOnly || (found.Traits & DocumentTraits.Selectable) != 0)
        && document >= _from && document < _end
        && (_options.Favourites is null || _options.Favourites.Contains(_tables.Codes[document].ToString()));
}
