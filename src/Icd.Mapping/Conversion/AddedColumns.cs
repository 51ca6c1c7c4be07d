namespace Icd.Mapping.Conversion;

/// <summary>Which columns are added for a diagnosis column beyond target, relation, provenance and review.</summary>
[Flags]
public enum AddedColumns
{
    /// <summary>No more.</summary>
    None = 0,

    /// <summary>The target's title in bokmål.</summary>
    Title = 1,

    /// <summary>What the source says and the target does not.</summary>
    Lost = 2,

    /// <summary>Other targets, each with its condition.</summary>
    Alternatives = 4,
}
