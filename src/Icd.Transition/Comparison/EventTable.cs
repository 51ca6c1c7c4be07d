using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Transition.Comparison;

/// <summary>Events by code, year, sex and age group, read from a file and added up.</summary>
public sealed class EventTable
{
    private const int RejectedShown = 20;

    private readonly Dictionary<EventKey, long> _counts = [];
    private readonly List<string> _rejected = [];

    private EventTable()
    {
    }

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>How many rows could not be used.</summary>
    public long RejectedRows { get; private set; }

    /// <summary>The first rows that could not be used: number, column, text, why.</summary>
    public IReadOnlyList<string> Rejected => _rejected;

    /// <summary>How many events there are.</summary>
    public long Events => _counts.Values.Sum();

    internal IEnumerable<(EventKey Key, long Count)> Counts => _counts.Select(pair => (pair.Key, pair.Value));

    /// <summary>Reads a file with a header.</summary>
    /// <param name="input">The file, at its beginning.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="separator">The separator of cells; <see langword="null"/> for the one that the header has.</param>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static EventTable Read(Stream input, ComparisonColumns columns, char? separator = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(columns);
        var header = DelimitedHeader.Read(input, separator);
        var at = columns.In(header);
        var (table, delimiter, pool) = (new EventTable(), (byte)header.Separator, new TextPool());
        using var reader = new DelimitedReader(input, delimiter);
        while (reader.TryRead(out var line))
        {
            var row = line.TrimEnd("\r\n"u8);
            table.Rows++;
            if (row.IsEmpty) continue;
            // Row 1 is the header.
            table.ReadRow(row, reader.Rows + 1, at, delimiter, pool);
        }

        return table;
    }

    private void ReadRow(ReadOnlySpan<byte> row, long number, (int Icd10, int Icd11, int Year, int Sex, int Age, int Count) at, byte delimiter, TextPool pool)
    {
        var (code, expression) = (default(Icd10Code), "");
        if (Cell(row, at.Icd10, delimiter) is { IsEmpty: false } icd10 && !Icd10Code.TryParse(icd10, out code, out var error10))
        {
            Reject(number, "ICD-10", icd10, error10.Describe(Encoding.UTF8.GetString(icd10)));
            return;
        }

        if (Cell(row, at.Icd11, delimiter) is { IsEmpty: false } icd11)
        {
            if (!ClusterExpression.TryParse(icd11, out var parsed, out var error11))
            {
                Reject(number, "ICD-11", icd11, error11.Describe(Encoding.UTF8.GetString(icd11)));
                return;
            }

            expression = pool.Of(parsed.ToString());
        }

        if (code == default && expression.Length == 0)
        {
            Reject(number, "ICD-10", [], "there is no code.");
            return;
        }

        var (year, count) = (0, 1L);
        if (Cell(row, at.Year, delimiter) is { IsEmpty: false } yearCell && !int.TryParse(yearCell, NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            Reject(number, "year", yearCell, "a year is a whole number.");
            return;
        }

        if (Cell(row, at.Count, delimiter) is var countCell && at.Count >= 0 && !long.TryParse(countCell, NumberStyles.None, CultureInfo.InvariantCulture, out count))
        {
            Reject(number, "count", countCell, "a count is a whole number from 0 up.");
            return;
        }

        var key = new EventKey(code.WithoutMark, expression, year, pool.Of(Cell(row, at.Sex, delimiter)), pool.Of(Cell(row, at.Age, delimiter)));
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += count;
    }

    private static ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> row, int column, byte delimiter) => column < 0 ? [] : DelimitedRow.Cell(row, column, delimiter).Trim(" \t\""u8);

    private void Reject(long row, string column, ReadOnlySpan<byte> text, string why)
    {
        RejectedRows++;
        if (_rejected.Count < RejectedShown) _rejected.Add($"row {row}, {column}: '{Encoding.UTF8.GetString(text)}': {why}");
    }

    /// <summary>Sexes and age groups are few: each text is kept once.</summary>
    private sealed class TextPool
    {
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

        public string Of(ReadOnlySpan<byte> utf8)
        {
            if (utf8.IsEmpty) return "";
            Span<char> text = stackalloc char[Math.Min(256, utf8.Length)];
            if (utf8.Length > text.Length) return Of(Encoding.UTF8.GetString(utf8));
            var length = Encoding.UTF8.GetChars(utf8, text);
            var lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
            return lookup.TryGetValue(text[..length], out var known) ? known : Of(text[..length].ToString());
        }

        public string Of(string text)
        {
            if (_texts.TryGetValue(text, out var known)) return known;
            _texts.Add(text);
            return text;
        }
    }
}
