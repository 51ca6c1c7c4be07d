namespace Icd.Mapping.Dual;

/// <summary>A side of a dual registration.</summary>
public enum CodingSide
{
    /// <summary>Norwegian ICD-10.</summary>
    Icd10 = 1,

    /// <summary>ICD-11.</summary>
    Icd11 = 2,
}
