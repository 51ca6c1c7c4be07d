namespace Icd.Api.Fhir;

/// <summary>Choices where the sources on FHIR over ICD-11 disagree, and limits; section <c>Fhir</c> of the configuration.</summary>
public sealed class FhirOptions
{
    /// <summary>Whether a code in the wrong case is unknown. HL7 settled on it in 2026, though WHO's CodeSystem says otherwise.</summary>
    public bool CaseSensitive { get; set; } = true;

    /// <summary>What a missing value on a required axis does to <c>CodeSystem/$validate-code</c>; <c>abstract=true</c> lifts it in any case.</summary>
    public RuleWeight RequiredAxes { get; set; } = RuleWeight.Error;

    /// <summary>What a cluster that rebuilds a precoordinated stem gets.</summary>
    public RuleWeight Replication { get; set; } = RuleWeight.Warning;

    /// <summary>The most members an expansion may have that is asked for without <c>count</c>.</summary>
    public int MaxExpansion { get; set; } = 40_000;

    /// <summary>The most entries of a batch.</summary>
    public int MaxBatchEntries { get; set; } = 1_000;
}

/// <summary>What breaking a rule does to the answer.</summary>
public enum RuleWeight
{
    /// <summary>Nothing is said.</summary>
    Ignore = 0,

    /// <summary>A warning; the code stays valid.</summary>
    Warning = 1,

    /// <summary>The code is not valid.</summary>
    Error = 2,
}
