namespace Icd.Mapping.Conversion;

/// <summary>Where a cell that begins with a quote ends (RFC 4180), and what holds when it does not.</summary>
/// <remarks>
/// A quote closes the cell where a delimiter or a line end follows. Where something else follows, or no quote comes within
/// <see cref="MaxLength"/> bytes, the quoting is broken: the row then ends at its first line end, as if the quote were a letter, so that
/// one lost quote costs one row and not the rest of the file.
/// </remarks>
internal static class QuotedCell
{
    /// <summary>How far a quoted cell may reach, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    /// <param name="text">Bytes that begin anywhere before the quote.</param>
    /// <param name="open">Where the quote stands that begins the cell.</param>
    /// <param name="dialect">The file's way of writing.</param>
    /// <param name="isComplete">Whether the file, or all that matters of it, ends with <paramref name="text"/>.</param>
    /// <param name="next">Where to read on; where the row ends, its line end.</param>
    public static QuotedCellEnd Find(ReadOnlySpan<byte> text, int open, in Dialect dialect, bool isComplete, out int next)
    {
        var limit = (int)Math.Min(text.Length, (long)open + 1 + MaxLength);
        var from = open + 1;
        var close = -1;
        while (from < limit)
        {
            var found = text[from..limit].IndexOf(dialect.Quote);
            if (found < 0) break;
            var at = from + found;
            if (at + 1 == text.Length || (at + 2 == text.Length && text[at + 1] == (byte)'\r' && dialect.LineEnd == (byte)'\n'))
            {
                next = at + 1;
                return isComplete ? QuotedCellEnd.Closed : QuotedCellEnd.Unknown;
            }

            var after = text[at + 1];
            if (after == dialect.Quote)
            {
                from = at + 2;
                continue;
            }

            if (after == dialect.Delimiter || after == dialect.LineEnd || (after == (byte)'\r' && text[at + 2] == dialect.LineEnd))
            {
                next = at + 1;
                return QuotedCellEnd.Closed;
            }

            close = at;
            break;
        }

        if (close < 0 && !isComplete && text.Length - open - 1 < MaxLength + 2)
        {
            next = open;
            return QuotedCellEnd.Unknown;
        }

        var end = close < 0 ? limit : close;
        var lineEnd = text[(open + 1)..end].IndexOf(dialect.LineEnd);
        next = lineEnd >= 0 ? open + 1 + lineEnd : close < 0 ? limit : close + 1;
        return lineEnd >= 0 ? QuotedCellEnd.RowEnds : QuotedCellEnd.Broken;
    }
}
