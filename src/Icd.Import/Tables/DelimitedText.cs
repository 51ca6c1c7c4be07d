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

    /// <summary>The rows of tab-separated text, the header first. Bytes that are not UTF-8 (or UTF-16 with a byte order mark) are an error.</summary>
    public static IEnumerable<string[]> Rows(Stream stream, string name, bool quoted)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = "\t",
            Mode = quoted ? CsvMode.RFC4180 : CsvMode.NoEscape,
            HasHeaderRecord = false,
            BadDataFound = null,
            MaxFieldSize = LongestField,
            IgnoreBlankLines = false,
        });
        for (var number = 1; Read(parser, name, number); number++) yield return parser.Record ?? [];
    }

    private static bool Read(CsvParser parser, string name, int number)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException exception)
        {
            throw new ImportException(name, $"the bytes are not UTF-8 near byte {exception.Index}", "WHO publishes UTF-8: download the file again, or save it as UTF-8.", number, exception);
        }
        catch (CsvHelperException exception)
        {
            throw new ImportException(name, $"a field is longer than {LongestField} characters, so a quotation mark is probably missing", "Download the file again.", number, exception);
        }
    }
}
