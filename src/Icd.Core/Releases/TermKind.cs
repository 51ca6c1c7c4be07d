namespace Icd.Core.Releases;

/// <summary>What a text about an entity is, in WHO's terms (ICD-API v2 property names).</summary>
public enum TermKind : byte
{
    /// <summary>Another name for the same.</summary>
    Synonym = 1,

    /// <summary>The name of something narrower.</summary>
    NarrowerTerm = 2,

    /// <summary>An inclusion term.</summary>
    Inclusion = 3,

    /// <summary>An exclusion, with the entity where the excluded is found.</summary>
    Exclusion = 4,

    /// <summary>A term of WHO's index.</summary>
    IndexTerm = 5,

    /// <summary>The definition.</summary>
    Definition = 6,

    /// <summary>The longer definition.</summary>
    LongDefinition = 7,

    /// <summary>The title made understandable without its parents.</summary>
    FullySpecifiedName = 8,

    /// <summary>How to code: "code also …".</summary>
    CodingNote = 9,

    /// <summary>Diagnostic criteria, Markdown.</summary>
    DiagnosticCriteria = 10,

    /// <summary>A child in the Foundation that this tree has elsewhere.</summary>
    FoundationChildElsewhere = 11,

    /// <summary>ICF: a related impairment.</summary>
    RelatedImpairment = 12,

    /// <summary>A related entity in the chapter on pregnancy, childbirth and the puerperium; no text.</summary>
    RelatedInMaternalChapter = 13,

    /// <summary>A related entity in the perinatal chapter; no text.</summary>
    RelatedInPerinatalChapter = 14,
}
