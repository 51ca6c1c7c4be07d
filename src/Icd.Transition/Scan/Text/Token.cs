namespace Icd.Transition.Scan.Text;

/// <summary>A piece of source text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins, quotation marks included.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Content">Where the content of a string or comment begins; <paramref name="Start"/> for others.</param>
/// <param name="ContentEnd">Where the content ends.</param>
/// <param name="Bracket">The number of the innermost bracket pair that it stands in; -1 outside all.</param>
/// <param name="IsRegex">Whether the language says that the string is a regular expression.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int Content, int ContentEnd, int Bracket, bool IsRegex = false);
