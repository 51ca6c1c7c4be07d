using System.Text.RegularExpressions;

namespace Icd.Transition.Scan.Codes;

/// <summary>Which codes a regular expression takes.</summary>
/// <param name="IsAboutCodes">Whether it takes codes and no text that is none.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Regex">The expression, to be tried on codes of ICD-11.</param>
internal sealed record PatternMeaning(bool IsAboutCodes, CodeSet Codes, Regex? Regex)
{
    public static PatternMeaning None { get; } = new(false, CodeSet.Empty, null);

    /// <summary>How many characters of a text it takes; -1 where it takes none, or needs too long to say.</summary>
    public int LengthTaken(string text)
    {
        try
        {
            return Regex?.Match(text) is { Success: true } match ? match.Length : -1;
        }
        catch (RegexMatchTimeoutException)
        {
            return -1;
        }
    }
}
