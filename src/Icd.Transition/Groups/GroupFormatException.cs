namespace Icd.Transition.Groups;

/// <summary>A file of definitions cannot be read. Every fault of the file is named, with line, column and remedy.</summary>
public sealed class GroupFormatException : FormatException
{
    internal GroupFormatException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The faults, a line each: <c>file:line:column: what. How to mend it.</c></summary>
    public IReadOnlyList<string> Problems { get; }
}
