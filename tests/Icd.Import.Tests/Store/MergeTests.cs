using Icd.Core.Releases;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Store;

/// <summary>Two files of one release: what they say together does not depend on which came first.</summary>
public sealed class MergeTests : IDisposable
{
    private const string English = "SimpleTabulation-ICD-11-MMS-en.txt", Spanish = "SimpleTabulation-ICD-11-MMS-es.txt", French = "SimpleTabulation-ICD-11-MMS-fr.txt";

    private readonly Importing _importing = new();

    [Theory]
    [InlineData(English, Spanish, French), InlineData(French, Spanish, English), InlineData(Spanish, English, French), InlineData(French, English, Spanish)]
    public void Import_ThreeLanguagesInAnyOrder_EnglishLeads(params string[] order)
    {
        Release release = null!;
        foreach (var file in order) release = _importing.Import(Table(file), file);
        Assert.Equal(["en", "es", "fr"], release.Languages);
        Assert.Equal([English, Spanish, French], release.Sources.Select(source => source.Name));
        Assert.True(release.TryFind("1A00", out var cholera));
        Assert.Equal(("Cholera", "Cholera [es]", "Cholera [fr]"), (cholera.Title, cholera.TitleIn("es"), cholera.TitleIn("fr")));
    }

    /// <summary>WHO's French 2022-02 contradicts the English on this column in 48 rows.</summary>
    [Theory]
    [InlineData(English, Spanish, French), InlineData(French, Spanish, English), InlineData(Spanish, English, French), InlineData(French, English, Spanish)]
    public void Import_FilesContradictEachOtherOnPrimaryTabulation_TheEnglishOneCounts(params string[] order)
    {
        Release release = null!;
        foreach (var file in order)
        {
            var table = Table(file);
            table["1A00"]["Primary tabulation"] = file == English ? "True" : "False";
            table["1A01"]["Primary tabulation"] = file == English ? "False" : "True";
            release = _importing.Import(table, file);
        }

        Assert.True(release.TryFind("1A00", out var cholera) && cholera.IsPrimaryTabulation);
        Assert.True(release.TryFind("1A01", out var vibrio) && !vibrio.IsPrimaryTabulation);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Import_OtherFileHasOtherEnglishTitles_TheEnglishFileCounts(bool englishFirst)
    {
        var french = Table(French);
        french.Columns.Add("TitleEN");
        foreach (var row in french.Rows) row["TitleEN"] = row["Title"].Replace("fr", "older", StringComparison.Ordinal);
        if (!englishFirst) _importing.Import(french, French);
        _importing.Import(Table(English), English);
        var release = _importing.Import(french, French);
        if (!englishFirst) release = _importing.Import(Table(English), English);
        Assert.True(release.TryFind("1A00", out var cholera));
        Assert.Equal(("Cholera", "Cholera [fr]"), (cholera.TitleIn("en"), cholera.TitleIn("fr")));
    }

    [Fact]
    public void Import_CorrectedFile_ReplacesWhatItSaidBefore()
    {
        _importing.Import(new SmallTabulation());
        var table = new SmallTabulation();
        table["1A00"]["Title"] = "- - Asiatic cholera";
        table["1A00"]["Primary tabulation"] = "False";
        Assert.True(_importing.Import(table).TryFind("1A00", out var cholera));
        Assert.Equal(("Asiatic cholera", false), (cholera.Title, cholera.IsPrimaryTabulation));
    }

    [Theory, InlineData("fewer"), InlineData("more"), InlineData("recoded"), InlineData("moved")]
    public void Import_AnotherTree_IsRefusedAndNamesTheDifference(string difference)
    {
        var path = Path.Combine(_importing.Data, "mms-2024-01.icdrel");
        _importing.Import(new SmallTabulation());
        var before = File.ReadAllBytes(path);
        var other = Table(Spanish);
        switch (difference)
        {
            case "fewer": other.Rows.RemoveAt(8); break;
            case "more": other.Rows.Add(SmallTabulation.Row(1, "203", "category", "XS0T", "Moderate", isLeaf: true)); break;
            case "recoded": other["XS5W"]["Code"] = "XS0T"; break;
            default: (other["1A00"]["Title"], other.Rows[1]["isLeaf"]) = ("- Cholera", "True"); other.Rows[1]["isLeaf"] = "False"; Move(other); break;
        }

        var exception = Assert.Throws<ImportException>(() => _importing.Import(other, Spanish));
        Assert.Contains("not of the same version", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--replace", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    /// <summary>Cholera becomes a sibling of the block that it was in.</summary>
    private static void Move(SmallTabulation table)
    {
        var cholera = table["1A00"];
        table.Rows.Remove(cholera);
        table.Rows.Insert(1, cholera);
    }

    private static SmallTabulation Table(string file) => file == English ? new() : new SmallTabulation().In(file[^6..^4]);

    public void Dispose() => _importing.Dispose();
}
