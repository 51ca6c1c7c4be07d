using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Toolkit.Answers;

/// <summary>One input of <c>icd parse</c> and what became of it.</summary>
internal sealed record ParsedInput(string Input, string System, string? Canonical, IReadOnlyList<ParsedInput.Member> Members, SyntaxError Error, string? Proposal)
{
    public readonly record struct Member(string Role, string Text, int Position);

    public static ParsedInput Read(string input, string system) =>
        system == "icd10" || (system == "auto" && LooksLikeIcd10(input)) ? ReadIcd10(input) : ReadIcd11(input);

    /// <summary>A digit in second place: no ICD-11 code has one. Text that is a chapter's number stays with ICD-11.</summary>
    public static bool LooksLikeIcd10(string input) =>
        input.Trim() is [var first, var second, _, ..] && char.IsAsciiLetter(first) && (char.IsAsciiDigit(second) || second is 'O' or 'o' or 'l');

    private static ParsedInput ReadIcd10(string input)
    {
        var trimmed = input.Trim();
        var start = input.Length - input.TrimStart().Length;
        if (Icd10Code.TryParse(trimmed, out var code, out var error))
            return new(input, "icd10", code.ToString(), [new("code", code.ToString(), start)], default, null);
        return new(input, "icd10", null, [], error with { Position = error.Position + start }, CodeProposal.ForIcd10(trimmed)?.ToString());
    }

    private static ParsedInput ReadIcd11(string input)
    {
        Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
        if (!ClusterExpression.TryParse(input, out var expression, ranges, out var error))
            return new(input, "icd11", null, [], error, ExpressionProposal.For(input));
        var members = new Member[expression.Count];
        for (var i = 0; i < members.Length; i++)
            members[i] = new(expression.IsStem(i) ? "stem" : "extension", expression[i].ToString(), ranges[i].Start.Value);
        return new(input, "icd11", expression.ToString(), members, default, null);
    }
}
