using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Releases;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tables;

/// <summary>Whatever happens to a file on its way: it is a release, or it is refused; nothing else escapes.</summary>
public sealed class MutationTests : IDisposable
{
    private readonly Importing _importing = new();

    [Fact]
    public void Import_AnyBytesChangedInText_SucceedsOrIsRefused() =>
        Check(new SmallTabulation().Bytes(), Importing.FileName, 1_500);

    [Fact]
    public void Import_AnyBytesChangedInUtf16Text_SucceedsOrIsRefused() =>
        Check(new SmallTabulation().Bytes(System.Text.Encoding.Unicode), Importing.FileName, 300);

    /// <summary>The content of an archive has a checksum, so what gets through is unchanged.</summary>
    [Fact]
    public void Import_AnyBytesChangedInArchive_IsRefusedOrUnchanged()
    {
        var expected = _importing.Import(new SmallTabulation(), options: new ImportOptions { Replace = true }).ContentHash;
        Check(Zips.Of((Importing.FileName, new SmallTabulation().Bytes())), "table-en.zip", 700, release => Assert.Equal(expected, release.ContentHash));
    }

    [Fact]
    public void Import_AnyBytesChangedInWorkbook_SucceedsOrIsRefused() =>
        Check(Zips.Workbook(new SmallTabulation().Cells()), "table-en.xlsx", 500);

    /// <summary>Behind the archive's checksum: the XML itself is damaged.</summary>
    [Fact]
    public void Import_AnyBytesChangedInSheet_SucceedsOrIsRefused()
    {
        var sheet = Unpack(Zips.Workbook(new SmallTabulation().Cells()));
        Prop.ForAll(Mutations(sheet).ToArbitrary(), bytes => Survives(Zips.Workbook(System.Text.Encoding.Latin1.GetString(bytes)), "table-en.xlsx", null)).Check(Settings(500));
    }

    private void Check(byte[] original, string name, int times, Action<Release>? further = null) =>
        Prop.ForAll(Mutations(original).ToArbitrary(), bytes => Survives(bytes, name, further)).Check(Settings(times));

    private void Survives(byte[] bytes, string name, Action<Release>? further)
    {
        var path = _importing.Folder.Write(name, bytes);
        try
        {
            var options = new ImportOptions { Replace = true, Release = Core.Codes.ReleaseId.Create(2024, 1), Language = "en" };
            var release = Assert.Single(_importing.Report(path, options).Releases).Release;
            Assert.NotEmpty(release.Entities);
            further?.Invoke(release);
        }
        catch (ImportException exception)
        {
            Assert.Contains(name, exception.SourceName, StringComparison.Ordinal);
        }
    }

    private static Config Settings(int times) => Config.QuickThrowOnFailure.WithMaxTest(times);

    private static Gen<byte[]> Mutations(byte[] original) => Gen.OneOf(
        // A byte changed, one to four times; a piece cut out; a piece doubled; the end cut off.
        Gen.Choose(1, 4).SelectMany(count => Gen.Choose(0, original.Length - 1).Zip(Gen.Choose(0, 255)).ListOf(count)).Select(changes => Changed(original, changes)),
        Piece(original).Select(piece => (byte[])[.. original[..piece.From], .. original[(piece.From + piece.Length)..]]),
        Piece(original).Select(piece => (byte[])[.. original[..(piece.From + piece.Length)], .. original[piece.From..]]),
        Gen.Choose(0, original.Length - 1).Select(length => original[..length]));

    private static Gen<(int From, int Length)> Piece(byte[] original) =>
        Gen.Choose(0, original.Length - 1).SelectMany(from => Gen.Choose(1, Math.Min(200, original.Length - from)).Select(length => (from, length)));

    private static byte[] Changed(byte[] original, IEnumerable<(int Position, int Value)> changes)
    {
        var bytes = (byte[])original.Clone();
        foreach (var (position, value) in changes) bytes[position] = (byte)value;
        return bytes;
    }

    private static byte[] Unpack(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var bytes = new MemoryStream();
        sheet.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _importing.Dispose();
}
