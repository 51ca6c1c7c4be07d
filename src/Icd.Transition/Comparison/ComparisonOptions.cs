using Icd.Core.Releases;
using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>What a comparison is to have.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Groups to compare; <see langword="null"/> for none.</summary>
    public GroupSet? Groups { get; init; }

    /// <summary>The first year of ICD-11; 0 where it is not known, which takes the first year in which rows have ICD-11 only.</summary>
    public int BreakYear { get; init; }

    /// <summary>Counts from 1 to below this are kept back; 0 or 1 shows all.</summary>
    public int SuppressBelow { get; init; }

    /// <summary>How many causes and disagreements are listed at most.</summary>
    public int Listed { get; init; } = 100;

    /// <summary>Titles in the report's language.</summary>
    public Func<Entity, string> TitleOf { get; init; } = entity => entity.Title;
}
