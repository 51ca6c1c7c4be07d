using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Icd.Import.Tables;

/// <summary>The first sheet of an xlsx workbook.</summary>
internal static class Workbook
{
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows of the first sheet, the header first. Empty cells are empty strings.</summary>
    public static IEnumerable<string[]> Rows(Stream stream, string name)
    {
        ArchiveLimits.Check(stream, name);
        using var reader = Open(stream, name);
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
