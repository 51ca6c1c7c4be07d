using Icd.Core.Releases;
using Icd.Import.Authored;
using Icd.Import.Norwegian;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Authored;

/// <summary>Mistakes in the tables that we write are found with their row.</summary>
public sealed class DamagedTablesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("stems.tsv", "1A00\t5\t01\tKolera\tCholera\t", 3, "listed twice")]
    [InlineData("stems.tsv", "1A0O\t5\t01\tKolera\tCholera\t", 3, "'O'")]
    [InlineData("stems.tsv", "1A01\tfive\t01\tKolera\tCholera\t", 3, "is not an entity id")]
    [InlineData("stems.tsv", "1A01\t5/third\t01\tKolera\tCholera\t", 3, "is not an entity id")]
    [InlineData("stems.tsv", "1A01\t0\t01\tKolera\tCholera\t", 3, "is not an entity id")]
    [InlineData("stems.tsv", "1A01\t5\t02\tKolera\tCholera\t", 3, "'02' is not listed")]
    [InlineData("stems.tsv", "1A01\t5\t1A01\tKolera\tCholera\t", 3, "is below this row")]
    [InlineData("stems.tsv", "1A01\t5\t01\t\tCholera\t", 3, "a term is missing")]
    [InlineData("stems.tsv", "1A01\t5\t01\tKolera\t\t", 3, "a term is missing")]
    [InlineData("stems.tsv", "1A01\t5\t01\tKolera\tCholera", 3, "5 columns, not 6")]
    [InlineData("stems.tsv", "1A01\t5\t01\tKolera \tCholera\t", 3, "begins or ends with a space")]
    [InlineData("extensions.tsv", "1A00\t5\t01\tKolera\tCholera\t", 2, "listed twice")]
    [InlineData("groups.tsv", "7\t\t\tTarm", 3, "columns, not 5")]
    public void StarterImport_MistakeInARow_IsRefusedWithThatRow(string file, string line, int row, string message)
    {
        WriteStarter();
        File.AppendAllText(_folder.File(file), line + "\n");
        AssertRefused(() => StarterImporter.Import(_folder.Path), file, row, message);
    }

    [Theory, InlineData("code\tid\tparent\tnb\tsynonyms\ten"), InlineData("code\tid"), InlineData("")]
    public void StarterImport_OtherColumns_IsRefused(string header)
    {
        WriteStarter();
        _folder.Write("stems.tsv", header + "\n");
        Assert.Contains("stems.tsv", Assert.Throws<ImportException>(() => StarterImporter.Import(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StarterImport_CircleOfParents_IsRefused()
    {
        WriteStarter();
        File.AppendAllText(_folder.File("stems.tsv"), "1A01\t5\t1A02\tA\tA\t\n1A02\t6\t1A01\tB\tB\t\n");
        AssertRefused(() => StarterImporter.Import(_folder.Path), "stems.tsv", 4, "below this row");
    }

    [Theory]
    [InlineData("chapters.tsv", "II\tC00\tSvulster\tTumours", 3, "range")]
    [InlineData("chapters.tsv", "II\tC\tSvulster\tTumours", 3, "range")]
    [InlineData("blocks.tsv", "A2\tTuberkulose\tTuberculosis", 3, "range")]
    [InlineData("blocks.tsv", "C00-C10\tSvulster\tTumours", 3, "no chapter has this range")]
    [InlineData("categories.tsv", "A00\t\tKolera", 3, "twice")]
    [InlineData("categories.tsv", "A01\tKolera", 3, "2 columns, not 3")]
    public void Icd10Import_MistakeInARow_IsRefusedWithThatRow(string file, string line, int row, string message)
    {
        WriteIcd10();
        File.AppendAllText(_folder.File(file), line + "\n");
        AssertRefused(() => Icd10("""[{"code":"A000","text":"Kolera"}]"""), file, row, message);
    }

    [Theory]
    [InlineData("""[{"code":"A010","text":"Tyfoid"}]""", "no heading is known for A01")]
    [InlineData("""[{"code":"B00","text":"Herpes"}]""", "B00 is in no block")]
    [InlineData("""[{"code":"A0?","text":"Kolera"}]""", "A0?")]
    [InlineData("""[{"code":"A00","text":" "}]""", "lacks its code or text")]
    [InlineData("""[{"code":null,"text":"Kolera"}]""", "lacks its code or text")]
    [InlineData("[null]", "lacks its code or text")]
    [InlineData("[]", "the list is empty")]
    [InlineData("null", "the list is empty")]
    [InlineData("{}", "not a list")]
    [InlineData("<html>", "not a list")]
    public void Icd10Import_DamagedList_IsRefused(string json, string message)
    {
        WriteIcd10();
        AssertRefused(() => Icd10(json), "ICD10.json", 0, message);
    }

    [Theory]
    [InlineData("A\tAllment\tGeneral", """[{"code":"A01","text":"Smerte"}]""", 3, "chapters.tsv", "twice")]
    [InlineData("B\tBlod\tBlood", """[{"code":"D01","text":"Magesmerte"}]""", 0, "ICPC2.json", "no chapter is known for D01")]
    public void Icpc2Import_Mistake_IsRefused(string line, string json, int row, string file, string message)
    {
        _folder.Write("chapters.tsv", "letter\tnb\ten\nA\tAllment\tGeneral\n" + line + "\n");
        AssertRefused(() => Icpc2Importer.Import(_folder.Write("ICPC2.json", json), "1.2026.0", _folder.Path), file, row, message);
    }

    [Theory, InlineData("1"), InlineData("1.x.0"), InlineData("")]
    public void Icd10Import_VersionWithoutAYear_IsRefused(string version)
    {
        WriteIcd10();
        var list = _folder.Write("ICD10.json", """[{"code":"A000","text":"Kolera"}]""");
        AssertRefused(() => NorwegianIcd10Importer.Import(list, version, _folder.Path), "ICD10.json", 0, "does not name a year");
    }

    private ReleaseDraft Icd10(string json) => NorwegianIcd10Importer.Import(_folder.Write("ICD10.json", json), "1.2026.0", _folder.Path);

    private static void AssertRefused(Func<object> import, string file, int row, string message)
    {
        var exception = Assert.Throws<ImportException>(import);
        Importing.AssertHelpful(exception, file, row);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private void WriteStarter()
    {
        _folder.Write("groups.tsv", "id\tchapter\tparent\tnb\ten\n1\t01\t\tInfeksjoner\tInfections\n");
        _folder.Write("stems.tsv", "code\tid\tparent\tnb\ten\tsynonyms\n1A00\t2\t01\tKolera\tCholera\t\n");
        _folder.Write("extensions.tsv", "code\tid\tparent\tnb\ten\tsynonyms\n");
    }

    private void WriteIcd10()
    {
        _folder.Write("chapters.tsv", "chapter\trange\tnb\ten\nI\tA00-B99\tInfeksjoner\tInfections\n");
        _folder.Write("blocks.tsv", "range\tnb\ten\nA00-A09\tTarm\tIntestinal\n");
        _folder.Write("categories.tsv", "code\tblock\tnb\nA00\t\tKolera\n");
    }

    public void Dispose() => _folder.Dispose();
}
