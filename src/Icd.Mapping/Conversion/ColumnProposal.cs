namespace Icd.Mapping.Conversion;

/// <summary>Which columns look as if they held diagnoses. Proposed, never taken.</summary>
internal static class ColumnProposal
{
    private const int SampledRows = 200;
    private const int MostProposed = 25;

    /// <summary>Columns most of whose cells are codes, with the share in percent.</summary>
    public static IReadOnlyList<(int Index, int Percent)> Of(ReadOnlyMemory<byte> rows, bool isWhole, Dialect dialect, int columns, string? separator, Func<string, bool> isCode)
    {
        var (filled, codes) = (new int[columns], new int[columns]);
        foreach (var row in SampleRows.Of(rows, dialect, isWhole, SampledRows))
        {
            var cells = SampleRows.Cells(row.Span, dialect, out _);
            for (var i = 0; i < Math.Min(columns, cells.Count); i++)
            {
                foreach (var text in Parts(dialect.TextOf(row.Span[cells[i]]), separator))
                {
                    filled[i]++;
                    if (isCode(text)) codes[i]++;
                }
            }
        }

        return [.. Enumerable.Range(0, columns).Where(i => codes[i] * 2 > filled[i]).Select(i => (i, codes[i] * 100 / filled[i])).Take(MostProposed)];
    }

    private static string[] Parts(string text, string? separator) =>
        separator is null ? text.Length == 0 ? [] : [text] : text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
