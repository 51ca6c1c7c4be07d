using System.Text.RegularExpressions;

namespace Icd.Mapping.Conversion;

/// <summary>Texts for files that people open in a spreadsheet program.</summary>
internal static partial class SpreadsheetText
{
    /// <summary>
    /// A text that a spreadsheet would take for a number (<c>1E50</c>, an ICD-11 code) or for a formula (<c>=…</c>) as a formula that yields the text: <c>="1E50"</c>.
    /// </summary>
    public static string Written(string text) =>
        text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' || NumberLike().IsMatch(text)) ? $"=\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>The text that was written.</summary>
    public static string Read(string text) =>
        text is ['=', '"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    /// <summary>Whether a spreadsheet has made a number of a code: <c>1,00E+50</c>.</summary>
    public static bool IsNumberMadeOfCode(string text) => Exponent().IsMatch(text);

    [GeneratedRegex(@"^\d+([.,]\d+)?([eE]\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberLike();

    [GeneratedRegex(@"^\d+([.,]\d+)?[eE]\+\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Exponent();
}
