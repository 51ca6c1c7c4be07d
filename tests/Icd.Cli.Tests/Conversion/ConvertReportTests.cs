using System.Xml.Linq;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Conversion;

/// <summary><c>icd convert --report</c>, of one run and of shards put together.</summary>
public sealed class ConvertReportTests
{
    [Fact]
    public void Convert_Report_IsAPageThatFetchesNothingAndHidesSmallNumbers()
    {
        using var folder = new TestFolder();
        var input = folder.Write("pasienter.csv", "id,dx\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},{(i < 20 ? "XYZ" : i < 28 ? "E11.9" : "SJELDEN")}\n")));
        Report("usual.html");
        var page = Parsed("usual.html");
        Assert.Equal("en", (string?)page.Attribute("lang"));
        Assert.Contains("pasienter.csv", page.Value, StringComparison.Ordinal);
        Assert.Contains("XYZ", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("SJELDEN", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "onclick");
        Assert.Empty(page.Descendants("script"));

        Report("all.html", "--report-smallest", "1", "--lang", "nb");
        Assert.Equal("nb", (string?)Parsed("all.html").Attribute("lang"));
        Assert.Contains("SJELDEN", Parsed("all.html").Value, StringComparison.Ordinal);

        Assert.Contains("--report-smallest is 0", IcdProcess.Run("convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--force", "--report", folder.File("no.html"), "--report-smallest", "0").Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("no.html")));

        void Report(string name, params string[] more) => IcdProcess.Run(["convert", input, "-o", folder.File("out.csv"), "--column", "dx", "--force", "--report", folder.File(name), .. more]).Exits(0);

        XElement Parsed(string name) => XDocument.Parse(File.ReadAllText(folder.File(name))).Root!;
    }

    [Fact]
    public void Merge_ReviewAndReport_AreThoseOfTheWhole()
    {
        using var folder = new TestFolder();
        var input = folder.Write("in.csv", "id,dx\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},{(i % 3 == 0 ? "XYZ" : i % 7 == 0 ? "QQQ" : "I10")}\n")));
        for (var i = 1; i <= 2; i++) IcdProcess.Run("convert", input, "-o", folder.File($"{i}.csv"), "--column", "dx", "--shard", $"{i}/2", "--review", folder.File($"{i}.review.csv")).Exits(0);
        var merged = IcdProcess.Run("convert", "merge", folder.File("2.csv"), folder.File("1.csv"), "-o", folder.File("out.csv"), "--review", folder.File("review.csv"), "--report", folder.File("out.html")).Exits(0);
        Assert.Contains($"-> {folder.File("review.csv")}", merged.Error, StringComparison.Ordinal);
        IcdProcess.Run("convert", input, "-o", folder.File("one.csv"), "--column", "dx", "--review", folder.File("one.review.csv")).Exits(0);
        Assert.Equal(File.ReadAllText(folder.File("one.review.csv")), File.ReadAllText(folder.File("review.csv")));
        Assert.Contains("XYZ", File.ReadAllText(folder.File("out.html")), StringComparison.Ordinal);
        Assert.Contains("is the input too", IcdProcess.Run("convert", "merge", folder.File("2.csv"), folder.File("1.csv"), "-o", folder.File("x.csv"), "--force", "--review", folder.File("1.review.csv")).Exits(2).Error, StringComparison.Ordinal);
    }
}
