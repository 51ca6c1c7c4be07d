namespace Icd.Mapping;

/// <summary>Who says that a target is right.</summary>
public enum ProvenanceKind
{
    /// <summary>Nobody: the data that are loaded do not tell.</summary>
    None = 0,

    /// <summary>A row of WHO's mapping tables.</summary>
    WhoTable = 1,

    /// <summary>A rule that we author.</summary>
    AuthoredRule = 2,

    /// <summary>The nearest parent that has an answer.</summary>
    ParentFallback = 3,

    /// <summary>The inverse of the answers of ICD-10 codes.</summary>
    Inverse = 4,

    /// <summary>The two codes of a dagger and asterisk pair, each with its own answer.</summary>
    Pair = 5,

    /// <summary>A person, who looked at the code and decided.</summary>
    Decision = 6,
}
