using Icd.Core.Releases;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>A concept that was found. Its texts are read from the index when they are asked for.</summary>
public sealed class SearchHit
{
    private readonly CodeIndex _index;
    private readonly int _document, _term;
    private readonly ulong _slots;
    private readonly string _language;

    internal SearchHit(CodeIndex index, int document, int term, ulong slots, float score, MatchKind kind, bool isWhole, string language) =>
        (_index, _document, _term, _slots, Score, Kind, AnswersWholeQuery, _language) = (index, document, term, slots, score, kind, isWhole, language);

    /// <summary>The classification.</summary>
    public SearchSystems System => Data.System;

    /// <summary>The code as people write it, <c>J44.9</c> or <c>CA22.Z</c>.</summary>
    public string Code => _index.Tables.Codes[_document].ToString();

    /// <summary>How well it fits, between 0 and about 1; comparable inside one result.</summary>
    public float Score { get; }

    /// <summary>Why it was found.</summary>
    public MatchKind Kind { get; }

    /// <summary>Whether every word of the query is answered: by the name that matched, another name of the concept, or one above it.</summary>
    public bool AnswersWholeQuery { get; }

    /// <summary>The title to show: in the language asked for where the release has one, else Norwegian, else the release's first.</summary>
    public string Title => _index.TitleOf(_document, _language).Text;

    /// <summary>The language of <see cref="Title"/>.</summary>
    public string TitleLanguage => _index.TitleOf(_document, _language).Language;

    /// <summary>Whether <see cref="Title"/> is our wording, not the publisher's.</summary>
    public bool IsTitleAuthored => _index.TitleOf(_document, _language).IsAuthored;

    /// <summary>The English title, or an empty string.</summary>
    public string TitleEn => TextOf(Data.TitleEn);

    /// <summary>The name that matched; for a hit by code the title.</summary>
    public string MatchedText => _term >= 0 ? TextOf(_term) : Title;

    /// <summary>Who says that the name means this concept: file and line of the lexicon, or nothing where the release says so itself.</summary>
    public string MatchProvenance => _term >= 0 ? ProvenanceOf(_term) : "";

    /// <summary>What was found in <see cref="MatchedText"/>: ranges in UTF-16 units, from left to right.</summary>
    public IReadOnlyList<Range> Highlights => _index.HighlightsOf(_term, _slots);

    /// <summary>Its counterparts in the other system, best first.</summary>
    public IReadOnlyList<LinkedCode> Links => _index.LinksOf(_document, _language);

    /// <summary>Whether the code may be used for coding.</summary>
    public bool IsSelectable => (Data.Traits & DocumentTraits.Selectable) != 0;

    /// <summary>Whether it is an extension code, which only follows a stem.</summary>
    public bool IsExtension => (Data.Traits & DocumentTraits.Extension) != 0;

    /// <summary>Whether the release loaded lacks the code, which the lexicon knows.</summary>
    public bool IsFromLexiconOnly => (Data.Traits & DocumentTraits.LexiconOnly) != 0;

    /// <summary>The entity in its release; <c>default</c> where the release lacks it.</summary>
    public Entity Entity => _index.EntityOf(_document);

    /// <summary>The hits of the same category behind this one, where they are gathered.</summary>
    public IReadOnlyList<SearchHit> Grouped { get; internal set; } = [];

    internal int Document => _document;

    private ref readonly Document Data => ref _index.Tables.Documents[_document];

    private string TextOf(int term) => term < 0 ? "" : _index.Tables.TermTexts[term].ToString();

    private string ProvenanceOf(int term) => _index.Tables.Provenances[_index.Tables.Terms[term].Provenance].ToString();
}

/// <summary>A counterpart in the other system.</summary>
/// <param name="System">The other system.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Relation">How the two stand to each other.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record LinkedCode(SearchSystems System, string Code, string Title, LinkRelation Relation, string Provenance);

/// <summary>What a search found.</summary>
/// <param name="Hits">One page, best first.</param>
/// <param name="Total">How many there are on all pages, as far as they were looked at.</param>
/// <param name="Facets">How many of them lie in each chapter; empty where not asked for.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyList<Facet> Facets)
{
    /// <summary>Nothing found.</summary>
    public static SearchResult Empty { get; } = new([], 0, []);
}

/// <summary>How many hits a chapter has.</summary>
/// <param name="System">The classification.</param>
/// <param name="Title">The chapter's title.</param>
/// <param name="Chapter">The chapter's number, for <see cref="SearchOptions.Within"/>.</param>
/// <param name="Count">How many hits.</param>
public sealed record Facet(SearchSystems System, string Chapter, string Title, int Count);

/// <summary>A search engine over concepts: ours in memory, or another with the same analysis.</summary>
public interface ICodeIndex
{
    /// <summary>Finds what a query means.</summary>
    /// <param name="query">
    /// What was typed, spaces included: without a space at its end the last word is taken for the beginning of one. Any text is a query; of
    /// long ones the first 256 UTF-16 units and 16 words count.
    /// </param>
    /// <param name="options">What is asked for besides the words.</param>
    SearchResult Search(ReadOnlySpan<char> query, SearchOptions? options = null);
}
