namespace Icd.Mapping.Dual;

/// <summary>A verdict on the two sides of a dual registration.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reasons">Why, for a clinician.</param>
/// <param name="Derived">What the crosswalk derives from the ICD-10 side.</param>
public sealed record DualCheck(DualVerdict Verdict, IReadOnlyList<MapText> Reasons, MapAnswer Derived);
