namespace Icd.Core.Postcoordination;

/// <summary>What a validator says of an expression. Names are stable.</summary>
public enum VerdictKind
{
    /// <summary>Every rule that is known is kept.</summary>
    Valid = 0,

    /// <summary>Well-formed and nothing wrong in it, but a stem lacks a value on an axis that requires one.</summary>
    Incomplete = 1,

    /// <summary>A rule is broken.</summary>
    Invalid = 2,

    /// <summary>The data that are loaded do not suffice to judge.</summary>
    NotEvaluated = 3,
}
