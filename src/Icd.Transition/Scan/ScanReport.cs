namespace Icd.Transition.Scan;

/// <summary>What a scan found.</summary>
/// <param name="Findings">By system, path and line.</param>
/// <param name="Counts">What was read and what was passed over.</param>
/// <param name="Systems">The systems in the order in which they were named.</param>
/// <param name="Suppressed">How many findings a comment in the source suppresses.</param>
/// <param name="Known">How many findings the baseline has.</param>
/// <param name="BelowConfidence">How many were less likely than asked for.</param>
/// <param name="Icd10">The edition of ICD-10.</param>
/// <param name="Icd11">The release of ICD-11 that counterparts are of.</param>
public sealed record ScanReport(IReadOnlyList<Finding> Findings, ScanCounts Counts, IReadOnlyList<string> Systems, int Suppressed, int Known, int BelowConfidence, string Icd10, string Icd11);
