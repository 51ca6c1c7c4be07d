namespace Icd.Mapping;

/// <summary>Another target, and the condition under which it is the better one.</summary>
/// <param name="Target">An ICD-11 expression, or backwards ICD-10 codes, in canonical form.</param>
/// <param name="Condition">What the source does not tell.</param>
public sealed record MapAlternative(string Target, MapText Condition);
