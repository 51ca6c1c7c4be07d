using System.IO.Compression;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tables;

/// <summary>Archives that are not what WHO packed.</summary>
public sealed class DamagedArchiveTests : IDisposable
{
    private const string Entry = Importing.FileName, Archive = "SimpleTabulation-ICD-11-MMS-en.zip", Workbook = "SimpleTabulation-ICD-11-MMS-en.xlsx";

    private readonly Importing _importing = new();

    private static byte[] Good => Zips.Of((Entry, new SmallTabulation().Bytes()));

    [Theory, InlineData(Archive), InlineData(Workbook)]
    public void Import_CutOffAnywhere_IsRefused(string name)
    {
        var bytes = name == Archive ? Good : Zips.Workbook(new SmallTabulation().Cells());
        for (var length = 0; length < bytes.Length; length += 37) AssertRefused(bytes[..length], name);
    }

    /// <summary>.NET does not verify an archive's checksums: a flipped bit could change a letter of a title unseen.</summary>
    [Theory, InlineData(CompressionLevel.Optimal), InlineData(CompressionLevel.NoCompression)]
    public void Import_BitFlippedInTheContent_IsRefusedOrChangesNothing(CompressionLevel compression)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(Entry, compression).Open();
            entry.Write(new SmallTabulation().Bytes());
        }

        // The content lies between the entry's own header and the directory at the end, which repeats the name.
        var (start, end) = (30 + Entry.Length, buffer.ToArray().AsSpan().LastIndexOf("PK\u0001\u0002"u8));
        var (expected, refused, tried) = (_importing.Import(buffer.ToArray(), Archive).ContentHash, 0, 0);
        for (var i = start; i < end; i += (end - start) / 150, tried++)
        {
            var bytes = buffer.ToArray();
            bytes[i] ^= 4;
            try
            {
                // The bits that fill up the last byte of compressed data mean nothing.
                Assert.Equal(expected, _importing.Import(bytes, Archive, new ImportOptions { Replace = true }).ContentHash);
            }
            catch (ImportException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, tried - 2, tried);
    }

    [Theory]
    [InlineData(Archive, "not a zip archive"), InlineData(Workbook, "not a zip archive"), InlineData(Importing.FileName, "no release to import")]
    public void Import_SomethingElse_IsRefused(string name, string message) =>
        Assert.Contains(message, _importing.Refused("<!doctype html><title>404</title>"u8.ToArray(), name).Message, StringComparison.Ordinal);

    [Theory, InlineData(Archive), InlineData(Workbook), InlineData(Importing.FileName)]
    public void Import_EmptyFile_IsRefused(string name) => _importing.Refused([], name);

    [Fact]
    public void Import_EmptyArchive_IsRefused() => Assert.Contains("no release to import", _importing.Refused(Zips.Of(), Archive).Message, StringComparison.Ordinal);

    [Fact]
    public void Import_NoSuchFile_IsRefused() =>
        Assert.Contains("no such file", Assert.Throws<ImportException>(() => _importing.Report(_importing.Folder.File("missing.zip"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Import_ErrorInAnEntry_NamesArchiveEntryAndRow()
    {
        var table = new SmallTabulation();
        table["1A00"]["Code"] = "";
        var exception = _importing.Refused(Zips.Of(("WHO/" + Entry, table.Bytes())), Archive, row: 4);
        Assert.Contains($"{Archive}/WHO/{Entry}, row 4:", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>WHO packs text and workbook of the same table; only one is read, and a readme is none.</summary>
    [Fact]
    public void Import_TextAndWorkbookOfOneTable_ReadsTheText()
    {
        var bytes = Zips.Of((Workbook, Zips.Workbook(new SmallTabulation().In("wrong").Cells())), (Entry, new SmallTabulation().Bytes()), ("readme.txt", "Title"u8.ToArray()));
        var release = _importing.Import(bytes, Archive);
        Assert.Equal([Entry], release.Sources.Select(source => source.Name));
        Assert.Equal("Infections", release[0].Title);
    }

    [Theory, InlineData("../../../escaped-en.txt"), InlineData("/tmp/icd-escaped-en.txt"), InlineData("..\\..\\escaped-en.txt"), InlineData("C:\\escaped-en.txt")]
    public void Import_EntryNamedOutsideTheArchive_IsReadInPlaceAndWrittenNowhere(string entry)
    {
        var path = _importing.Folder.Write("a/b/c/" + Archive, Zips.Of((entry, new SmallTabulation().Bytes())));
        Assert.Equal(10, Assert.Single(_importing.Report(path).Releases).Release.Count);
        var files = Directory.GetFiles(_importing.Folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal([".icd-import.lock", Archive, "mms-2024-01.icdrel"], files);
        Assert.False(File.Exists("/tmp/icd-escaped-en.txt"));
    }

    [Fact]
    public void Import_TooManyEntries_IsRefused()
    {
        var entries = Enumerable.Range(0, 2_001).Select(i => ($"{i}.txt", Array.Empty<byte>())).ToArray();
        Assert.Contains("2001 entries, at most 2000", _importing.Refused(Zips.Of(entries), Archive).Message, StringComparison.Ordinal);
    }

    private void AssertRefused(byte[] bytes, string name) => _importing.Refused(bytes, name);

    public void Dispose() => _importing.Dispose();
}
