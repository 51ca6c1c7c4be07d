using Icd.Import.Tables;

namespace Icd.Import;

/// <summary>A file to import, on disk or inside a zip archive.</summary>
/// <param name="Name">What errors call it: a path, for an entry the archive's path and the entry's name.</param>
/// <param name="Open">Opens its bytes; seekable for workbooks.</param>
internal sealed record ImportedFile(string Name, Func<Stream> Open)
{
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>The rows of the file's table, the header first.</summary>
    public IEnumerable<string[]> Rows(Stream stream) =>
        Extension == ".xlsx" ? Workbook.Rows(stream, Name) : DelimitedText.Rows(stream, Name, quoted: true);
}
