namespace Icd.Core.Postcoordination;

/// <summary>What a diagnostic about an ICF code is about. Names and numbers are stable.</summary>
public enum IcfDiagnosticKind
{
    /// <summary>Not of the form of an ICF code: a letter b, s, d or e, digits, and qualifiers after a point (for e also after +).</summary>
    NotIcf = 1,

    /// <summary>The release has no such category.</summary>
    UnknownCategory = 2,

    /// <summary>A chapter or block, which is not coded.</summary>
    NotSelectable = 3,

    /// <summary>No qualifier: without one an ICF code says nothing of a person.</summary>
    QualifierMissing = 4,

    /// <summary>More qualifiers than the component has.</summary>
    TooManyQualifiers = 5,

    /// <summary>A qualifier that its place does not have.</summary>
    QualifierOutOfRange = 6,

    /// <summary>A plus sign for a facilitator, where the component has none.</summary>
    FacilitatorOutsideEnvironment = 7,

    /// <summary>The release writes qualifiers as codes of their own, which this version does not read.</summary>
    QualifiersAreCodes = 8,
}
