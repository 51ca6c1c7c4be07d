using System.Text;

namespace Icd.Transition;

/// <summary>The first row of a delimited file: its separator and the names of its columns.</summary>
public sealed class DelimitedHeader
{
    private const int MaxLength = 1 << 20;
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    private DelimitedHeader(byte[] line, char separator)
    {
        (Line, Separator) = (line, separator);
        Names = DelimitedRow.Cells(line.AsSpan(line.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0), (byte)separator);
    }

    /// <summary>The row as it stands, without its line end.</summary>
    public byte[] Line { get; }

    /// <summary>The separator of cells.</summary>
    public char Separator { get; }

    /// <summary>The names, quotes off.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads the first row and nothing more.</summary>
    /// <param name="input">A stream at its beginning.</param>
    /// <param name="separator">The separator; <see langword="null"/> takes whichever of <c>; , tab |</c> the row has most of.</param>
    /// <exception cref="InvalidDataException">There is no row, or it is in UTF-16.</exception>
    public static DelimitedHeader Read(Stream input, char? separator)
    {
        ArgumentNullException.ThrowIfNull(input);
        var line = new List<byte>();
        for (var unit = input.ReadByte(); unit >= 0 && unit != '\n'; unit = input.ReadByte())
        {
            line.Add((byte)unit);
            if (line.Count == MaxLength) throw new InvalidDataException("The first row is longer than 1 MB. Is this a CSV file?");
        }

        if (line.Count > 0 && line[^1] == '\r') line.RemoveAt(line.Count - 1);
        if (line is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || line.Contains(0)) throw new InvalidDataException("The file is in UTF-16. Save it as UTF-8.");
        if (line.Count == 0) throw new InvalidDataException("The file is empty; expected is a first row with the names of the columns.");
        var bytes = line.ToArray();
        return new(bytes, separator ?? Separators.MaxBy(candidate => bytes.Count(unit => unit == candidate)));
    }

    /// <summary>Where a column stands, from 0; -1 where there is none of that name, whatever the case.</summary>
    public int Find(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
