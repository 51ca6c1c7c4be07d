namespace Icd.Cli;

/// <summary>Why a code or expression is what it is and becomes what it becomes, ready to be written.</summary>
/// <param name="Input">As given.</param>
/// <param name="Kind"><c>icd10</c>, <c>icd10-pair</c>, <c>icd11</c>, or <c>malformed</c>.</param>
/// <param name="Title">In a line.</param>
/// <param name="IsKnown">Whether every code of it is in the releases.</param>
/// <param name="Sections">In the order in which one question leads to the next.</param>
internal sealed record Explanation(string Input, string Kind, string Title, bool IsKnown, IReadOnlyList<Explanation.Section> Sections)
{
    /// <param name="Heading">The question.</param>
    /// <param name="Lines">The answer.</param>
    public sealed record Section(string Heading, IReadOnlyList<Line> Lines);

    /// <param name="Label">What the line is about; empty where it goes on.</param>
    /// <param name="Text">What is said.</param>
    /// <param name="Source">Who says so; empty where nobody has to.</param>
    public sealed record Line(string Label, string Text, string Source = "");
}
