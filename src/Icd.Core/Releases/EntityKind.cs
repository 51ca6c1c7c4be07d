namespace Icd.Core.Releases;

/// <summary>WHO's class kind of an entity.</summary>
public enum EntityKind : byte
{
    /// <summary>A root of the tree.</summary>
    Chapter = 1,

    /// <summary>A grouping without a code, which cannot be used for coding.</summary>
    Block = 2,

    /// <summary>An entity with a code.</summary>
    Category = 3,

    /// <summary>WHO's <c>window</c>: a view into another part of the tree.</summary>
    Window = 4,
}
