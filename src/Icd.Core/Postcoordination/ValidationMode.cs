namespace Icd.Core.Postcoordination;

/// <summary>How much is demanded of an expression.</summary>
public enum ValidationMode
{
    /// <summary>As the Reference Guide says: required axes are required, and a value on no axis is wrong.</summary>
    Strict = 0,

    /// <summary>
    /// For drafts and imported data: a missing required axis is a warning, and what only our authored profile refuses is not
    /// evaluated instead of invalid. What WHO's scales refuse stays invalid.
    /// </summary>
    Lenient = 1,
}
