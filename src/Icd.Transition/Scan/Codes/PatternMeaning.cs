using System.Text.RegularExpressions;

namespace Icd.Transition.Scan.Codes;

/// <summary>Which codes a regular expression takes.</summary>
/// <param name="IsAboutCodes">Whether it takes codes and no text that is none.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Regex">The expression, to be tried on codes of ICD-11.</param>
internal sealed record PatternMeaning(bool IsAboutCodes, CodeSet Codes, Regex? Regex)
{
    public static PatternMeaning None { get; } = new(false, CodeSet.Empty, null);
}
