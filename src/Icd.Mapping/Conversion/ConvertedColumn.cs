namespace Icd.Mapping.Conversion;

/// <summary>A diagnosis column, found in the input.</summary>
/// <param name="Name">Its name, or <c>column3</c> where there are none.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Asterisk">The place of the column with its asterisk codes, from 0; -1 where there is none.</param>
internal sealed record ConvertedColumn(string Name, int Index, int Asterisk);
