using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Icd.Transition.Scan.Files;

/// <summary>The sheets of an xlsx workbook as tab-separated text: what its cells show, nothing of its looks.</summary>
internal static class WorkbookText
{
    /// <summary>More than any code list has; less than a bomb.</summary>
    private const long MostUnpacked = 256 << 20;

    private const int MostColumns = 512;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false };

    /// <summary>Each sheet's name and text, a line for each row of the sheet.</summary>
    /// <exception cref="InvalidDataException">The workbook is damaged or unpacks to too much.</exception>
    public static IEnumerable<(string Sheet, string Text)> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked) throw new InvalidDataException("the workbook unpacks to more than 256 MB");
        var shared = SharedStrings(zip);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            yield return (Path.GetFileNameWithoutExtension(entry.Name), Sheet(entry, shared));
    }

    private static List<string> SharedStrings(ZipArchive zip)
    {
        var strings = new List<string>();
        if (zip.GetEntry("xl/sharedStrings.xml") is not { } entry) return strings;
        using var reader = Open(entry);
        var current = new StringBuilder();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                current.Clear();
                if (reader.IsEmptyElement) strings.Add("");
            }
            else if (reader is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace }) current.Append(reader.Value);
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" }) strings.Add(current.ToString());
        }

        return strings;
    }

    private static string Sheet(ZipArchiveEntry entry, List<string> shared)
    {
        using var reader = Open(entry);
        var text = new StringBuilder();
        var (row, column, type, isValue) = (0, 0, "", false);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "row":
                        // Rows that a sheet leaves out keep their place, so that line numbers are row numbers.
                        var number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > row && said - row < 100_000 ? said : row + 1;
                        if (row > 0) text.Append('\n', number - row);
                        else text.Append('\n', number - 1);
                        (row, column) = (number, 0);
                        break;
                    case "c":
                        type = reader.GetAttribute("t") ?? "";
                        for (var to = Math.Min(MostColumns, ColumnOf(reader.GetAttribute("r"), column + 1)); column < to; column++)
                        {
                            if (column > 0) text.Append('\t');
                        }

                        break;
                    case "v" or "t":
                        isValue = !reader.IsEmptyElement;
                        break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement) isValue = false;
            else if (isValue && reader.NodeType == XmlNodeType.Text) text.Append((type == "s" && int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : reader.Value).ReplaceLineEndings(" ").Replace('\t', ' '));
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The number of a cell's column from its address, <c>AB12</c>.</summary>
    private static int ColumnOf(string? address, int fallback)
    {
        var column = 0;
        foreach (var c in address ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = (column * 26) + c - 'A' + 1;
        }

        return column > 0 ? column : fallback;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), Settings);
}
