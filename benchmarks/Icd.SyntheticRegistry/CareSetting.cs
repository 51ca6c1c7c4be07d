namespace Icd.SyntheticRegistry;

/// <summary>Where a diagnosis is made; the columns of <c>weights.tsv</c>, in its order.</summary>
internal enum CareSetting
{
    /// <summary>Admitted to a hospital.</summary>
    Inpatient,

    /// <summary>Outpatient clinics and specialists with a public contract.</summary>
    Outpatient,

    /// <summary>Mental health care and treatment of addiction.</summary>
    Mental,

    /// <summary>Death certificates.</summary>
    Deaths,
}
