namespace Icd.Transition.Comparison;

/// <summary>A group's events in one sex or age group.</summary>
/// <param name="Variable"><c>sex</c> or <c>age</c>.</param>
/// <param name="Value">As the file has it.</param>
/// <param name="Old">Events by the ICD-10 side.</param>
/// <param name="New">Events by the ICD-11 side.</param>
/// <param name="Both">Events by both.</param>
public sealed record Stratum(string Variable, string Value, PublishedCount Old, PublishedCount New, PublishedCount Both)
{
    /// <summary>The comparability ratio.</summary>
    public ConfidenceInterval? Ratio => Ratios.Of(Old, New, Both);
}
