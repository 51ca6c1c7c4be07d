namespace Icd.Mapping.Conversion;

/// <summary>What became of a cell, ready to be written.</summary>
internal sealed class CellAnswer
{
    /// <summary>Its number among the answers of an <see cref="AnswerSet"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The added cells with a delimiter before each, in the file's encoding; room for a vector's overshoot follows.</summary>
    public required byte[] Suffix { get; init; }

    /// <summary>How much of <see cref="Suffix"/> counts.</summary>
    public required int Length { get; init; }

    /// <summary>Codes and pairs in the cell, in order; none for a blank cell.</summary>
    public required IReadOnlyList<ConvertedCode> Codes { get; init; }

    /// <summary>Whether one of the codes has a reject reason.</summary>
    public required bool HasReason { get; init; }

    /// <summary>Characters that became numeric references.</summary>
    public required int Escaped { get; init; }
}
