namespace Icd.Mapping.Conversion;

/// <summary>How a file of rows and cells is written.</summary>
/// <param name="Delimiter">Between cells; never 0.</param>
/// <param name="Quote">Around cells that hold a delimiter or a line end; 0 where the file has no such thing.</param>
/// <param name="LineEnd">Line feed, or carriage return in files of old Macs. A carriage return before a line feed belongs to it.</param>
/// <param name="Encoding">The characters.</param>
internal readonly record struct Dialect(byte Delimiter, byte Quote, byte LineEnd, FileEncoding Encoding)
{
    /// <summary>Where a row's text ends: before its line end.</summary>
    public int ContentLength(ReadOnlySpan<byte> row)
    {
        if (row.IsEmpty || row[^1] != LineEnd) return row.Length;
        return LineEnd == (byte)'\n' && row.Length > 1 && row[^2] == (byte)'\r' ? row.Length - 2 : row.Length - 1;
    }

    /// <summary>A text as a cell: quoted where it must be. Without quotes in the file, what would need them becomes a space.</summary>
    public string Cell(string text)
    {
        if (text.AsSpan().IndexOfAny((char)Delimiter, '\r', '\n') < 0 && (Quote == 0 || !text.Contains((char)Quote, StringComparison.Ordinal))) return text;
        return Quote == 0
            ? text.Replace((char)Delimiter, ' ').Replace('\r', ' ').Replace('\n', ' ')
            : $"{(char)Quote}{text.Replace(((char)Quote).ToString(), new string((char)Quote, 2), StringComparison.Ordinal)}{(char)Quote}";
    }

    /// <summary>The text of a cell: quotes taken off, decoded, without spaces at its ends.</summary>
    public string TextOf(ReadOnlySpan<byte> cell)
    {
        if (Quote != 0 && cell.Length > 1 && cell[0] == Quote && cell[^1] == Quote)
            return Encoding.Decode(cell[1..^1]).Replace(new string((char)Quote, 2), ((char)Quote).ToString(), StringComparison.Ordinal).Trim();
        return Encoding.Decode(cell).Trim();
    }
}
