namespace Icd.Transition.Groups;

/// <summary>What the check finds in definitions.</summary>
public enum GroupProblemKind
{
    /// <summary>A term names a code that the edition or release does not have, or selects none of its codes.</summary>
    UnknownCode = 1,

    /// <summary>A side has terms but nothing is left after the exclusions.</summary>
    EmptySide = 2,

    /// <summary>A group has only one side.</summary>
    MissingSide = 3,

    /// <summary>A term adds nothing to the terms before it.</summary>
    RedundantTerm = 4,

    /// <summary>An exclusion takes nothing out.</summary>
    IdleExclusion = 5,

    /// <summary>Two groups have codes in common.</summary>
    Overlap = 6,

    /// <summary>An ICD-10 code of the group becomes an ICD-11 expression outside of it.</summary>
    TargetOutside = 7,

    /// <summary>An ICD-10 code of the group has no ICD-11 target.</summary>
    NoTarget = 8,

    /// <summary>An ICD-10 code that is not in the group becomes an ICD-11 expression that is.</summary>
    TargetInside = 9,

    /// <summary>An ICD-11 stem of the group is reported as ICD-10 codes outside of it.</summary>
    BackOutside = 10,

    /// <summary>An ICD-11 stem that is not in the group is reported as ICD-10 codes that are.</summary>
    BackInside = 11,

    /// <summary>A difference that the definition names is none any more.</summary>
    StaleDifference = 12,
}
