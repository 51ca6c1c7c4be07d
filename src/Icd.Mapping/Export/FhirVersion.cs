namespace Icd.Mapping.Export;

/// <summary>The FHIR release whose ConceptMap is written.</summary>
public enum FhirVersion
{
    /// <summary>R4: the target's equivalence, seen from the target (<c>wider</c>).</summary>
    R4 = 4,

    /// <summary>R5: the relationship, seen from the source (<c>source-is-narrower-than-target</c>).</summary>
    R5 = 5,
}
