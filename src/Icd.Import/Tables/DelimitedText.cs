using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Icd.Import.Tables;

/// <summary>Tab-separated text: WHO's, with quoted fields, and ours, without.</summary>
internal static class DelimitedText
{
    /// <summary>The longest field that any table has is a few hundred characters; more is a lost quotation mark.</summary>
    private const int LongestField = 100_000;

    /// <summary>What decoders put in place of bytes that they cannot read.</summary>
    private const char Undecodable = '\uFFFD';

    /// <summary>The rows of tab-separated text, the header first. Bytes that are not UTF-8 (or UTF-16 with a byte order mark) are an error.</summary>
    public static IEnumerable<string[]> Rows(Stream stream, string name, bool quoted)
    {
        // Not a throwing decoder: StreamReader swaps it for a lenient one where there is a byte order mark, and where it
        // throws it is rows ahead of the parser. What cannot be decoded becomes U+FFFD instead, which no row may have.
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = "\t",
            Mode = quoted ? CsvMode.RFC4180 : CsvMode.NoEscape,
            HasHeaderRecord = false,
            BadDataFound = null,
            MaxFieldSize = LongestField,
            IgnoreBlankLines = false,
        });
        for (var number = 1; Read(parser, name, number); number++)
        {
            var cells = parser.Record ?? [];
            if (Array.Exists(cells, cell => cell.Contains(Undecodable))) throw NotUnicode(name, number);
            yield return cells;
        }
    }

    private static ImportException NotUnicode(string name, int number) =>
        new(name, "the row has bytes that are not UTF-8, or a character that was lost in an earlier conversion", "WHO publishes UTF-8: download the file again, or save it as UTF-8.", number);

    private static bool Read(CsvParser parser, string name, int number)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException exception)
        {
            throw new ImportException(name, $"a field is longer than {LongestField} characters, so a quotation mark is probably missing", "Download the file again.", number, exception);
        }
    }
}
