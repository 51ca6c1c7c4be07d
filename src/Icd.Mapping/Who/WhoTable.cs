namespace Icd.Mapping.Who;

/// <summary>WHO's mapping tables, by the names of their files.</summary>
public enum WhoTable
{
    /// <summary><c>10To11MapToOneCategory</c>: one target for each ICD-10 category.</summary>
    OneCategory = 1,

    /// <summary><c>10To11MapToMultipleCategories</c>: all targets of each ICD-10 category.</summary>
    MultipleCategories = 2,

    /// <summary><c>11To10MapToOneCategory</c>: back from each entity of MMS.</summary>
    Back = 3,

    /// <summary><c>foundation_10To11MapToOneCategory</c>: the Foundation entity of each ICD-10 category, and whether it is equivalent.</summary>
    Foundation = 4,

    /// <summary><c>foundation_11To10MapToOneCategory</c>: back from each Foundation entity.</summary>
    FoundationBack = 5,
}
