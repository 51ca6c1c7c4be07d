namespace Icd.Search;

/// <summary>A token that a query looks for: what it stands for there, and how surely.</summary>
/// <param name="Token">A lexeme, or a class.</param>
/// <param name="FirstUnit">The first unit of the query that finding it explains.</param>
/// <param name="UnitCount">How many units it explains.</param>
/// <param name="Weight">How surely it is what was meant, 255 for the word as typed.</param>
/// <param name="IsTypo">Whether typing errors lie between.</param>
internal readonly record struct Evidence(int Token, byte FirstUnit, byte UnitCount, byte Weight, bool IsTypo);
