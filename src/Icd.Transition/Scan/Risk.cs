namespace Icd.Transition.Scan;

/// <summary>How much goes wrong, and how silently, where ICD-11 codes reach what was found and nobody has changed it.</summary>
public enum Risk
{
    /// <summary>Nothing goes wrong: a comment, a document.</summary>
    Info = 0,

    /// <summary>One code becomes another, or a name no longer says all: seen at once, changed in one place.</summary>
    Low = 1,

    /// <summary>Detail is lost, several targets have to be chosen among, or expressions do not fit: results change somewhat.</summary>
    Medium = 2,

    /// <summary>Logic rests on the structure of ICD-10 codes, or a field refuses or cuts off codes of ICD-11: results are wrong without an error, or data are lost.</summary>
    High = 3,
}
