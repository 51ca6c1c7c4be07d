using Icd.Import.Tables;

namespace Icd.Import.Authored;

/// <summary>One of the tables under <c>data/</c> that we write ourselves: tabs, no quoting, a header, <c>#</c> begins a comment line.</summary>
internal static class AuthoredTable
{
    /// <summary>The rows, each with exactly the columns of the header, which must be the ones expected.</summary>
    public static IEnumerable<TableRow> Read(string path, params string[] columns)
    {
        using var stream = File.OpenRead(path);
        var table = Table.Read(path, DelimitedText.Rows(stream, path, quoted: false));
        if (!table.Header.SequenceEqual(columns))
            throw new ImportException(path, $"the columns are {string.Join(", ", table.Header)}", $"They must be {string.Join(", ", columns)}.", row: 1);
        foreach (var row in table.Rows())
        {
            if (row.Cells[0].StartsWith('#')) continue;
            if (row.Cells.Length != columns.Length) throw row.Error($"there are {row.Cells.Length} columns, not {columns.Length}", "Put one tab between two columns.");
            if (Array.Exists(row.Cells, cell => cell != cell.Trim())) throw row.Error("a cell begins or ends with a space", "Remove it.");
            yield return row;
        }
    }
}
