namespace Icd.Import.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Table">What errors call the table.</param>
/// <param name="Number">One-based, the header included.</param>
/// <param name="Cells">The cells.</param>
internal readonly record struct TableRow(string Table, int Number, string[] Cells)
{
    /// <summary>A cell; empty where the row is shorter, as spreadsheets drop trailing empty cells.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";

    public ImportException Error(string what, string mend = "Download the file again; if it stays so, report it with this message.") =>
        new(Table, what, mend, Number);
}
