using Icd.Core.Codes;

namespace Icd.Mapping.Who;

/// <summary>A row of WHO's tables from ICD-11 to ICD-10.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">One-based, the header included.</param>
/// <param name="Code">The ICD-10 code; <c>default</c> where the row leads to a block or chapter of ICD-10, or nowhere.</param>
public sealed record WhoBackTarget(WhoTable Table, int Row, Icd10Code Code);
