namespace Icd.Mapping.Conversion;

/// <summary>What of a file is read and what is added.</summary>
/// <param name="Dialect">How the file is written.</param>
/// <param name="ColumnCount">How many columns its rows have.</param>
/// <param name="Columns">The diagnosis columns.</param>
/// <param name="EditionIndex">The place of the column with the edition, from 0; -1 where there is none.</param>
/// <param name="AddedPerColumn">How many cells are added for a diagnosis column; one for the reason follows the last.</param>
internal sealed record ConversionLayout(Dialect Dialect, int ColumnCount, IReadOnlyList<ConvertedColumn> Columns, int EditionIndex, int AddedPerColumn)
{
    /// <summary>The name of the last column that is added: why a row is in the rejects file.</summary>
    public const string ReasonColumn = "icd_reason";
}
