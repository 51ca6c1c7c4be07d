using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Icd.Import.Tests.Support;

/// <summary>Archives and workbooks made for a test.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An archive of incompressible bytes, always the same ones for a seed.</summary>
    public static byte[] OfRandom(int seed)
    {
        var content = new byte[50_000];
        new Random(seed).NextBytes(content);
        return Of(("table.bin", content));
    }

    /// <summary>An entry of as many zeros as wished for, which costs a thousandth of it.</summary>
    public static void WriteBomb(string path, string name, long length)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var zeros = new byte[1 << 20];
        for (var left = length; left > 0; left -= zeros.Length) entry.Write(zeros);
    }

    /// <summary>A workbook of one sheet with its texts in the cells.</summary>
    public static byte[] Workbook(IEnumerable<string[]> rows) => Workbook(Sheet(rows));

    public static string Sheet(IEnumerable<string[]> rows) =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select((cells, i) => SheetRow(cells, i + 1)))}</sheetData></worksheet>""";

    public static byte[] Workbook(string sheet) => Of(WorkbookParts(sheet));

    public static (string Name, byte[] Bytes)[] WorkbookParts(string sheet) =>
    [
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        Part("xl/worksheets/sheet1.xml", sheet),
    ];

    private static string SheetRow(string[] cells, int number) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number.ToString(CultureInfo.InvariantCulture)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>"))}</row>";

    private static (string Name, byte[] Bytes) Part(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));
}
