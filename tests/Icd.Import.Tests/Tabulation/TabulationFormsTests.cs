using System.Text;
using Icd.Core.Releases;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tabulation;

/// <summary>Differences that do no harm: they give the same release.</summary>
public sealed class TabulationFormsTests : IDisposable
{
    private static readonly Dictionary<string, Func<SmallTabulation, byte[]>> Forms = new()
    {
        ["UTF-8 without byte order mark"] = table => table.Bytes(new UTF8Encoding(false)),
        ["UTF-16 little-endian"] = table => table.Bytes(Encoding.Unicode),
        ["UTF-16 big-endian"] = table => table.Bytes(Encoding.BigEndianUnicode),
        ["Unix line ends"] = table => Encoding.UTF8.GetBytes(table.Text("\n")),
        ["no line end at the end"] = table => Encoding.UTF8.GetBytes(table.Text().TrimEnd()),
        ["blank lines"] = table => Encoding.UTF8.GetBytes(table.Text("\r\n\r\n")),
        ["columns shuffled"] = table =>
        {
            table.Columns.Reverse();
            return table.Bytes();
        },
        ["empty columns added"] = table =>
        {
            table.Columns.AddRange(["", " ", ""]);
            return table.Bytes();
        },
        ["a second column of a known name"] = table => Encoding.UTF8.GetBytes(table.Text().Replace(" UTC\r\n", " UTC\tCode\r\n", StringComparison.Ordinal)),
        ["True in capitals"] = table =>
        {
            foreach (var row in table.Rows) row["isLeaf"] = row["isLeaf"].ToUpperInvariant();
            return table.Bytes();
        },
        ["column names in another case"] = table =>
        {
            for (var i = 0; i < table.Columns.Count - 1; i++) table.Columns[i] = table.Columns[i].ToUpperInvariant();
            var rows = table.Rows.ConvertAll(row => row.ToDictionary(pair => pair.Key.ToUpperInvariant(), pair => pair.Value));
            table.Rows.Clear();
            table.Rows.AddRange(rows);
            return table.Bytes();
        },
        ["column of older releases"] = table => Encoding.UTF8.GetBytes(table.Text().Replace("Linearization URI", "Linearization (release) URI", StringComparison.Ordinal)),
    };

    private readonly Importing _importing = new();

    public static TheoryData<string> Cases => [.. Forms.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void Import_HarmlessDifference_GivesTheSameRelease(string why)
    {
        var plain = _importing.Import(new SmallTabulation());
        var found = _importing.Import(Forms[why](new SmallTabulation()), options: new ImportOptions { Replace = true });
        Assert.Equal(plain.ContentHash, found.ContentHash);
        Assert.Equal("Sévère", Find(found, "XS25").Title);
    }

    [Fact]
    public void Import_Workbook_GivesTheSameRelease()
    {
        var text = _importing.Import(new SmallTabulation());
        var found = _importing.Import(Zips.Workbook(new SmallTabulation().Cells()), "SimpleTabulation-ICD-11-MMS-en.xlsx", new ImportOptions { Replace = true });
        Assert.Equal(text.ContentHash, found.ContentHash);
    }

    [Fact]
    public void Import_QuotedTitle_KeepsItsQuotationMarks()
    {
        var release = _importing.Import(new SmallTabulation());
        Assert.Equal("Intestinal infection due to other \"Vibrio\"", Find(release, "1A01").Title);
        Assert.Equal(("1A01.Y", Core.Codes.Residual.Other), (Find(release, "1A01").ResidualChild(Core.Codes.Residual.Other)!.Value.Code, Core.Codes.Residual.Other));
        Assert.True(Find(release, "XS5W").IsExtension);
        Assert.Equal(["BlockL1-1A0"], Find(release, "1A01.0").Groupings.Select(block => block.BlockId));
    }

    /// <summary>A translation that is not there yet is a bare prefix, with or without its last space (Spanish 2024-01 has <c>- - - -</c>).</summary>
    [Theory, InlineData("- - "), InlineData("- -"), InlineData("")]
    public void Import_TranslationMissing_LeavesTheEnglishTitleAlone(string empty)
    {
        var table = Bilingual();
        table["1A00"]["Title"] = empty;
        var cholera = Find(_importing.Import(table, "simpletabulation_fr.txt"), "1A00");
        Assert.Equal((null, "Cholera", "Cholera"), (cholera.TitleIn("fr"), cholera.TitleIn("en"), cholera.Title));
    }

    private static SmallTabulation Bilingual()
    {
        var table = new SmallTabulation();
        table.Columns.Insert(4, "TitleEN");
        foreach (var row in table.Rows) row["TitleEN"] = row["Title"];
        return table.In("fr");
    }

    private static Entity Find(Release release, string code) => release.TryFind(code, out var entity) ? entity : throw new InvalidDataException(code + " is missing");

    public void Dispose() => _importing.Dispose();
}
