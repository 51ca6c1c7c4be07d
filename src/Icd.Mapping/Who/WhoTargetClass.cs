namespace Icd.Mapping.Who;

/// <summary>What kind of entity a row of WHO's tables leads to.</summary>
public enum WhoTargetClass
{
    /// <summary>The row has no target.</summary>
    None = 0,

    /// <summary>A category: something that classifies a case.</summary>
    Category = 1,

    /// <summary>A block, which has no code.</summary>
    Block = 2,

    /// <summary>A chapter.</summary>
    Chapter = 3,
}
