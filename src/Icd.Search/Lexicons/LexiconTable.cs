namespace Icd.Search.Lexicons;

/// <summary>One table of <c>data/lexicon</c>: tabs, a header line, <c>#</c> begins a comment line, no quoting.</summary>
internal static class LexiconTable
{
    /// <summary>A line of a table.</summary>
    /// <param name="File">The table's file name.</param>
    /// <param name="Line">The line, from 1.</param>
    /// <param name="Cells">One cell for each column.</param>
    internal readonly record struct Row(string File, int Line, string[] Cells)
    {
        /// <summary>Where the row stands, for provenance.</summary>
        public string Origin => $"{File}:{Line}";

        /// <summary>The alternatives of a cell, which <c>|</c> separates.</summary>
        public string[] Alternatives(int column)
        {
            var row = this;
            return [.. Cells[column].Split('|').Select(text => text.Length > 0 && text == text.Trim()
                ? text
                : throw row.Error(column, "has an empty alternative, or one with a space around it", "Write alternatives as a|b without spaces around the bar."))];
        }

        /// <summary>An error in a cell of this row.</summary>
        public LexiconFormatException Error(int column, string problem, string remedy) =>
            new(File, Line, $"'{Cells[column]}' in column {column + 1} {problem}", remedy);
    }

    /// <summary>The rows of a table.</summary>
    /// <exception cref="LexiconFormatException">The header or a row is malformed.</exception>
    public static IEnumerable<Row> Read(string file, TextReader text, params string[] columns)
    {
        var number = 0;
        var headerSeen = false;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!headerSeen)
            {
                headerSeen = true;
                if (!cells.SequenceEqual(columns))
                    throw new LexiconFormatException(file, number, $"the columns are {string.Join(", ", cells)}", $"They must be {string.Join(", ", columns)}, one tab between two.");
                continue;
            }

            // The comment, always the last column, may be left out with its tab.
            if (cells.Length == columns.Length - 1) cells = [.. cells, ""];
            if (cells.Length != columns.Length)
                throw new LexiconFormatException(file, number, $"there are {cells.Length} columns, not {columns.Length}", "Put one tab between two columns.");
            yield return new(file, number, cells);
        }

        if (!headerSeen) throw new LexiconFormatException(file, 1, "the table has no header", $"Its first line must be {string.Join(", ", columns)}, one tab between two.");
    }
}
