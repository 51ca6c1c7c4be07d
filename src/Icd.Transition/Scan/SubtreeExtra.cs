namespace Icd.Transition.Scan;

/// <summary>A stem code that a subtree has in addition to what is meant.</summary>
/// <param name="Icd11">The stem code.</param>
/// <param name="Icd10">The ICD-10 code that it corresponds to.</param>
public sealed record SubtreeExtra(string Icd11, string Icd10);
