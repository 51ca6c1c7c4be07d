using System.Text;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tabulation;

/// <summary>A title that was read in the wrong encoding is a wrong title: it must not get in.</summary>
public sealed class EncodingTests : IDisposable
{
    private readonly Importing _importing = new();

    [Theory, InlineData(false), InlineData(true)]
    public void Import_Latin1_IsRefusedWithTheRow(bool withByteOrderMark)
    {
        var bytes = Encoding.Latin1.GetBytes(new SmallTabulation().Text());
        if (withByteOrderMark) bytes = [.. Encoding.UTF8.GetPreamble(), .. bytes];
        Assert.Contains("not UTF-8", _importing.Refused(bytes, row: 10).Message, StringComparison.Ordinal);
    }

    /// <summary>Readers decode far ahead of the row that they are at; the row named must be the right one all the same.</summary>
    [Fact]
    public void Import_Latin1FarDown_IsRefusedWithTheRow()
    {
        var table = new SmallTabulation();
        for (var i = 0; i < 200; i++) table.Rows.Insert(3, SmallTabulation.Row(2, $"{5000 + i}", "category", $"1B{i / 10:00}.{i % 10}", "A title", isLeaf: true));
        _importing.Refused(Encoding.Latin1.GetBytes(table.Text()), row: 210);
    }

    [Fact]
    public void Import_HalfASurrogatePairInUtf16_IsRefusedWithTheRow()
    {
        var table = new SmallTabulation();
        table["XS25"]["Title"] = "- S?vere";
        var bytes = table.Bytes(Encoding.Unicode);
        bytes[Find(bytes, "S?"u8) + 3] = 0xD8;
        _importing.Refused(bytes, row: 10);
    }

    [Fact]
    public void Import_TextThatLostCharactersEarlier_IsRefusedWithTheRow()
    {
        var table = new SmallTabulation();
        table["XS25"]["Title"] = "- S\uFFFDv\uFFFDre";
        _importing.Refused(table.Bytes(), row: 10);
    }

    [Fact]
    public void Import_Utf16WithoutByteOrderMark_IsRefused() =>
        Assert.IsType<ImportException>(Record.Exception(() => _importing.Import(Encoding.Unicode.GetBytes(new SmallTabulation().Text()))));

    /// <summary>Position of two ASCII characters in little-endian UTF-16.</summary>
    private static int Find(byte[] bytes, ReadOnlySpan<byte> pair) => bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[pair[0], 0, pair[1], 0]);

    public void Dispose() => _importing.Dispose();
}
