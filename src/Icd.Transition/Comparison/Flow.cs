namespace Icd.Transition.Comparison;

/// <summary>Events that are in one unit of a system and one of the other.</summary>
/// <param name="To">The unit of the other system.</param>
/// <param name="Events">How many.</param>
public sealed record Flow(Unit To, PublishedCount Events);
