namespace Icd.Mapping.Conversion;

/// <summary>Rows that were found in a block, with the places of their cells. Rows are answered many at a time, so that the processor waits for its memory once and not for each of them.</summary>
internal sealed class RowBatch
{
    private const int MostRows = 64;
    private const int MostBounds = 1 << 12;

    /// <param name="columnCount">How many columns rows should have.</param>
    public RowBatch(int columnCount)
    {
        // One place for the row's beginning, one for its end, and one for what is beyond the last column that there should be.
        Stride = columnCount + 2;
        Rows = new FoundRow[Math.Clamp(MostBounds / Stride, 1, MostRows)];
        Bounds = new int[Rows.Length * Stride];
    }

    /// <summary>How many of <see cref="Bounds"/> a row has.</summary>
    public int Stride { get; }

    /// <summary>Where the delimiters around the cells of each row stand, the first before its first cell.</summary>
    public int[] Bounds { get; }

    /// <summary>The rows.</summary>
    public FoundRow[] Rows { get; }

    /// <summary>How many of <see cref="Rows"/> there are.</summary>
    public int Count { get; set; }

    /// <summary>Whether all of them have as many columns as they should, and sound quoting.</summary>
    public bool AreSound { get; set; }

    /// <summary>Where a row begins.</summary>
    public int StartOf(int row) => Bounds[row * Stride] + 1;

    /// <summary>Where a cell of a row stands.</summary>
    public Range CellOf(int row, int column) => (Bounds[(row * Stride) + column] + 1)..Bounds[(row * Stride) + column + 1];
}

/// <summary>A row in a block.</summary>
internal struct FoundRow
{
    /// <summary>Where its line end begins.</summary>
    public int Content;

    /// <summary>Where the next row begins.</summary>
    public int End;

    /// <summary>How many columns it has.</summary>
    public int Columns;

    /// <summary>How many lines, more than one where a quoted cell has line ends in it.</summary>
    public int Lines;

    /// <summary>What is wrong with its form.</summary>
    public RejectReason Reason;
}
