using System.Text.Json.Serialization;

namespace Icd.Api.Who;

// The shapes of WHO's ICD-API v2. What begins with "x-" is not WHO's: it marks what this product adds, as WHO's licence asks.

/// <summary>A text with its language.</summary>
internal sealed record LanguageText([property: JsonPropertyName("@language")] string Language, [property: JsonPropertyName("@value")] string Value);

/// <summary>The address book of a linearization or of one of its entities: which releases have it.</summary>
internal sealed record MultiVersion(
    [property: JsonPropertyName("@context")] string Context, [property: JsonPropertyName("@id")] string Id, LanguageText Title, string LatestRelease, IReadOnlyList<string> Release);

/// <summary>The root of a linearization in one release, of the Foundation, or of ICD-10.</summary>
internal sealed record TopLevel
{
    [JsonPropertyName("@context")] public required string Context { get; init; }
    [JsonPropertyName("@id")] public required string Id { get; init; }
    public required LanguageText Title { get; init; }
    public LanguageText? Definition { get; init; }
    public required string ReleaseId { get; init; }
    public string? ReleaseDate { get; init; }
    public required IReadOnlyList<string> Child { get; init; }
    public string? BrowserUrl { get; init; }
    public IReadOnlyList<string>? AvailableLanguages { get; init; }
    public IReadOnlyList<string>? SupportedLinearizations { get; init; }
    public IReadOnlyList<string>? AllReleases { get; init; }

    /// <summary>Whether this is our starter release, not WHO's.</summary>
    [JsonPropertyName("x-starter")] public bool? IsStarter { get; init; }

    /// <summary>Where it comes from, if not from WHO.</summary>
    [JsonPropertyName("x-edition")] public string? Edition { get; init; }
}

/// <summary>An entity of a linearization, of the Foundation or of ICD-10; each leaves out what it has not.</summary>
internal sealed record EntityAnswer
{
    [JsonPropertyName("@context")] public required string Context { get; init; }
    [JsonPropertyName("@id")] public required string Id { get; init; }
    public IReadOnlyList<string>? Parent { get; init; }
    public IReadOnlyList<string>? Child { get; init; }
    public IReadOnlyList<string>? Ancestor { get; init; }
    public IReadOnlyList<string>? Descendant { get; init; }
    public string? BrowserUrl { get; init; }
    public required LanguageText Title { get; init; }
    public string? Code { get; init; }
    public string? CodeRange { get; init; }
    public string? ClassKind { get; init; }
    public string? BlockId { get; init; }
    public string? Source { get; init; }
    public LanguageText? FullySpecifiedName { get; init; }
    public LanguageText? Definition { get; init; }
    public LanguageText? LongDefinition { get; init; }
    public LanguageText? CodingNote { get; init; }
    public LanguageText? DiagnosticCriteria { get; init; }
    public IReadOnlyList<TermAnswer>? Synonym { get; init; }
    public IReadOnlyList<TermAnswer>? NarrowerTerm { get; init; }
    public IReadOnlyList<TermAnswer>? Inclusion { get; init; }
    public IReadOnlyList<TermAnswer>? Exclusion { get; init; }
    public IReadOnlyList<TermAnswer>? IndexTerm { get; init; }
    public IReadOnlyList<TermAnswer>? FoundationChildElsewhere { get; init; }
    public IReadOnlyList<TermAnswer>? RelatedImpairment { get; init; }
    public IReadOnlyList<string>? RelatedEntitiesInMaternalChapter { get; init; }
    public IReadOnlyList<string>? RelatedEntitiesInPerinatalChapter { get; init; }
    public IReadOnlyList<ScaleAnswer>? PostcoordinationScale { get; init; }

    /// <summary>Whether the entity's wording as a whole is ours: in the starter release, and headings of ICD-10.</summary>
    [JsonPropertyName("x-authored")] public bool? IsAuthored { get; init; }

    /// <summary>Whether this title is ours and not the publisher's.</summary>
    [JsonPropertyName("x-titleAuthored")] public bool? IsTitleAuthored { get; init; }

    /// <summary>WHO's column "Primary tabulation", which WHO's API leaves out.</summary>
    [JsonPropertyName("x-primaryTabulation")] public bool? IsPrimaryTabulation { get; init; }
}

/// <summary>A term of an entity.</summary>
internal sealed record TermAnswer(LanguageText Label)
{
    public string? FoundationReference { get; init; }
    public string? LinearizationReference { get; init; }
    [JsonPropertyName("x-authored")] public bool? IsAuthored { get; init; }

    /// <summary><c>synonym</c> where an index term is known to be one.</summary>
    [JsonPropertyName("x-kind")] public string? Kind { get; init; }
}

/// <summary>An axis of a stem.</summary>
/// <param name="RequiredPostcoordination">The text <c>true</c> or <c>false</c>, as WHO's schema has it.</param>
internal sealed record ScaleAnswer([property: JsonPropertyName("@id")] string Id, string AxisName, string RequiredPostcoordination, string AllowMultipleValues, IReadOnlyList<string> ScaleEntity)
{
    /// <summary>Whether the axis is of our profile and not one of WHO's scales.</summary>
    [JsonPropertyName("x-authored")] public bool? IsAuthored { get; init; }

    /// <summary>Tables and lines of the rules that make the axis.</summary>
    [JsonPropertyName("x-provenance")] public string? Provenance { get; init; }
}

/// <summary>What a search found. Arrays are always there, so that clients may go through them unasked.</summary>
internal sealed record SearchAnswer
{
    public IReadOnlyList<DestinationEntity> DestinationEntities { get; init; } = [];
    public bool Error { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? ErrorMessage { get; init; }
    public bool ResultChopped { get; init; }
    public bool WordSuggestionsChopped { get; init; }

    /// <summary>0: no words; 1: they complete the last word; 2: they go with what was typed.</summary>
    public int GuessType { get; init; }
    public required string UniqueSearchId { get; init; }

    /// <summary>Only where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public IReadOnlyList<WordAnswer>? Words { get; init; }
}

/// <summary>A word to complete the query or to add to it.</summary>
/// <param name="DontChangeResult">Whether every hit has it, so that taking it would exclude none.</param>
internal sealed record WordAnswer(string Label, bool DontChangeResult);

/// <summary>An entity that was found. Titles and labels are HTML with <c>&lt;em class='found'&gt;</c> in them.</summary>
internal sealed record DestinationEntity
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string StemId { get; init; }
    public bool IsLeaf { get; init; }

    /// <summary>0 not possible, 1 possible, 2 required.</summary>
    public int PostcoordinationAvailability { get; init; }
    public bool HasCodingNote { get; init; }
    public bool HasMaternalChapterLink { get; init; }
    public bool HasPerinatalChapterLink { get; init; }
    public IReadOnlyList<MatchingTerm> MatchingPVs { get; init; } = [];
    public bool PropertiesTruncated { get; init; }
    public bool IsResidualOther { get; init; }
    public bool IsResidualUnspecified { get; init; }
    public string Chapter { get; init; } = "";

    /// <summary><see langword="null"/> in the Foundation, empty where a linearization has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? TheCode { get; init; }
    public double Score { get; init; }
    public bool TitleIsASearchResult { get; init; }
    public bool TitleIsTopScore { get; init; }

    /// <summary>0: an entity of the release.</summary>
    public int EntityType { get; init; }
    public bool Important { get; init; }
    public IReadOnlyList<DestinationEntity> Descendants { get; init; } = [];
    [JsonPropertyName("x-titleAuthored")] public bool? IsTitleAuthored { get; init; }
}

/// <summary>A name other than the title shown that was found.</summary>
internal sealed record MatchingTerm(string PropertyId, string Label, double Score, bool Important)
{
    public string? FoundationUri { get; init; }

    /// <summary>0: a name of the entity itself.</summary>
    public int PropertyValueType { get; init; }

    /// <summary>Who says so, where it is not the release: file and line of our lexicon, or <c>authored</c>.</summary>
    [JsonPropertyName("x-provenance")] public string? Provenance { get; init; }
}

/// <summary>The best code for a text.</summary>
internal sealed record AutocodeAnswer(string SearchText)
{
    public string? MatchingText { get; init; }
    public string? TheCode { get; init; }
    [JsonPropertyName("foundationURI")] public string? FoundationUri { get; init; }
    [JsonPropertyName("linearizationURI")] public string? LinearizationUri { get; init; }

    /// <summary>Ours, as WHO does not say what it means: 0 the very words, 1 to 4 the further from them.</summary>
    public int? MatchLevel { get; init; }
    public double? MatchScore { get; init; }
    public int? MatchType { get; init; }
    public bool? IsTitle { get; init; }
    [JsonPropertyName("x-provenance")] public string? Provenance { get; init; }
}

/// <summary>An entity or a combination of entities in all its notations.</summary>
internal sealed record PostcoordinationSet
{
    public required string Code { get; init; }
    public required string LinearizationUri { get; init; }
    public required string FoundationUri { get; init; }
    public required string Label { get; init; }
    public string? StemCode { get; init; }
    public string? StemLinearizationUri { get; init; }
    public string? StemFoundationUri { get; init; }
    public string? StemLabel { get; init; }
    public IReadOnlyList<AxisValues>? PostcoordinationValues { get; init; }
}

/// <summary>The values of a combination on one axis.</summary>
internal sealed record AxisValues(string AxisName, IReadOnlyList<PostcoordinationSet> Values);
