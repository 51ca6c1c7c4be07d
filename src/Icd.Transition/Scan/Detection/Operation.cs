namespace Icd.Transition.Scan.Detection;

/// <summary>What a program does with a literal.</summary>
internal enum Operation
{
    None,
    Equal,
    In,
    Case,
    Like,
    StartsWith,
    Regex,
    Glob,

    /// <summary>The lower end of an interval.</summary>
    Lower,

    /// <summary>The upper end of an interval.</summary>
    Upper,
}
