namespace Icd.Import.Tables;

/// <summary>A table with a header row, read forward only.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly IEnumerator<string[]> _rows;

    private Table(string name, string[] header, IEnumerator<string[]> rows)
    {
        (Name, Header, _rows) = (name, header, rows);
        // The first of two equal names counts: spreadsheet programs add empty columns at the end.
        for (var i = 0; i < header.Length; i++) _columns.TryAdd(header[i].Trim(), i);
    }

    /// <summary>What errors call the table.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Header { get; }

    public static Table Read(string name, IEnumerable<string[]> rows)
    {
        var enumerator = rows.GetEnumerator();
        return enumerator.MoveNext()
            ? new(name, enumerator.Current, enumerator)
            : throw new ImportException(name, "the table is empty", "Download the file again.");
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The index of a column under any of its names.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_columns.TryGetValue(name, out var index)) return index;
        }

        throw new ImportException(
            Name, $"there is no column '{names[0]}' (found: {string.Join(", ", Header.Where(column => column.Length > 0).Take(20))})",
            "This is not the file that its name says, or a spreadsheet program changed it; download it again.", row: 1);
    }

    /// <summary>The rows below the header, each with its one-based row number; rows with no text at all are passed over.</summary>
    public IEnumerable<TableRow> Rows()
    {
        for (var number = 2; _rows.MoveNext(); number++)
        {
            if (!Array.TrueForAll(_rows.Current, string.IsNullOrWhiteSpace)) yield return new(Name, number, _rows.Current);
        }
    }
}
