namespace Icd.Mapping.Conversion;

/// <summary>Works out the answer for a cell: its codes one by one, and the text to add.</summary>
internal sealed class CellAnswers(ICodeConverter converter, Dialect dialect, ConversionOptions options)
{
    /// <summary>Between the two cells of a pair that stands in two columns; no text has it.</summary>
    public const byte PairSeparator = 0x1F;

    private readonly string _join = options.JoinText;

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

    private CellAnswer Written(IReadOnlyList<ConvertedCode> codes)
    {
        var escaped = 0;
        var suffix = new List<byte>();
        Append(codes, code => code.Target);
        Append(codes, code => code.RelationCode);
        Append(codes, code => code.Provenance);
        Append(codes, code => code.Key.Length == 0 ? "" : code.NeedsReview ? "1" : "0");
        if (options.Add.HasFlag(AddedColumns.Title)) Append(codes, code => code.Detail.Title);
        if (options.Add.HasFlag(AddedColumns.Lost)) Append(codes, code => code.Detail.Lost);
        if (options.Add.HasFlag(AddedColumns.Alternatives)) Append(codes, code => code.Detail.Alternatives);
        return new([.. suffix], [.. codes.Where(code => code.Key.Length > 0)], escaped);

        void Append(IReadOnlyList<ConvertedCode> all, Func<ConvertedCode, string> text)
        {
            suffix.Add(dialect.Delimiter);
            // What separates targets must not stand in any of them, or their places could not be told.
            var joined = all.Count == 1 ? text(all[0]) : string.Join(_join, all.Select(code => text(code).Replace(_join, "_", StringComparison.Ordinal)));
            suffix.AddRange(dialect.Encoding.Encode(dialect.Cell(joined), out var references));
            escaped += references;
        }
    }
}
