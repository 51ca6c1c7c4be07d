namespace Icd.Core.Releases;

/// <summary>Yes-or-no facts about an entity.</summary>
[Flags]
public enum EntityTraits : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The entity has a code that may be used; chapters, blocks and headings may not.</summary>
    Selectable = 1,

    /// <summary>The entity, or its title, is ours and not the publisher's: a heading that the published list lacks.</summary>
    Authored = 2,

    /// <summary>WHO's column "Primary tabulation": the category counts in the primary tabulation.</summary>
    PrimaryTabulation = 4,
}
