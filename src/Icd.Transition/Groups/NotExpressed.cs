using Icd.Core.Codes;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>An ICD-10 code that a proposed ICD-11 side gets wrong.</summary>
/// <param name="Code">The code.</param>
/// <param name="IsMember">Whether the code is of the group, and the proposal misses it; otherwise the proposal takes it in.</param>
/// <param name="Target">What it becomes; empty where it becomes nothing.</param>
/// <param name="Reason">Why.</param>
public sealed record NotExpressed(Icd10Code Code, bool IsMember, string Target, MapText Reason);
