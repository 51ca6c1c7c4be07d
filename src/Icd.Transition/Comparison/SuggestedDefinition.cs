using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>An ICD-11 side that was suggested for a group.</summary>
/// <param name="Terms">Its entries.</param>
/// <param name="Set">The same, compiled; the only group of its set.</param>
internal sealed record SuggestedDefinition(IReadOnlyList<string> Terms, GroupSet Set);
