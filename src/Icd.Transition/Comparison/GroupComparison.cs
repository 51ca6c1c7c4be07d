using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>A group's events by its two definitions.</summary>
/// <param name="Group">The definition.</param>
/// <param name="Old">Events by the ICD-10 side.</param>
/// <param name="New">Events by the ICD-11 side.</param>
/// <param name="Both">Events by both.</param>
/// <param name="OnlyOld">Events by the ICD-10 side only.</param>
/// <param name="OnlyNew">Events by the ICD-11 side only.</param>
/// <param name="Lowest">
/// The ratio if every code that the crosswalk leaves to a human were counted outside wherever one of its targets is; <see langword="null"/> for registered rows and
/// where counts are kept back.
/// </param>
/// <param name="Highest">The same, counted inside.</param>
/// <param name="Strata">By sex, then by age group.</param>
/// <param name="Suggestion">An ICD-11 side from the rows that are registered twice; <see langword="null"/> without such rows.</param>
public sealed record GroupComparison(
    GroupDefinition Group, PublishedCount Old, PublishedCount New, PublishedCount Both, PublishedCount OnlyOld, PublishedCount OnlyNew, double? Lowest, double? Highest,
    IReadOnlyList<Stratum> Strata, GroupSuggestion? Suggestion)
{
    /// <summary>The comparability ratio.</summary>
    public ConfidenceInterval? Ratio => Ratios.Of(Old, New, Both);
}
