namespace Icd.Transition.Comparison;

/// <summary>An ICD-10 code and what its events have in ICD-11.</summary>
/// <param name="Old">The code.</param>
/// <param name="New">What it becomes, or is registered as.</param>
/// <param name="Count">How many events.</param>
internal sealed record CodePair(OldCode Old, NewCode New, long Count);
