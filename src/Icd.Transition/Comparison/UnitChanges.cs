namespace Icd.Transition.Comparison;

/// <summary>What becomes of a unit in the other system; each where at least 5 % of its events are concerned.</summary>
[Flags]
public enum UnitChanges
{
    /// <summary>Nothing to note.</summary>
    None = 0,

    /// <summary>Goes to several units of the other system.</summary>
    Splits = 1,

    /// <summary>Its main counterpart also takes in other units.</summary>
    Merges = 2,

    /// <summary>Goes to a chapter that did not take over its chapter's subject.</summary>
    MovesChapter = 4,

    /// <summary>The other system says less.</summary>
    LosesDetail = 8,

    /// <summary>The code joins what the other system keeps apart: which target is right, a human must say.</summary>
    Ambiguous = 16,

    /// <summary>Has no counterpart.</summary>
    NoTarget = 32,
}
