namespace Icd.Mapping.Dual;

/// <summary>Whether the two sides of a dual registration say the same diagnosis.</summary>
public enum DualVerdict
{
    /// <summary>They say the same.</summary>
    Consistent = 1,

    /// <summary>They agree, and ICD-11 says more.</summary>
    Icd10Broader = 2,

    /// <summary>They agree, and ICD-10 says more.</summary>
    Icd11Broader = 3,

    /// <summary>They say different things.</summary>
    Contradictory = 4,

    /// <summary>The data that are loaded do not suffice to tell.</summary>
    NotJudged = 5,
}
