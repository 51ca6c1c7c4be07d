namespace Icd.Transition.Groups;

/// <summary>What an entry of a group's ICD-10 side selects.</summary>
public enum Icd10TermKind
{
    /// <summary>A code and everything below it: <c>I21</c>.</summary>
    Subtree = 1,

    /// <summary>That code and nothing below it: <c>=I21</c>.</summary>
    Exact = 2,

    /// <summary>From a code to another, with everything below the last: <c>I20-I25</c>.</summary>
    Range = 3,

    /// <summary>A chapter by its roman number: <c>ch:IX</c>.</summary>
    Chapter = 4,

    /// <summary>Places that may be one of several characters, and everything below: <c>E1[0-4].2</c>, <c>M05.?1</c>.</summary>
    Pattern = 5,
}
