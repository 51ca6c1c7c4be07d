namespace Icd.Mapping;

/// <summary>How a source concept stands to its target: the relationships of a FHIR R5 ConceptMap.</summary>
public enum MapRelation
{
    /// <summary>The data that are loaded do not tell.</summary>
    Unknown = 0,

    /// <summary>Both say the same.</summary>
    Equivalent = 1,

    /// <summary>The target says less: something of the source is lost.</summary>
    SourceIsNarrowerThanTarget = 2,

    /// <summary>The target says more than the source does.</summary>
    SourceIsBroaderThanTarget = 3,

    /// <summary>They overlap: something is lost and something is added, or the two classify by different criteria.</summary>
    RelatedTo = 4,

    /// <summary>There is no target.</summary>
    NotRelatedTo = 5,
}
