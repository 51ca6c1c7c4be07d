namespace Icd.Search;

/// <summary>A word of a query with its units.</summary>
/// <param name="Start">Where it begins in the query.</param>
/// <param name="End">The place behind it.</param>
/// <param name="Lexeme">The lexeme it is a form of; negative where no name has it.</param>
/// <param name="FirstUnit">Its first unit.</param>
/// <param name="UnitCount">How many units it has: the parts of a compound.</param>
internal readonly record struct QueryWord(int Start, int End, int Lexeme, byte FirstUnit, byte UnitCount);
