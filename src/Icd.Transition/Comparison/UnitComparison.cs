namespace Icd.Transition.Comparison;

/// <summary>How the events of a unit are distributed in the other system.</summary>
/// <param name="Level">How fine.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Events">Its events.</param>
/// <param name="Flows">Where they are counted in the other system, most first.</param>
/// <param name="Counterpart">What it is compared with: for ICD-10 chapters the chapters that took the subject over, else the unit that takes most.</param>
/// <param name="CounterpartEvents">The events of the counterpart.</param>
/// <param name="Both">The events in both.</param>
/// <param name="Changes">What to note.</param>
public sealed record UnitComparison(
    UnitLevel Level, Unit Unit, PublishedCount Events, IReadOnlyList<Flow> Flows, string Counterpart, PublishedCount CounterpartEvents, PublishedCount Both, UnitChanges Changes)
{
    /// <summary>The comparability ratio of the unit; <see langword="null"/> where a count is kept back, or there are no events.</summary>
    public ConfidenceInterval? Ratio => Ratios.Of(Events, CounterpartEvents, Both);
}
