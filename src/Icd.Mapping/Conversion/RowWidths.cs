namespace Icd.Mapping.Conversion;

/// <summary>How many cells the first rows of a file have.</summary>
internal sealed class RowWidths
{
    private const int SampledRows = 200;

    private readonly Dictionary<int, int> _rows = [];

    public RowWidths(ReadOnlyMemory<byte> sample, in Dialect dialect, bool isWhole)
    {
        foreach (var row in SampleRows.Of(sample, dialect, isWhole, SampledRows))
        {
            var width = SampleRows.Cells(row.Span, in dialect, out _).Count;
            _rows[width] = Of(width) + 1;
            All++;
        }

        foreach (var (width, rows) in _rows)
        {
            if (rows > Of(Usual) || (rows == Of(Usual) && width > Usual)) Usual = width;
        }
    }

    /// <summary>How many rows were looked at.</summary>
    public int All { get; }

    /// <summary>What most rows have, the larger number where two are as frequent; 0 where there is no row.</summary>
    public int Usual { get; }

    /// <summary>How many rows have so many cells.</summary>
    public int Of(int width) => _rows.GetValueOrDefault(width);
}
