using System.Text;
using Icd.Core.Releases;

namespace Icd.Import.Tests.Support;

/// <summary>Imports of one test into a data directory of its own.</summary>
internal sealed class Importing : IDisposable
{
    public const string FileName = "SimpleTabulation-ICD-11-MMS-en.txt";

    private readonly TemporaryFolder _folder = new();

    public TemporaryFolder Folder => _folder;

    public string Data => _folder.File("data");

    public ImportReport Report(string path, ImportOptions? options = null) => ReleaseImport.Import(path, Data, options ?? new ImportOptions());

    public Release Import(byte[] bytes, string name = FileName, ImportOptions? options = null) =>
        Assert.Single(Report(_folder.Write(name, bytes), options).Releases).Release;

    public Release Import(SmallTabulation table, string name = FileName, ImportOptions? options = null) => Import(table.Bytes(), name, options);

    /// <summary>The error that the file is refused with; it names the file, the row, and what to do, and nothing was written.</summary>
    public ImportException Refused(byte[] bytes, string name = FileName, int row = 0, ImportOptions? options = null)
    {
        var path = _folder.Write(name, bytes);
        var exception = Assert.Throws<ImportException>(() => ReleaseImport.Import(path, Data, options ?? new ImportOptions()));
        AssertHelpful(exception, Path.GetFileName(name), row);
        Assert.True(!Directory.Exists(Data) || Directory.GetFiles(Data, "*" + ReleaseKey.FileExtension).Length == 0, "a refused file left a release");
        return exception;
    }

    public ImportException Refused(string text, int row = 0) => Refused(Encoding.UTF8.GetBytes(text), row: row);

    public static void AssertHelpful(ImportException exception, string name, int row)
    {
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(name, exception.SourceName, StringComparison.Ordinal);
        Assert.Equal(row, exception.Row);
        if (row > 0) Assert.Contains($", row {row}: ", exception.Message, StringComparison.Ordinal);
        // What, then how to mend it: two sentences at least.
        Assert.Matches(@": .+\. [A-Z].+\.$", exception.Message);
    }

    public void Dispose() => _folder.Dispose();
}
