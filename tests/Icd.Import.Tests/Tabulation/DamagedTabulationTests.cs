using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Tabulation;

/// <summary>Every contradiction in a tabulation is an error that names the row.</summary>
public sealed class DamagedTabulationTests : IDisposable
{
    private static readonly Dictionary<string, (Action<SmallTabulation> Damage, int Row, string Message)> Damages = new()
    {
        ["missing child rows"] = (table => table.Rows.RemoveRange(4, 3), 5, "isLeaf says that something is below"),
        ["missing parent"] = (table => table.Rows.RemoveAt(1), 3, "levels deep"),
        ["first row is not a root"] = (table => table.Rows.RemoveAt(0), 2, "levels deep"),
        ["a child below a leaf"] = (table => table["1A00"]["isLeaf"] = "False", 4, "isLeaf says that something is below"),
        ["isLeaf on a parent"] = (table => table["1A01"]["isLeaf"] = "True", 5, "isLeaf says that nothing is below"),
        ["a row twice"] = (table => table.Rows.Insert(3, new(table["1A00"])), 5, "twice"),
        ["a code twice"] = (table => table["1A01.0"]["Code"] = "1A00", 6, "1A00"),
        ["a code twice in another case"] = (table => table["1A01.0"]["Code"] = "1a00", 6, "1a00"),
        ["depth jump"] = (table => table["1A01.0"]["Title"] = "- " + table["1A01.0"]["Title"], 6, "levels deep"),
        ["no URI"] = (table => table["1A00"]["Linearization URI"] = "", 4, "is not a linearization URI"),
        ["URI of another host"] = (table => table["1A00"]["Linearization URI"] = "http://example.org/icd/release/11/mms/111", 4, "is not a linearization URI"),
        ["URI with a large number"] = (table => table["1A00"]["Linearization URI"] = "http://id.who.int/icd/release/11/mms/9999999999", 4, "is not a linearization URI"),
        ["URI with number 0"] = (table => table["1A01.Y"]["Linearization URI"] = "http://id.who.int/icd/release/11/mms/0/other", 7, "is not a linearization URI"),
        ["URI of another tree"] = (table => table["1A00"]["Linearization URI"] = "http://id.who.int/icd/release/11/icf/111", 4, "another linearization"),
        ["URI of another release"] = (table => table["1A00"]["Linearization URI"] = "http://id.who.int/icd/release/11/2023-01/mms/111", 4, "another linearization or release"),
        ["another entity's Foundation URI"] = (table => table["1A00"]["Foundation URI"] = "http://id.who.int/icd/entity/112", 4, "does not fit"),
        ["no Foundation URI"] = (table => table["1A00"]["Foundation URI"] = "", 4, "does not fit"),
        ["bad code"] = (table => table["1A00"]["Code"] = "IA00", 4, "'IA00' is not an ICD-11 code"),
        ["code cut off"] = (table => table["1A01.0"]["Code"] = "1A01.", 6, "'1A01.' is not an ICD-11 code"),
        ["no code"] = (table => table["1A00"]["Code"] = "", 4, "lacks a code"),
        ["a block with a code"] = (table => table.Rows[1]["Code"] = "1A0", 3, "has a code"),
        ["bad class kind"] = (table => table["1A00"]["ClassKind"] = "Category ", 4, "'Category ' is not a class kind"),
        ["IsResidual against the URI"] = (table => table["1A00"]["IsResidual"] = "True", 4, "IsResidual contradicts"),
        ["IsResidual unreadable"] = (table => table["1A00"]["IsResidual"] = "VRAI", 4, "'VRAI' is neither"),
        ["no title"] = (table => table["1A00"]["Title"] = "- - ", 4, "title is empty"),
        ["a title of dashes only"] = (table => table["1A00"]["Title"] = "- - -", 4, "title is empty"),
    };

    private readonly Importing _importing = new();

    public static TheoryData<string> Cases => [.. Damages.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void Import_ContradictionInARow_IsRefusedWithThatRow(string why)
    {
        var (damage, row, message) = Damages[why];
        var table = new SmallTabulation();
        damage(table);
        Assert.Contains(message, _importing.Refused(table.Bytes(), row: row).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Foundation URI"), InlineData("Code"), InlineData("BlockId"), InlineData("IsResidual"), InlineData("ChapterNo"), InlineData("isLeaf")]
    public void Import_WithoutAColumn_IsRefusedByItsName(string column)
    {
        var table = new SmallTabulation();
        table.Columns.Remove(column);
        Assert.Contains($"there is no column '{column}'", _importing.Refused(table.Bytes(), row: 1).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("Linearization URI"), InlineData("Title"), InlineData("ClassKind")]
    public void Import_WithoutAColumnThatMakesItATabulation_IsPassedOver(string column)
    {
        var table = new SmallTabulation();
        table.Columns.Remove(column);
        Assert.Contains("no release to import (It is neither a tabulation nor a mapping table: the header has other columns)", _importing.Refused(table.Bytes()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_BadCodeInIcf_IsRefusedWithItsRow()
    {
        var table = new SmallTabulation();
        table.Rows.RemoveRange(1, 9);
        table.Rows[0]["isLeaf"] = "False";
        table.Rows[0]["ChapterNo"] = "";
        table.Rows.Add(SmallTabulation.Row(1, "300", "category", "b11?", "Functions", isLeaf: true));
        foreach (var row in table.Rows) row["Linearization URI"] = row["Linearization URI"].Replace("/mms/", "/icf/", StringComparison.Ordinal);
        Assert.Contains("'b11?'", _importing.Refused(table.Bytes(), row: 3).Message, StringComparison.Ordinal);
    }

    /// <summary>The compiled format has a byte for the depth.</summary>
    [Fact]
    public void Import_TreeDeeperThanAnyKnown_IsRefusedWithItsRow()
    {
        var table = new SmallTabulation();
        for (var depth = 1; depth <= 300; depth++)
            table.Rows.Insert(depth, SmallTabulation.Row(depth, $"{1000 + depth}", "block", "", "Deeper", isLeaf: depth == 300));
        Assert.Contains("levels deep", _importing.Refused(table.Bytes(), row: 258).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_HeaderOnly_IsRefused()
    {
        var table = new SmallTabulation();
        table.Rows.Clear();
        Assert.Contains("no entities below the header", _importing.Refused(table.Bytes()).Message, StringComparison.Ordinal);
    }

    /// <summary>Without its closing mark a title swallows the rows after it; what they miss is found out.</summary>
    [Fact]
    public void Import_QuotationMarkLost_IsRefused()
    {
        var text = new SmallTabulation().Text();
        _importing.Refused(text.Replace("\"- - Cholera\"", "\"- - Cholera", StringComparison.Ordinal), row: 4);
    }

    [Fact]
    public void Import_QuotationMarkLostInALongFile_IsRefusedWithoutReadingItAll()
    {
        var table = new SmallTabulation();
        for (var i = 0; i < 2_000; i++) table.Rows.Insert(3, SmallTabulation.Row(2, $"{5000 + i}", "category", $"1B{i / 100:00}", "A title", isLeaf: true));
        var text = table.Text().Replace("\"- - A title\"", "- - A title", StringComparison.Ordinal).Replace("\"=hyperlink(\"\"https://icd.who.int/\"\",\"\"browser\"\")\"", "link", StringComparison.Ordinal);
        var message = _importing.Refused(text.Replace("\"- - Cholera\"", "\"- - Cholera", StringComparison.Ordinal), row: 4).Message;
        Assert.Contains("quotation mark is probably missing", message, StringComparison.Ordinal);
    }

    public void Dispose() => _importing.Dispose();
}
