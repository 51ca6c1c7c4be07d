using Icd.Core.Releases;

namespace Icd.Search;

/// <summary>What is asked for besides the words.</summary>
public sealed record SearchOptions
{
    /// <summary>ICD-10 and ICD-11, twenty hits.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>The classifications searched.</summary>
    public SearchSystems Systems { get; init; } = SearchSystems.All;

    /// <summary>How many hits to give, at most 1,000.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>How many hits to pass over: the page before this one ended there.</summary>
    public int Offset { get; init; }

    /// <summary>Only codes that may be used for coding, no headings.</summary>
    public bool SelectableOnly { get; init; }

    /// <summary>Only what is this code, or below it: a category, or a chapter by its number or a block by its range.</summary>
    public string? Within { get; init; }

    /// <summary>Only what is one of these entities, or below one. Entities of other releases than those searched contain nothing; an empty list finds nothing.</summary>
    public IReadOnlyCollection<Entity>? Subtrees { get; init; }

    /// <summary>Also chapters, blocks and whatever else has no code.</summary>
    public bool IncludeHeadings { get; init; }

    /// <summary>Only these codes, as a favourites list has them: <c>J44.9</c>, <c>CA22.Z</c>. Empty for all.</summary>
    public IReadOnlySet<string>? Favourites { get; init; }

    /// <summary>Leaves out codes that only the other sex can have, where that is known.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Whether hits of one category are gathered below the best of them.</summary>
    public bool GroupCategories { get; init; }

    /// <summary>Whether the hits are counted by chapter.</summary>
    public bool Facets { get; init; }

    /// <summary>The language that titles are shown in where the release has them; it does not change what is found. BCP 47, in lower case.</summary>
    public string Language { get; init; } = "nb";
}

/// <summary>A patient's sex, as the classifications mean it where a code is for one sex only.</summary>
public enum Sex : byte
{
    /// <summary>Female.</summary>
    Female = 1,

    /// <summary>Male.</summary>
    Male = 2,
}
