namespace Icd.Transition.Comparison;

/// <summary>How fine the units are that are compared.</summary>
public enum UnitLevel
{
    /// <summary>Chapters.</summary>
    Chapter = 0,

    /// <summary>Blocks; in ICD-11 the outermost ones.</summary>
    Block = 1,

    /// <summary>Categories of three characters in ICD-10, of four in ICD-11.</summary>
    Category = 2,
}
