using System.Text;

namespace Icd.Mapping.Tests.Support;

/// <summary>RFC 4180 read letter by letter, as slowly and plainly as can be: what fast readers are compared with.</summary>
internal static class SlowCsv
{
    /// <summary>The rows of a text whose quoting is sound; a line end in quotes belongs to its cell, and empty lines are rows of one empty cell.</summary>
    public static List<string[]> Read(string text, char delimiter)
    {
        var (rows, cells, cell, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (isQuoted || cell.Length == 0)) isQuoted = !isQuoted;
            else if (isQuoted) cell.Append(c);
            else if (c == delimiter) EndCell();
            else if (c == '\n') EndRow();
            else if (c != '\r' || i + 1 >= text.Length || text[i + 1] != '\n') cell.Append(c);
        }

        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add([.. cells]);
            cells.Clear();
        }
    }
}
