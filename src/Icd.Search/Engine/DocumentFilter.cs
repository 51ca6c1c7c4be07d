using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>Which concepts may be hits.</summary>
internal readonly ref struct DocumentFilter
{
    private readonly IndexTables _tables;
    private readonly SearchOptions _options;

    /// <summary>What is asked for lies between these, in each system: nothing where the place is unknown there.</summary>
    private readonly (int Start, int End) _icd10, _icd11;

    /// <summary>The subtrees asked for, sorted and disjoint; the beginning of each and the place behind it.</summary>
    private readonly int[]? _subtrees;

    public DocumentFilter(CodeIndex index, SearchOptions options)
    {
        (_tables, _options) = (index.Tables, options);
        if (options.Subtrees is { } subtrees) _subtrees = index.RangesOf(subtrees);
        if (options.Within is not { } place) return;
        _icd10 = index.RangeOf(SearchSystems.Icd10, place);
        _icd11 = index.RangeOf(SearchSystems.Icd11, place);
    }

    public SearchSystems Systems => _options.Systems;

    /// <summary>Whether next to nothing is filtered away, so that the best names lead to hits enough.</summary>
    public bool IsOpen => _options is { SelectableOnly: false, Within: null, Subtrees: null, Favourites: null, Sex: null, Facets: false, Systems: SearchSystems.All or SearchSystems.Icd10 or SearchSystems.Icd11 };

    public bool Passes(int document, in Document found) =>
        (found.System & _options.Systems) != 0
        && ((found.Traits & DocumentTraits.Listed) != 0 || (_options.IncludeHeadings && found.Entity >= 0))
        && (!_options.SelectableOnly || (found.Traits & DocumentTraits.Selectable) != 0)
        && (_options.Within is null || IsWithin(document, found))
        && (_subtrees is null || IsInSubtree(document))
        && (_options.Sex is not { } sex || SexOf(found) is not { } only || only == sex)
        && (_options.Favourites is null || _options.Favourites.Contains(_tables.Codes[document].ToString()));

    private bool IsWithin(int document, in Document found)
    {
        var (start, end) = found.System switch { SearchSystems.Icd10 => _icd10, SearchSystems.Icd11 => _icd11, _ => default };
        return document >= start && document < end;
    }

    private bool IsInSubtree(int document)
    {
        var at = _subtrees.AsSpan().BinarySearch(document);
        // The beginning of a range is in it; between two bounds the first one's place tells.
        return at >= 0 ? (at & 1) == 0 : (~at & 1) == 1;
    }

    private static Sex? SexOf(in Document found) =>
        (found.Traits & DocumentTraits.FemaleOnly) != 0 ? Sex.Female : (found.Traits & DocumentTraits.MaleOnly) != 0 ? Sex.Male : null;
}
