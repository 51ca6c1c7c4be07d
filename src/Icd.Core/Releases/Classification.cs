namespace Icd.Core.Releases;

/// <summary>The classification that a release is an edition of.</summary>
public enum Classification : byte
{
    /// <summary>ICD-11 for Mortality and Morbidity Statistics.</summary>
    Mms = 1,

    /// <summary>The International Classification of Functioning, Disability and Health.</summary>
    Icf = 2,

    /// <summary>The Norwegian edition of ICD-10.</summary>
    Icd10 = 3,

    /// <summary>The Norwegian edition of ICPC-2.</summary>
    Icpc2 = 4,
}
