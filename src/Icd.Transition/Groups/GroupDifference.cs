namespace Icd.Transition.Groups;

/// <summary>A code that only one side has, on purpose: the check shows it with the reason and does not count it as a fault.</summary>
/// <param name="Code">An ICD-10 or ICD-11 code, as written.</param>
/// <param name="Reason">Why.</param>
/// <param name="Origin">File and line.</param>
public sealed record GroupDifference(string Code, string Reason, string Origin);
