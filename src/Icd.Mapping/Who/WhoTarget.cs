using Icd.Core.Codes;

namespace Icd.Mapping.Who;

/// <summary>A row of WHO's tables from ICD-10 to ICD-11.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">One-based, the header included.</param>
/// <param name="Expression">The target in the codes of the table's release; empty where the target has no code.</param>
/// <param name="Class">What the target is.</param>
/// <param name="Entity">The target's URI in MMS, for a postcoordinated target its stem's; <c>default</c> where there is none.</param>
/// <param name="Foundation">The Foundation entity of the ICD-10 category; <c>default</c> where that table is not imported.</param>
/// <param name="IsEquivalent">Whether WHO's Foundation table calls the category and <paramref name="Foundation"/> equivalent.</param>
public sealed record WhoTarget(WhoTable Table, int Row, string Expression, WhoTargetClass Class, EntityUri Entity, EntityUri Foundation, bool IsEquivalent);
