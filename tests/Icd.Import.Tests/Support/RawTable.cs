using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Icd.Import.Tests.Support;

/// <summary>A table read without any code of the product: what the importer says is held against this.</summary>
internal sealed class RawTable
{
    private readonly Dictionary<string, int> _columns = [];

    private RawTable(List<string[]> rows)
    {
        for (var i = 0; i < rows[0].Length; i++) _columns.TryAdd(rows[0][i], i);
        Rows = [.. rows.Skip(1).Where(row => row.Any(cell => cell.Length > 0)).Select(row => new RawRow(this, row))];
    }

    public IReadOnlyList<RawRow> Rows { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    public int Column(string column) => _columns.GetValueOrDefault(column, -1);

    public static RawTable OfText(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var (rows, row, field, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not ('\t' or '\r' or '\n')) field.Append(c);
            else if (c == '\r') continue;
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (c != '\n') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        row.Add(field.ToString());
        rows.Add([.. row]);
        return new(rows);
    }

    public static RawTable OfWorkbook(Stream stream)
    {
        using var zip = new ZipArchive(stream);
        var shared = SharedStrings(zip);
        using var reader = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = new List<string[]>();
        var (cells, column, isShared) = (new string[30], 0, false);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                rows.Add(cells);
                cells = new string[30];
            }

            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "row") Array.Fill(cells, "");
            else if (reader.LocalName == "c") (column, isShared) = (ColumnOf(reader.GetAttribute("r")!), reader.GetAttribute("t") == "s");
            else if (reader.LocalName == "v")
            {
                var text = reader.ReadElementContentAsString();
                cells[column] = isShared ? shared[int.Parse(text, CultureInfo.InvariantCulture)] : text;
            }
        }

        return new(rows);
    }

    private static List<string> SharedStrings(ZipArchive zip)
    {
        using var reader = XmlReader.Create(zip.GetEntry("xl/sharedStrings.xml")!.Open());
        var (all, item) = (new List<string>(), new StringBuilder());
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) item.Clear();
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) item.Append(reader.Value);
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" }) all.Add(item.ToString());
        }

        return all;
    }

    private static int ColumnOf(string cell) => cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1;
}
