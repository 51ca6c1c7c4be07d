namespace Icd.Toolkit.Answers;

/// <summary>One input of <c>icd validate</c> or <c>icd canonicalise</c> and what was found, ready to be written.</summary>
/// <param name="Input">As given.</param>
/// <param name="Verdict">valid, incomplete, invalid, not-evaluated or syntax-error.</param>
/// <param name="Canonical">The canonical form; <see langword="null"/> after a syntax error.</param>
/// <param name="Replacement">The sanctioned expression, or <see langword="null"/>.</param>
/// <param name="Diagnostics">The reasons.</param>
/// <param name="Rules">The rules that lead to the replacement, for a person.</param>
/// <param name="Suggestions">Rules that a person may follow, but nobody is sure enough of.</param>
internal sealed record JudgedExpression(
    string Input, string Verdict, string? Canonical, string? Replacement, IReadOnlyList<JudgedExpression.Reason> Diagnostics, IReadOnlyList<string> Rules, IReadOnlyList<string> Suggestions)
{
    /// <param name="Kind">The kind of diagnostic or syntax error, in kebab case.</param>
    /// <param name="Position">Zero-based, in UTF-16 units of the input.</param>
    /// <param name="Token">The text at fault.</param>
    /// <param name="Message">A sentence for a person.</param>
    /// <param name="Axis">The axis concerned, or <see langword="null"/>.</param>
    /// <param name="Provenance">Whose rule it is; <see langword="null"/> for syntax.</param>
    public sealed record Reason(string Kind, int Position, string Token, string Message, string? Axis, string? Provenance);
}
