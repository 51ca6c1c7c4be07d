namespace Icd.Search;

/// <summary>The classifications that are searched; combine them.</summary>
[Flags]
public enum SearchSystems : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The Norwegian ICD-10.</summary>
    Icd10 = 1,

    /// <summary>ICD-11 MMS.</summary>
    Icd11 = 2,

    /// <summary>ICPC-2.</summary>
    Icpc2 = 4,

    /// <summary>ICD-10 and ICD-11.</summary>
    All = Icd10 | Icd11,
}
