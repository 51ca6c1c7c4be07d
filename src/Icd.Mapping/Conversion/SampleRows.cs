namespace Icd.Mapping.Conversion;

/// <summary>The first rows of a file, taken apart at leisure.</summary>
internal static class SampleRows
{
    /// <summary>Where the row at the front of a text ends, its line end included.</summary>
    public static int FirstRow(ReadOnlySpan<byte> text, in Dialect dialect, bool isComplete)
    {
        var end = new RowCut(dialect).Find(text, 1, isComplete);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The cells of a row, and whether their quoting is sound.</summary>
    public static List<Range> Cells(ReadOnlySpan<byte> row, in Dialect dialect, out bool isBroken)
    {
        var content = row[..dialect.ContentLength(row)];
        var cells = new List<Range>();
        isBroken = false;
        for (var start = 0; ;)
        {
            var from = start;
            if (dialect.Quote != 0 && start < content.Length && content[start] == dialect.Quote)
            {
                isBroken |= QuotedCell.Find(content, start, in dialect, isComplete: true, out from) != QuotedCellEnd.Closed;
            }

            var end = content[from..].IndexOf(dialect.Delimiter);
            if (end < 0)
            {
                cells.Add(start..content.Length);
                return cells;
            }

            cells.Add(start..(from + end));
            start = from + end + 1;
        }
    }

    /// <summary>The texts of a row's cells.</summary>
    public static List<string> Texts(ReadOnlyMemory<byte> row, in Dialect dialect)
    {
        var texts = new List<string>();
        foreach (var cell in Cells(row.Span, in dialect, out _)) texts.Add(dialect.TextOf(row.Span[cell]));
        return texts;
    }

    /// <summary>The rows of a sample, the last one left out where it may be cut off.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> sample, Dialect dialect, bool isWhole, int most)
    {
        for (var count = 0; count < most && !sample.IsEmpty; count++)
        {
            var end = new RowCut(dialect).Find(sample.Span, 1, isWhole);
            if (end < 0) yield break;
            yield return sample[..end];
            sample = sample[end..];
        }
    }
}
