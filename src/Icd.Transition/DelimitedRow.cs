namespace Icd.Transition;

/// <summary>Rows and cells of delimited text, as bytes (RFC 4180: a cell that begins with a quote ends with one, quotes inside are doubled).</summary>
internal static class DelimitedRow
{
    private const byte Quote = (byte)'"';

    /// <summary>The length of the first row with its line end; -1 where it does not end here.</summary>
    public static int End(ReadOnlySpan<byte> text, byte delimiter)
    {
        var newline = text.IndexOf((byte)'\n');
        if (newline < 0) return -1;
        // Without a quote before the line end, that is the end: the case of nearly all rows.
        if (text[..newline].IndexOf(Quote) < 0) return newline + 1;
        var (isQuoted, isCellStart) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (isQuoted)
            {
                if (unit == Quote) isQuoted = false;
                continue;
            }

            // A doubled quote inside a cell closes and opens again, which comes to the same.
            if (unit == Quote && (isCellStart || text[i - 1] == Quote)) isQuoted = true;
            else if (unit == '\n') return i + 1;
            isCellStart = unit == delimiter;
        }

        return -1;
    }

    /// <summary>Whether text that has no more to come ends within quotes.</summary>
    public static bool IsInsideQuotes(ReadOnlySpan<byte> text, byte delimiter)
    {
        var (isQuoted, isCellStart) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted)
            {
                if (text[i] == Quote) isQuoted = false;
                continue;
            }

            if (text[i] == Quote && (isCellStart || text[i - 1] == Quote)) isQuoted = true;
            isCellStart = text[i] == delimiter;
        }

        return isQuoted;
    }

    /// <summary>A cell with its quotes; empty where the row has fewer.</summary>
    /// <param name="row">A row without its line end.</param>
    /// <param name="column">From 0.</param>
    /// <param name="delimiter">The separator.</param>
    public static ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> row, int column, byte delimiter)
    {
        while (true)
        {
            var length = Length(row, delimiter);
            if (column-- == 0) return row[..length];
            if (length == row.Length) return [];
            row = row[(length + 1)..];
        }
    }

    /// <summary>All cells, decoded and without quotes.</summary>
    public static List<string> Cells(ReadOnlySpan<byte> row, byte delimiter)
    {
        var cells = new List<string>();
        while (true)
        {
            var length = Length(row, delimiter);
            cells.Add(Text(row[..length]));
            if (length == row.Length) return cells;
            row = row[(length + 1)..];
        }
    }

    /// <summary>A cell's text: quotes around it off, doubled ones inside single.</summary>
    public static string Text(ReadOnlySpan<byte> cell)
    {
        var text = System.Text.Encoding.UTF8.GetString(cell).Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static int Length(ReadOnlySpan<byte> row, byte delimiter)
    {
        if (row.IsEmpty || row[0] != Quote)
        {
            var end = row.IndexOf(delimiter);
            return end < 0 ? row.Length : end;
        }

        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] != Quote) continue;
            if (i + 1 < row.Length && row[i + 1] == Quote) i++;
            else
            {
                var end = row[i..].IndexOf(delimiter);
                return end < 0 ? row.Length : i + end;
            }
        }

        return row.Length;
    }
}
