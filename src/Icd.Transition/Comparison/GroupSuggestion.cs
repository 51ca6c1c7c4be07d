namespace Icd.Transition.Comparison;

/// <summary>Stems that reproduce a group's ICD-10 side in the rows that are registered twice.</summary>
/// <remarks>Measured on the rows that it was made from, so other rows will be reproduced somewhat worse.</remarks>
/// <param name="Terms">The entries of an ICD-11 side.</param>
/// <param name="Old">Events by the ICD-10 side.</param>
/// <param name="New">Events by the suggestion.</param>
/// <param name="Both">Events by both.</param>
public sealed record GroupSuggestion(IReadOnlyList<string> Terms, PublishedCount Old, PublishedCount New, PublishedCount Both)
{
    /// <summary>How many of the group's events the suggestion finds.</summary>
    public ConfidenceInterval? Sensitivity => Old.Value is > 0 and var old && Both.Value is { } both ? ConfidenceInterval.Proportion(both, old) : null;

    /// <summary>How many of the events that it finds are the group's.</summary>
    public ConfidenceInterval? Precision => New.Value is > 0 and var found && Both.Value is { } both ? ConfidenceInterval.Proportion(both, found) : null;
}
