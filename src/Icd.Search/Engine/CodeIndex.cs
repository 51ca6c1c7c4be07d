using System.Collections.Concurrent;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>Our search engine: immutable tables in memory, safe for concurrent use without locks.</summary>
/// <remarks><c>docs/search.md</c> says how it matches and ranks.</remarks>
public sealed class CodeIndex : ICodeIndex
{
    /// <summary>The most hits that one search looks at.</summary>
    public const int MaxHits = 1000;

    /// <summary>How many ways to write out the short forms of a query are tried.</summary>
    private const int MaxReadings = 4;

    private const float ShortFormCertainty = 0.94f;

    /// <summary>The language of the titles that the index holds.</summary>
    private const string Bokmal = "nb";

    private readonly ConcurrentBag<SearchScratch> _scratches = [];
    private readonly QueryReader _reader;
    private readonly ShortForms _shortForms;
    private readonly CodeReader _codes;
    private readonly Dictionary<SearchSystems, int> _firstDocument = [];
    private readonly Release? _icd10, _icd11, _icpc2;

    internal CodeIndex(IndexTables tables, IndexSources sources)
    {
        Tables = tables;
        (_icd10, _icd11, _icpc2) = (sources.Icd10, sources.Icd11, sources.Icpc2);
        _reader = new(tables);
        _shortForms = new(tables);
        _codes = new(tables);
        for (var i = 0; i < tables.Documents.Length; i++)
        {
            if (tables.Documents[i].Entity == 0) _firstDocument[tables.Documents[i].System] = i;
        }
    }

    internal IndexTables Tables { get; }

    /// <summary>How many concepts are searched.</summary>
    public int Count => Tables.Documents.Length;

    /// <summary>How many names they have.</summary>
    public int TermCount => Tables.Terms.Length;

    /// <summary>Builds an index; some hundred milliseconds.</summary>
    public static CodeIndex Build(IndexSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(IndexBuilder.Build(sources), sources);
    }

    /// <inheritdoc/>
    public SearchResult Search(ReadOnlySpan<char> query, SearchOptions? options = null)
    {
        options ??= SearchOptions.Default;
        if (query.Length > QueryReader.MaxLength) query = query[..QueryReader.MaxLength];
        query = query.TrimStart();
        if (query.IsWhiteSpace()) return SearchResult.Empty;
        if (!_scratches.TryTake(out var scratch)) scratch = new(Tables.Terms.Length, Tables.Documents.Length, Tables.Lexemes.Count);
        try
        {
            scratch.BestCount = 0;
            scratch.HasEarlier = false;
            var filter = new DocumentFilter(this, options);
            // Groups and facets count more hits than they show.
            var depth = options.GroupCategories || options.Facets ? MaxHits : (int)Math.Clamp((long)options.Offset + options.Limit, 1, MaxHits);
            _codes.Read(query, filter, scratch, depth);
            Interpret(query, 1f, filter, scratch, depth);
            Span<char> rewritten = stackalloc char[2 * QueryReader.MaxLength];
            for (var number = 0; number < MaxReadings && _shortForms.WriteOut(query, number, rewritten) is > 0 and var length; number++)
            {
                scratch.HasEarlier = true;
                Interpret(rewritten[..length], ShortFormCertainty, filter, scratch, depth);
            }

            return ResultOf(scratch, options);
        }
        finally
        {
            scratch.ClearTouched();
            _scratches.Add(scratch);
        }
    }

    /// <summary>Codes, filters, priors and pages for an engine that finds names by other means.</summary>
    /// <param name="query">The query, without spaces before it.</param>
    /// <param name="options">What is asked for besides the words.</param>
    /// <param name="find">Is given what takes a concept, the name that found it and a score, and how many hits are wanted.</param>
    internal SearchResult Search(string query, SearchOptions options, Action<Action<int, int, float>, int> find)
    {
        var scratch = new SearchScratch(0, 0, 0) { HasEarlier = true };
        var depth = options.GroupCategories || options.Facets ? MaxHits : (int)Math.Clamp((long)options.Offset + options.Limit, 1, MaxHits);
        _codes.Read(query, new DocumentFilter(this, options), scratch, depth);
        scratch.HasEarlier = true;
        find(Take, depth);
        return ResultOf(scratch, options);

        void Take(int document, int term, float score)
        {
            ref readonly var found = ref Tables.Documents[document];
            if (!new DocumentFilter(this, options).Passes(document, found)) return;
            BestHits.Keep(Tables, scratch, depth, new() { Document = document, Term = term, Score = Ranking.WithPrior(score, found, isOpen: false), Kind = Ranking.KindOf(Tables, term, TermOrigin.Own), IsWhole = true });
        }
    }

    private void Interpret(scoped ReadOnlySpan<char> query, float certainty, in DocumentFilter filter, SearchScratch scratch, int depth)
    {
        scratch.ClearTouched();
        _reader.Read(query, scratch);
        TermMatching.MatchTerms(Tables, scratch);
        TermMatching.MatchVerbatim(Tables, scratch);
        Ranking.MatchDocuments(Tables, filter, scratch, certainty, depth);
    }

    /// <summary>What share of the best score a hit must have.</summary>
    private const float LeastShare = 0.04f;

    private SearchResult ResultOf(SearchScratch scratch, SearchOptions options)
    {
        var found = scratch.Best.AsSpan(0, scratch.BestCount);
        var tables = Tables;
        found.Sort((one, other) => BestHits.Compare(tables, one, other));
        // Beside a sure hit, one that shares no more than a part of a word is none: hjerneslag for lynnedslag.
        while (found.Length > 1 && found[^1].Score < LeastShare * found[0].Score) found = found[..^1];
        var from = Math.Clamp(options.Offset, 0, found.Length);
        if (options.GroupCategories) return Grouped(found, from, options);
        var page = found[from..Math.Min(found.Length, from + Math.Max(0, options.Limit))];
        var hits = new SearchHit[page.Length];
        for (var i = 0; i < hits.Length; i++) hits[i] = HitOf(page[i], options.Language);
        return new(hits, found.Length, options.Facets ? FacetsOf(found, options.Language) : []);
    }

    private SearchHit HitOf(in SearchScratch.Candidate candidate, string language) =>
        new(this, candidate.Document, candidate.Term, candidate.Slots, candidate.Score, candidate.Kind, candidate.IsWhole, language);

    /// <summary>A page of categories, each with the hits below it behind its best one.</summary>
    private SearchResult Grouped(ReadOnlySpan<SearchScratch.Candidate> found, int from, SearchOptions options)
    {
        var groups = new Dictionary<int, List<SearchHit>>();
        foreach (ref readonly var candidate in found)
        {
            var category = CategoryOf(candidate.Document);
            if (!groups.TryGetValue(category, out var hits)) groups[category] = hits = [];
            hits.Add(HitOf(candidate, options.Language));
        }

        // A dictionary that nothing is taken out of keeps the order of arrival.
        foreach (var hits in groups.Values) hits[0].Grouped = hits.GetRange(1, hits.Count - 1);
        return new([.. groups.Values.Skip(from).Take(options.Limit).Select(hits => hits[0])], groups.Count, options.Facets ? FacetsOf(found, options.Language) : []);
    }

    /// <summary>The topmost concept with a code at or above one.</summary>
    private int CategoryOf(int document)
    {
        for (var parent = Tables.Documents[document].Parent; parent >= 0 && (Tables.Documents[parent].Traits & DocumentTraits.Listed) != 0; parent = Tables.Documents[parent].Parent) document = parent;
        return document;
    }

    private Facet[] FacetsOf(ReadOnlySpan<SearchScratch.Candidate> found, string language)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (ref readonly var candidate in found)
        {
            var chapter = Tables.Documents[candidate.Document].Chapter;
            counts[chapter] = counts.GetValueOrDefault(chapter) + 1;
        }

        return [.. counts.Select(pair => new Facet(Tables.Documents[pair.Key].System, EntityOf(pair.Key) is { IsNone: false } chapter ? chapter.Code : "", TitleOf(pair.Key, language).Text, pair.Value))];
    }

    /// <summary>A concept's title in a language where its release has one, else the Norwegian or first one of the index.</summary>
    internal DisplayTitle TitleOf(int document, string language)
    {
        if (language is not (Bokmal or "no") && EntityOf(document) is { IsNone: false } entity && entity.TitleIn(language) is { } other) return new(other, language, entity.IsAuthored);
        if (Tables.Documents[document].Title is not (>= 0 and var title)) return new("", "", false);
        var found = new DisplayTitle(Tables.TermTexts[title].ToString(), Tables.Languages[Tables.Terms[title].Language].ToString(), Tables.Provenances[Tables.Terms[title].Provenance].Length > 0);
        if (found.Language == Bokmal || EntityOf(document) is not { IsNone: false, Parent: { } category } residual || residual.Residual == Residual.None) return found;
        var above = TitleOf(document - residual.Index + category.Index, Bokmal);
        return above.Language == Bokmal && ResidualTitle.Of(residual.Residual, above.Text, Bokmal) is { } composed ? new(composed, Bokmal, true) : found;
    }

    /// <summary>The concepts at and below a code, a chapter or a block; an empty range where there is no such place.</summary>
    internal (int Start, int End) RangeOf(SearchSystems system, string place)
    {
        var release = system == SearchSystems.Icd10 ? _icd10 : _icd11;
        if (release is null) return default;
        if (!release.TryFind(place, out var entity)) entity = release.Entities.FirstOrDefault(candidate => candidate.BlockId is { } block && block.Equals(place, StringComparison.OrdinalIgnoreCase));
        if (entity.IsNone) return default;
        var start = _firstDocument[system] + entity.Index;
        return (start, Tables.Documents[start].End);
    }

    /// <summary>The concepts at and below some entities, as sorted, disjoint ranges: the beginning of each and the place behind it.</summary>
    internal int[] RangesOf(IReadOnlyCollection<Entity> entities)
    {
        var ranges = new List<(int Start, int End)>(entities.Count);
        foreach (var entity in entities)
        {
            var release = entity.Release;
            SearchSystems system = release == _icd10 ? SearchSystems.Icd10 : release == _icd11 ? SearchSystems.Icd11 : release == _icpc2 ? SearchSystems.Icpc2 : default;
            if (system != default && _firstDocument.TryGetValue(system, out var first)) ranges.Add((first + entity.Index, Tables.Documents[first + entity.Index].End));
        }

        ranges.Sort();
        var bounds = new List<int>(ranges.Count * 2);
        foreach (var (start, end) in ranges)
        {
            if (bounds.Count > 0 && start <= bounds[^1]) bounds[^1] = Math.Max(bounds[^1], end);
            else bounds.AddRange([start, end]);
        }

        return [.. bounds];
    }

    internal Entity EntityOf(int document)
    {
        var found = Tables.Documents[document];
        var release = found.System switch { SearchSystems.Icd10 => _icd10, SearchSystems.Icd11 => _icd11, _ => _icpc2 };
        return found.Entity < 0 || release is null ? default : release[found.Entity];
    }

    internal IReadOnlyList<LinkedCode> LinksOf(int document, string language)
    {
        var (start, end) = (Tables.LinkStarts[document], Tables.LinkStarts[document + 1]);
        var links = new LinkedCode[end - start];
        for (var i = start; i < end; i++)
        {
            var link = Tables.Links[i];
            var other = Tables.Documents[link.Document];
            links[i - start] = new(
                other.System, Tables.Codes[link.Document].ToString(), TitleOf(link.Document, language).Text,
                link.Relation, Tables.Provenances[link.Provenance].ToString());
        }

        return links;
    }

    internal IReadOnlyList<Range> HighlightsOf(int term, ulong covered)
    {
        if (term < 0 || covered == 0) return [];
        var ranges = new List<Range>();
        var found = Tables.Terms[term];
        for (var slot = 0; slot < found.SlotCount; slot++)
        {
            if ((covered >> slot & 1) == 0) continue;
            var at = Tables.Slots[found.FirstSlot + slot];
            if (ranges.Count > 0 && ranges[^1].End.Value >= at.Start)
            {
                if (ranges[^1].End.Value < at.Start + at.Length) ranges[^1] = ranges[^1].Start..(at.Start + at.Length);
            }
            else ranges.Add(at.Start..(at.Start + at.Length));
        }

        return ranges;
    }
}
