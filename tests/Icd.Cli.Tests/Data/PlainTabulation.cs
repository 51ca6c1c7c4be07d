using System.IO.Compression;
using System.Xml;

namespace Icd.Cli.Tests.Data;

/// <summary>WHO's tabulation read a second time, with nothing of the toolkit's: what the tool says is checked against it.</summary>
internal static class PlainTabulation
{
    /// <param name="Uri">Without its release.</param>
    /// <param name="Parent">The URI above; empty for a chapter.</param>
    public sealed record Row(string Uri, string Code, string Title, string Parent);

    public static Dictionary<string, Row> ReadText(string zip, string entry) =>
        Tree(Entry(zip, entry).ReadToEnd().Split("\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t').Select(Unquoted).ToArray()));

    public static Dictionary<string, Row> ReadWorkbook(string zip, string entry)
    {
        using var outer = ZipFile.OpenRead(zip);
        using var bytes = new MemoryStream();
        using (var content = outer.GetEntry(entry)!.Open()) content.CopyTo(bytes);
        using var workbook = new ZipArchive(bytes);
        var shared = Shared(workbook).ToArray();
        return Tree(Cells(workbook, shared));
    }

    private static StreamReader Entry(string zip, string entry) => new(ZipFile.OpenRead(zip).GetEntry(entry)!.Open());

    private static string Unquoted(string cell) => cell is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static Dictionary<string, Row> Tree(IEnumerable<string[]> table)
    {
        var rows = new Dictionary<string, Row>();
        var (path, columns) = (new List<string>(), Array.Empty<string>());
        foreach (var cells in table)
        {
            if (columns.Length == 0)
            {
                columns = cells;
                continue;
            }

            string Cell(string name) => cells[Array.FindIndex(columns, column => column.StartsWith(name, StringComparison.Ordinal))].Trim();
            var (uri, title, depth) = (Cell("Linearization").Replace("/2022-02/", "/", StringComparison.Ordinal), Cell("Title"), 0);
            for (; title.StartsWith("- ", StringComparison.Ordinal); depth++) title = title[2..];
            path.RemoveRange(depth, path.Count - depth);
            var code = Cell("ClassKind") == "chapter" ? Cell("ChapterNo") : Cell("Code");
            rows.Add(uri, new(uri, code, title.Trim(), path.LastOrDefault("")));
            path.Add(uri);
        }

        return rows;
    }

    private static IEnumerable<string> Shared(ZipArchive workbook)
    {
        using var xml = XmlReader.Create(workbook.GetEntry("xl/sharedStrings.xml")!.Open());
        while (xml.ReadToFollowing("si"))
        {
            using var item = xml.ReadSubtree();
            var text = "";
            while (item.Read())
            {
                if (item.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) text += item.Value;
            }

            yield return text;
        }
    }

    private static IEnumerable<string[]> Cells(ZipArchive workbook, string[] shared)
    {
        var row = new string[20];
        using var xml = XmlReader.Create(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        while (xml.ReadToFollowing("row"))
        {
            Array.Fill(row, "");
            using var cells = xml.ReadSubtree();
            while (cells.ReadToFollowing("c"))
            {
                var (column, isShared) = (cells.GetAttribute("r")![0] - 'A', cells.GetAttribute("t") == "s");
                using var cell = cells.ReadSubtree();
                var value = "";
                while (cell.Read())
                {
                    if (cell.NodeType == XmlNodeType.Text) value = cell.Value;
                }

                row[column] = isShared ? shared[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)] : value;
            }

            yield return [.. row];
        }
    }
}
