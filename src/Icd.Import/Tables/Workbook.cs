using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Icd.Import.Tables;

/// <summary>The first sheet of an xlsx workbook.</summary>
internal static class Workbook
{
    /// <summary>
    /// WHO's have 23. One cell in the last column of the last row, a few bytes, makes a sheet of 17 thousand million cells,
    /// all of which the reader would deliver.
    /// </summary>
    private const int MostColumns = 256;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows of the first sheet, the header first. Empty cells are empty strings.</summary>
    public static IEnumerable<string[]> Rows(Stream stream, string name)
    {
        ArchiveLimits.Check(stream, name);
        using var reader = Open(stream, name);
        if (reader.FieldCount > MostColumns)
            throw new ImportException(name, $"the sheet has {reader.FieldCount} columns, at most {MostColumns} are read", "This is not one of WHO's workbooks: download the file again.");
        while (Read(reader, name))
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "";
            yield return cells;
        }
    }

    private static IExcelDataReader Open(Stream stream, string name)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(name, exception);
        }
    }

    private static bool Read(IExcelDataReader reader, string name)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(name, exception);
        }
    }

    /// <summary>What the reader throws on damaged files; it has no single exception for them.</summary>
    private static bool IsDamage(Exception exception) => exception is
        ExcelReaderException or InvalidDataException or System.Xml.XmlException or EndOfStreamException
        or FormatException or ArgumentException or NullReferenceException or InvalidOperationException or IndexOutOfRangeException;

    private static ImportException Damaged(string name, Exception exception) =>
        new(name, $"the workbook is damaged ({exception.Message.TrimEnd('.')})", "Download the file again.", inner: exception);
}
