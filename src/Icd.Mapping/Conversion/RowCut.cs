namespace Icd.Mapping.Conversion;

/// <summary>Finds where a row ends, looking at quotes and line ends only. Remembers how far it has looked.</summary>
/// <param name="dialect">The file's way of writing.</param>
internal struct RowCut(Dialect dialect)
{
    private int _position;

    /// <summary>The first beginning of a row at or after a place.</summary>
    /// <param name="text">Bytes that begin with a row; at a further call the same with more after them.</param>
    /// <param name="place">The place, at least 1.</param>
    /// <param name="isComplete">Whether the file ends with <paramref name="text"/>.</param>
    /// <returns>The place after the line end; -1 where more bytes are needed; the length of a complete text without one.</returns>
    public int Find(ReadOnlySpan<byte> text, int place, bool isComplete)
    {
        while (true)
        {
            var from = Math.Max(_position, place - 1);
            var lineEnd = from < text.Length ? text[from..].IndexOf(dialect.LineEnd) : -1;
            var end = lineEnd < 0 ? text.Length : from + lineEnd;
            var quote = dialect.Quote == 0 || _position >= end ? -1 : text[_position..end].IndexOf(dialect.Quote);
            if (quote < 0)
            {
                if (lineEnd >= 0) return end + 1;
                // What was looked at needs not be looked at again.
                _position = text.Length;
                return isComplete ? text.Length : -1;
            }

            quote += _position;
            if (!BeginsCell(text, quote))
            {
                _position = quote + 1;
                continue;
            }

            switch (QuotedCell.Find(text, quote, in dialect, isComplete, out var next))
            {
                case QuotedCellEnd.Unknown:
                    _position = quote;
                    return -1;
                case QuotedCellEnd.RowEnds when next + 1 >= place:
                    return next + 1;
                default:
                    _position = next;
                    break;
            }
        }
    }

    private readonly bool BeginsCell(ReadOnlySpan<byte> text, int at) => at == 0 || text[at - 1] == dialect.Delimiter || text[at - 1] == dialect.LineEnd;
}
