namespace Icd.Transition.Scan.Text;

/// <summary>A pair of brackets, or a markup tag.</summary>
/// <param name="Open">The index of the token that opens it.</param>
/// <param name="Parent">The pair around it; -1 for none.</param>
internal record struct Bracket(int Open, int Parent)
{
    /// <summary>The index of the token that closes it; the number of tokens where nothing does.</summary>
    public int Close { get; set; } = int.MaxValue;
}
