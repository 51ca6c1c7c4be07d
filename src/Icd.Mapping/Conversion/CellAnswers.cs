using System.Buffers;

namespace Icd.Mapping.Conversion;

/// <summary>Works out the answer for a cell: its codes one by one, and the text to add.</summary>
internal sealed class CellAnswers(ICodeConverter converter, Dialect dialect, ConversionOptions options)
{
    /// <summary>Between the two cells of a pair that stands in two columns; no text has it.</summary>
    public const byte PairSeparator = 0x1F;

    /// <summary>Between the texts of an answer that is to be joined with others; no text has it.</summary>
    public const byte Divider = 0x1F;

    private readonly string _join = options.JoinText;

    private readonly Func<ConvertedCode, string>[] _columns = [.. ColumnsOf(options.Add)];

    /// <summary>Where a thread puts an answer together.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _suffix;

    /// <summary>How many columns are added for a diagnosis column.</summary>
    public static int ColumnsFor(AddedColumns add) => 4 + System.Numerics.BitOperations.PopCount((uint)add);

    /// <summary>Names of the columns added for a diagnosis column.</summary>
    public static IEnumerable<string> Names(string column, string targetName, AddedColumns add)
    {
        yield return $"{column}_{targetName}";
        yield return $"{column}_relation";
        yield return $"{column}_provenance";
        yield return $"{column}_review";
        if (add.HasFlag(AddedColumns.Title)) yield return $"{column}_title";
        if (add.HasFlag(AddedColumns.Lost)) yield return $"{column}_lost";
        if (add.HasFlag(AddedColumns.Alternatives)) yield return $"{column}_alternatives";
    }

    /// <summary>The year of the list that answers for a year.</summary>
    public int ListOf(int? edition) => converter.ListOf(edition);

    /// <summary>The answer for a cell.</summary>
    /// <param name="cell">Its bytes.</param>
    /// <param name="edition">The year of its codes.</param>
    public CellAnswer For(byte[] cell, int? edition)
    {
        var text = dialect.TextOf(cell);
        if (text.Length == 0) return Written([]);
        if (options.Separator is not { } separator) return Written([converter.Convert(text, edition)]);
        // An empty place between two separators stays one: targets stand where their codes stand.
        return Written([.. text.Split(separator, StringSplitOptions.TrimEntries).Select(part => part.Length == 0 ? Blank : converter.Convert(part, edition))]);
    }

    /// <summary>
    /// The answer for one of the codes of a cell, for <see cref="JoinedAnswers"/>: a byte whose bits say which columns are to be quoted, then the columns' texts as they
    /// are, divided by <see cref="Divider"/>.
    /// </summary>
    /// <returns><see langword="null"/> where it is a reject, or a text has a quote in it.</returns>
    public CellAnswer? ForPart(byte[] part, int? edition)
    {
        var text = dialect.TextOf(part);
        if (text.Length == 0) return null;
        var code = converter.Convert(text, edition);
        if (code.Reason != RejectReason.None) return null;
        var (escaped, suffix) = (0, new List<byte> { 0 });
        foreach (var (column, answer) in _columns.Index())
        {
            var joinable = answer(code).Replace(_join, "_", StringComparison.Ordinal);
            var bytes = dialect.Encoding.Encode(dialect.Quote == 0 ? dialect.Cell(joinable) : joinable, out var references);
            if (bytes.AsSpan().Contains(Divider) || (dialect.Quote != 0 && bytes.AsSpan().Contains(dialect.Quote))) return null;
            if (bytes.AsSpan().IndexOfAny(dialect.Delimiter, (byte)'\r', (byte)'\n') >= 0) suffix[0] |= (byte)(1 << column);
            if (column > 0) suffix.Add(Divider);
            suffix.AddRange(bytes);
            escaped += references;
        }

        return new([.. suffix], [code], escaped, IsPart: true);
    }

    /// <summary>The answer for a blank cell.</summary>
    public CellAnswer ForBlank() => Written([]);

    /// <summary>The answer for a code and the asterisk code in the column beside it.</summary>
    public CellAnswer ForPair(byte[] cells, int? edition)
    {
        var middle = Array.IndexOf(cells, PairSeparator);
        var (text, asterisk) = (dialect.TextOf(cells.AsSpan(0, middle)), dialect.TextOf(cells.AsSpan(middle + 1)));
        if (asterisk.Length == 0) return For(cells[..middle], edition);
        return Written([converter.PairOf(text, asterisk) is { } pair ? converter.Convert(pair, edition) : new() { Key = ConvertedCode.Shortened($"{text} + {asterisk}"), Reason = RejectReason.NotAPair }]);
    }

    /// <summary>The answer for a cell whose edition does not tell what it means.</summary>
    public CellAnswer Refused(ReadOnlySpan<byte> cell, RejectReason reason)
    {
        var text = dialect.TextOf(cell);
        return Written(text.Length == 0 ? [] : [new() { Key = ConvertedCode.Shortened(text), Reason = reason }]);
    }

    private static ConvertedCode Blank { get; } = new() { Key = "" };

    /// <summary>What a column says for each code. What separates targets must not stand in any of them, or their places could not be told.</summary>
    private string Joined(Func<ConvertedCode, string> column, ConvertedCode[] codes) => string.Join(_join, codes.Select(code => column(code).Replace(_join, "_", StringComparison.Ordinal)));

    private CellAnswer Written(ConvertedCode[] codes)
    {
        var suffix = _suffix ??= new();
        suffix.ResetWrittenCount();
        var escaped = 0;
        foreach (var column in _columns)
        {
            var text = codes.Length == 1 ? column(codes[0]) : Joined(column, codes);
            suffix.Write([dialect.Delimiter]);
            if (dialect.Encoding.TryEncode(dialect.Cell(text), suffix)) continue;
            var cell = dialect.Encoding.Encode(dialect.Cell(text), out var references);
            // A numeric reference has a semicolon, which may be the delimiter.
            if (references > 0) cell = dialect.Encoding.Encode(dialect.Cell(dialect.Encoding.Decode(dialect.Encoding.Encode(text, out _))), out _);
            suffix.Write(cell);
            escaped += references;
        }

        return new(suffix.WrittenSpan.ToArray(), Array.TrueForAll(codes, code => code.Key.Length > 0) ? codes : [.. codes.Where(code => code.Key.Length > 0)], escaped, IsPart: false);
    }

    private static IEnumerable<Func<ConvertedCode, string>> ColumnsOf(AddedColumns add)
    {
        yield return code => code.Target;
        yield return code => code.RelationCode;
        yield return code => code.Provenance;
        yield return code => code.Key.Length == 0 ? "" : code.NeedsReview ? "1" : "0";
        if (add.HasFlag(AddedColumns.Title)) yield return code => code.Detail.Title;
        if (add.HasFlag(AddedColumns.Lost)) yield return code => code.Detail.Lost;
        if (add.HasFlag(AddedColumns.Alternatives)) yield return code => code.Detail.Alternatives;
    }
}
