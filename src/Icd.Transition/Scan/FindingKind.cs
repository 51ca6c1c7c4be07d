namespace Icd.Transition.Scan;

/// <summary>What kind of dependence on ICD-10 was found.</summary>
public enum FindingKind
{
    /// <summary>A single code.</summary>
    Code = 1,

    /// <summary>Several codes side by side.</summary>
    CodeList = 2,

    /// <summary>A range such as <c>I20-I25</c>, or a comparison with a lower and an upper end.</summary>
    Range = 3,

    /// <summary>What codes begin with: <c>LIKE 'E11%'</c>, <c>StartsWith("F")</c>, <c>substr(code, 1, 3) = 'I21'</c>.</summary>
    Prefix = 4,

    /// <summary>A pattern with wildcards or classes, or a regular expression that takes some codes and not others.</summary>
    Pattern = 5,

    /// <summary>A regular expression that says what a code of ICD-10 looks like.</summary>
    Validation = 6,

    /// <summary>A field that is as long as codes of ICD-10 are.</summary>
    Length = 7,

    /// <summary>A fixed part of a code is cut out: the first three characters as the category.</summary>
    Substring = 8,

    /// <summary>The identifier of the code system: an OID or a URI.</summary>
    CodeSystem = 9,

    /// <summary>A field, column or variable that is named after the code.</summary>
    Name = 10,

    /// <summary>A column of a table with codes in it.</summary>
    Column = 11,
}
