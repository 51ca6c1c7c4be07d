namespace Icd.Transition.Groups;

/// <summary>Which classification a column holds.</summary>
public enum CodeSystem
{
    /// <summary>Either, cell by cell: a digit in second place makes an ICD-10 code.</summary>
    Auto = 0,

    /// <summary>ICD-10.</summary>
    Icd10 = 10,

    /// <summary>ICD-11.</summary>
    Icd11 = 11,
}
