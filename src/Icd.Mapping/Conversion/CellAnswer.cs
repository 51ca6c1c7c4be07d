namespace Icd.Mapping.Conversion;

/// <summary>What became of a cell, ready to be written.</summary>
/// <param name="Suffix">The added cells with a delimiter before each, in the file's encoding.</param>
/// <param name="Codes">Codes and pairs in the cell, in order; none for a blank cell.</param>
/// <param name="Escaped">Characters that became numeric references.</param>
/// <param name="IsPart">Whether it is the answer for one of the codes of a cell, not for the cell.</param>
internal sealed record CellAnswer(byte[] Suffix, ConvertedCode[] Codes, int Escaped, bool IsPart)
{
    /// <summary>Whether the year of the codes has no part in it.</summary>
    public bool IsOfAnyYear { get; } = Array.TrueForAll(Codes, code => code.Edition is null);

    /// <summary>Whether one of the codes has a reject reason.</summary>
    public bool HasReason { get; } = Array.Exists(Codes, code => code.Reason != RejectReason.None);
}
