namespace Icd.Transition.Groups;

/// <summary>What became of a cell in the evaluation.</summary>
public enum GroupOutcome
{
    /// <summary>In no group.</summary>
    NoMember = 0,

    /// <summary>In at least one group.</summary>
    Member = 1,

    /// <summary>There is no code.</summary>
    Empty = 2,

    /// <summary>The text is no code or expression.</summary>
    NotWellFormed = 3,

    /// <summary>The release lacks a member of the expression; what it has was evaluated.</summary>
    Unknown = 4,
}
