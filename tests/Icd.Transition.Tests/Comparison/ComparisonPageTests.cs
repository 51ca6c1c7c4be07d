using System.Text;
using System.Text.RegularExpressions;
using Icd.Core.Codes;
using Icd.Tests;
using Icd.Transition.Comparison;
using Icd.Transition.Comparison.Html;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Comparison;

public partial class ComparisonPageTests
{
    private const string Rows = "year,icd10,icd11,sex,count\n2020,I64,,F,30\n2021,I64,,M,33\n2021,I21.4,BA41.1,F,40\n2021,J18.9,BA41.1,F,4\n2022,,8B20,F,35\n";

    private static string Page(MessageLanguage language, int suppressBelow = 0)
    {
        var set = TestReleases.Compile("group stroke\n nb Slag <& \"x\">\n en Stroke <& \"x\">\n icd10 I64\n icd11 8B20\n");
        var report = SeriesComparison.Run(EventTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(Rows)), new ComparisonColumns()), TestReleases.Crosswalk, new() { Groups = set, SuppressBelow = suppressBelow });
        using var writer = new StringWriter();
        ComparisonPage.Write(report, language, "<script>alert(1)</script>.csv", writer);
        return writer.ToString();
    }

    [WhoDataTheory]
    [InlineData(MessageLanguage.Bokmal, "nb", "Sammenlignbarhet mellom ICD-10 og ICD-11")]
    [InlineData(MessageLanguage.English, "en", "Comparability of ICD-10 and ICD-11")]
    public void Write_Page_NeedsNothingElseAndIsInItsLanguage(MessageLanguage language, string tag, string title)
    {
        var page = Page(language);

        Assert.StartsWith($"<!doctype html>\n<html lang=\"{tag}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href)=""(?!#)|@import|url\(|<script", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;.csv", page, StringComparison.Ordinal);
        Assert.Contains("&lt;&amp; &quot;x&quot;&gt;", page, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Write_Elements_AreAllClosedInOrder()
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Page(MessageLanguage.English)))
        {
            var name = tag.Groups["name"].Value;
            if (name is "meta" or "br" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
            if (tag.Value[1] != '/') open.Push(name);
            else Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
    }

    [WhoDataFact]
    public void Write_Figures_HaveNamesAndTables()
    {
        var page = Page(MessageLanguage.Bokmal);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Matches("class=\"break\"", page);
        Assert.All(Regex.Matches(page, "<svg [^>]*>").Select(match => match.Value), svg => Assert.Matches("role=\"img\" aria-labelledby=", svg));
        foreach (Match label in Regex.Matches(page, "aria-labelledby=\"([^\"]+)\"")) Assert.All(label.Groups[1].Value.Split(' '), id => Assert.Contains(id, ids));
        // A table for the flows and one for each chart; every table has a caption and headings with a scope.
        Assert.Equal(Regex.Count(page, "<table>"), Regex.Count(page, "<table><caption>[^<]+</caption><thead><tr><th scope=\"col\">"));
        Assert.True(Regex.Count(page, "<table>") >= Regex.Count(page, "<svg "));
    }

    [WhoDataFact]
    public void Write_SuppressedCounts_AreNowhereOnThePage()
    {
        var page = Page(MessageLanguage.English, suppressBelow: 5);

        Assert.Contains("<abbr title=\"kept back\">:</abbr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">4<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(": 4<", page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"</?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")]
    private static partial Regex Tag();
}
