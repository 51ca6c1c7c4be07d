namespace Icd.Mapping.Conversion;

/// <summary>Answers for the text of one code, or of a pair.</summary>
internal interface ICodeConverter
{
    /// <summary>The columns' name behind <c>dx_</c>: <c>icd11</c> or <c>icd10</c>.</summary>
    string TargetName { get; }

    /// <param name="text">A code or a pair, without spaces around it.</param>
    /// <param name="edition">The year of its edition; <see langword="null"/> where none is given.</param>
    ConvertedCode Convert(string text, int? edition);

    /// <summary>The year of the list that answers for a year: its own where that is loaded. Answers that say no edition are the same for all years of a list.</summary>
    int ListOf(int? edition);

    /// <summary>Chapters of the source classification, in its order, with their titles in bokmål.</summary>
    IReadOnlyList<(string Chapter, string Title)> Chapters { get; }

    /// <summary>A code and the code in the column beside it as the text of a pair; <see langword="null"/> where they are none.</summary>
    string? PairOf(string text, string asterisk);

    /// <summary>Reads what a person decided: a target, or <c>none</c>.</summary>
    /// <param name="text">As written.</param>
    /// <param name="target">In canonical form; empty for none.</param>
    /// <param name="title">Its title in bokmål.</param>
    /// <returns>What is wrong with it; <see langword="null"/> where nothing is.</returns>
    MapText? ReadTarget(string text, out string target, out string title);
}
