using Icd.Mapping;

namespace Icd.Transition.Scan;

/// <summary>What an ICD-10 code is in ICD-11.</summary>
/// <param name="Icd10">The code, with point.</param>
/// <param name="Icd11">The expression; <see langword="null"/> where there is none.</param>
/// <param name="Relation">How the two stand to each other.</param>
/// <param name="NeedsReview">Whether a human has to choose.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record Counterpart(string Icd10, string? Icd11, MapRelation Relation, bool NeedsReview, string Provenance);
