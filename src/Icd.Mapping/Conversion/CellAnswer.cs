namespace Icd.Mapping.Conversion;

/// <summary>What became of a cell, ready to be written.</summary>
/// <param name="Suffix">The added cells with a delimiter before each, in the file's encoding.</param>
/// <param name="Codes">Codes and pairs in the cell, in order; none for a blank cell.</param>
/// <param name="Escaped">Characters that became numeric references.</param>
internal sealed record CellAnswer(byte[] Suffix, ConvertedCode[] Codes, int Escaped)
{
    /// <summary>Whether one of the codes has a reject reason.</summary>
    public bool HasReason { get; } = Array.Exists(Codes, code => code.Reason != RejectReason.None);
}
