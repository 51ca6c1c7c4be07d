using System.Buffers.Binary;
using System.Diagnostics;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tables;

/// <summary>Small files that unpack to enormous ones must cost neither time nor memory.</summary>
/// <remarks>Alone, because the memory that other tests take at the same time would count too.</remarks>
[Collection(nameof(BombTests))]
[CollectionDefinition(nameof(BombTests), DisableParallelization = true)]
public sealed class BombTests : IDisposable
{
    private const string Entry = Importing.FileName, Archive = "SimpleTabulation-ICD-11-MMS-en.zip";
    private const long TooLong = 410L << 20;

    private readonly Importing _importing = new();

    [Theory, InlineData(Archive, Entry), InlineData(Archive, "table.xlsx"), InlineData("SimpleTabulation-ICD-11-MMS-en.xlsx", "xl/worksheets/sheet1.xml")]
    public void Import_EntryOfZeros_IsRefusedFastAndInLittleMemory(string name, string entry)
    {
        var path = _importing.Folder.File(name);
        Zips.WriteBomb(path, entry, TooLong);
        AssertCheaplyRefused(path);
    }

    /// <summary>What an archive says of its own sizes proves nothing.</summary>
    [Theory, InlineData(Entry, 1000), InlineData("table.xlsx", 1000), InlineData(Entry, 0)]
    public void Import_EntryOfZerosThatLiesAboutItsLength_IsRefusedFastAndInLittleMemory(string entry, int stated)
    {
        var path = _importing.Folder.File(Archive);
        Zips.WriteBomb(path, entry, TooLong);
        var bytes = File.ReadAllBytes(path);
        // The unpacked length stands at offset 24 of the entry in the directory.
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        Assert.Equal(TooLong, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(directory + 24)));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), stated);
        File.WriteAllBytes(path, bytes);
        AssertCheaplyRefused(path);
    }

    /// <summary>Each entry is allowed, all together are not; a workbook is unpacked as a whole before it is read.</summary>
    [Fact]
    public void Import_WorkbookOfManyLargeParts_IsRefusedFastAndInLittleMemory()
    {
        var path = _importing.Folder.File("SimpleTabulation-ICD-11-MMS-en.xlsx");
        for (var i = 0; i < 3; i++)
        {
            using var zip = System.IO.Compression.ZipFile.Open(path, i == 0 ? System.IO.Compression.ZipArchiveMode.Create : System.IO.Compression.ZipArchiveMode.Update);
            using var entry = zip.CreateEntry($"part{i}").Open();
            entry.Write(new byte[350 << 20]);
        }

        GC.Collect();
        AssertCheaplyRefused(path);
    }

    /// <summary>A single cell in the last column of the last row makes a sheet of 17 thousand million cells.</summary>
    [Fact]
    public void Import_WorkbookWithOneFarCell_IsRefusedFast()
    {
        var parts = Zips.WorkbookParts(Zips.Sheet(new SmallTabulation().Cells()).Replace(
            "</sheetData>", """<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>""", StringComparison.Ordinal));
        AssertCheaplyRefused(_importing.Folder.Write("SimpleTabulation-ICD-11-MMS-en.xlsx", Zips.Of(parts)));
    }

    private void AssertCheaplyRefused(string path)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
        var exception = Assert.Throws<ImportException>(() => _importing.Report(path));
        Importing.AssertHelpful(exception, Path.GetFileName(path), 0);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64L << 20);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    public void Dispose() => _importing.Dispose();
}
