using System.Xml;
using System.Xml.Linq;
using Icd.Core.Codes;
using Icd.Mapping.Conversion;
using Icd.Mapping.Conversion.Report;

namespace Icd.Mapping.Tests.Conversion;

public class ConversionReportTests
{
    [Fact]
    public void Write_Page_IsWellFormedAndFetchesNothing()
    {
        var html = Write(Manifest());
        AssertFetchesNothing(Parse(html));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Page_SaysEverythingInBothLanguages()
    {
        var page = Parse(Write(Manifest()));
        foreach (var element in page.Descendants().Where(element => (string?)element.Attribute("lang") == "nb" && element.Name.LocalName != "html"))
        {
            var english = element.ElementsAfterSelf().FirstOrDefault();
            Assert.True((string?)english?.Attribute("lang") == "en" && english.Name == element.Name, element.ToString());
        }

        Assert.Equal("nb", (string?)page.Root!.Attribute("lang"));
        Assert.Equal("show-nb", Checked(page));
        var other = Parse(Write(Manifest(), new() { Language = MessageLanguage.English }));
        Assert.Equal("en", (string?)other.Root!.Attribute("lang"));
        Assert.Equal("show-en", Checked(other));
    }

    [Fact]
    public void Write_Page_HasHeadingsInOrderAndTablesWithHeaders()
    {
        var page = Parse(Write(Manifest()));
        Assert.Single(page.Descendants("h1"));
        Assert.True(page.Descendants("h2").Count() >= 8);
        Assert.All(page.Descendants("table"), table =>
        {
            Assert.Contains(table.Descendants("th"), header => (string?)header.Attribute("scope") == "col");
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal("row", (string?)row.Elements().First().Attribute("scope")));
        });
        // A chart is decoration over a table: readers of screens get the table.
        Assert.All(page.Descendants("svg"), chart => Assert.Equal("true", (string?)chart.Attribute("aria-hidden")));
    }

    [Fact]
    public void Write_HostileContent_IsShownAndNotObeyed()
    {
        var hostile = new CodeCount("<script>alert(1)</script>\u202Egnp\u0007", "\"><img src=x>", 50, null, null, "", true, "not-a-code");
        var html = Write(Manifest(summary => summary with { MostFrequentWithout = [hostile] }) with { Input = new("</title><script>.csv", 1, 1, "", false) });
        var page = Parse(html);
        AssertFetchesNothing(page);
        Assert.Contains(page.Descendants("span"), span => span.Value == "<script>alert(1)</script>U+202Egnp␇");
        Assert.DoesNotContain('\u202E', html);
    }

    [Fact]
    public void Write_SmallNumbers_AreHiddenWhereverTheyCouldBeRead()
    {
        var summary = Manifest().Summary with
        {
            Codes = 1003,
            Converted = 1000,
            NeedReview = 3,
            RejectedRows = 3,
            Relations = new Dictionary<string, long> { ["equivalent"] = 900, ["source-is-narrower-than-target"] = 100, ["unknown"] = 3 },
            Provenance = new Dictionary<string, long> { ["who-table"] = 1000, ["none"] = 3 },
            Reasons = new Dictionary<string, long> { ["not-a-code"] = 3 },
            Chapters = [new("I", 1, "Infeksjoner", 1000, 900, 100, 0, 0, 0, 0), new("", 0, "", 3, 0, 0, 0, 0, 3, 3)],
            MostFrequentForReview = [new("Kari Nordmann", null, 3, null, null, "", true, "not-a-code")],
            MostFrequentWithout = [new("Kari Nordmann", null, 3, null, null, "", true, "not-a-code")],
        };
        var page = Parse(Write(Manifest() with { Summary = summary }));
        var cells = page.Descendants().Where(element => element.Name == "td" || element.Name == "dd").Select(element => element.Value).ToList();
        Assert.DoesNotContain("3", cells);
        Assert.DoesNotContain("1\u202F000", cells);
        Assert.DoesNotContain("Kari Nordmann", page.ToString(), StringComparison.Ordinal);
        var all = Parse(Write(Manifest() with { Summary = summary }, new() { Smallest = 1 }));
        Assert.Contains("Kari Nordmann", all.ToString(), StringComparison.Ordinal);
        Assert.Contains(all.Descendants("td"), cell => cell.Value == "1\u202F000");
    }

    [Fact]
    public void Write_Numbers_AreThoseOfTheSummary()
    {
        var manifest = Manifest();
        var text = Parse(Write(manifest)).ToString();
        foreach (var number in manifest.Summary.Relations.Values.Concat(manifest.Summary.Provenance.Values).Concat(manifest.Summary.Reasons.Values).Append(manifest.Summary.Rows).Where(number => number > 0))
            Assert.Contains(HtmlText.Number(number), text, StringComparison.Ordinal);
        Assert.Contains(manifest.Input.Checksum, text, StringComparison.Ordinal);
        Assert.Contains(manifest.Data.Rules, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingFound_IsAPageToo() => Parse(Write(Manifest(summary => summary with
    {
        Rows = 0,
        Codes = 0,
        Converted = 0,
        Relations = new Dictionary<string, long>(),
        Provenance = new Dictionary<string, long>(),
        Reasons = new Dictionary<string, long>(),
        Chapters = [],
        MostFrequentLosing = [],
        MostFrequentForReview = [],
        MostFrequentWithout = [],
    })));

    [Theory]
    [InlineData(0, 10, "0,0\u00A0%")]
    [InlineData(1, 1_000_000, "< 0,1\u00A0%")]
    [InlineData(999_999, 1_000_000, "> 99,9\u00A0%")]
    [InlineData(10, 10, "100,0\u00A0%")]
    [InlineData(0, 0, "–")]
    public void Percent_AlmostNothingAndAlmostAll_AreNotCalledNothingAndAll(long part, long whole, string expected) => Assert.Equal(expected, HtmlText.Percent(part, whole).Bokmal);

    private static string Write(ConversionManifest manifest, ReportOptions? options = null)
    {
        using var writer = new StringWriter();
        ConversionReport.Write(writer, manifest, options);
        return writer.ToString();
    }

    /// <summary>The page is HTML that is XML as well, so that a test can read it.</summary>
    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static string? Checked(XDocument page) => (string?)page.Descendants("input").Single(input => input.Attribute("checked") is not null).Attribute("id");

    private static ConversionManifest Manifest(Func<ConversionSummary, ConversionSummary>? change = null)
    {
        var summary = new ConversionSummary
        {
            Direction = "10to11",
            Rows = 123_456,
            RejectedRows = 77,
            Cells = 200_000,
            Codes = 200_100,
            DistinctCodes = 900,
            Converted = 200_000,
            NeedReview = 4_321,
            NotInEdition = 55,
            Decided = 12,
            Escaped = 0,
            Relations = new Dictionary<string, long> { ["equivalent"] = 150_000, ["source-is-narrower-than-target"] = 40_000, ["source-is-broader-than-target"] = 9_000, ["related-to"] = 1_000, ["unknown"] = 100 },
            Provenance = new Dictionary<string, long> { ["who-table"] = 120_000, ["authored-rule"] = 79_988, ["decision"] = 12, ["none"] = 100 },
            Reasons = new Dictionary<string, long> { ["not-a-code"] = 60, ["unknown-code"] = 40 },
            Chapters = [new("I", 1, "Visse infeksjonssykdommer", 100_000, 90_000, 10_000, 0, 0, 0, 1_000), new("IX", 9, "Sirkulasjon", 100_000, 60_000, 30_000, 9_000, 1_000, 0, 3_321), new("", 0, "", 100, 0, 0, 0, 0, 100, 0)],
            MostFrequent = [new("I48", "Atrieflimmer", 30_000, "BC81.Z", "source-is-narrower-than-target", "WHO table: row 1", true, null, "formen")],
            MostFrequentLosing = [new("I48", "Atrieflimmer", 30_000, "BC81.Z", "source-is-narrower-than-target", "WHO table: row 1", true, null, "formen")],
            MostFrequentForReview =
            [
                new("I48", "Atrieflimmer", 30_000, "BC81.Z", "source-is-narrower-than-target", "WHO table: row 1", true, null, "formen"),
                new("N10", "Nefritt", 1_000, "GB51", "source-is-broader-than-target", "authored rule: data/crosswalk/x.tsv:1", true, null),
            ],
            MostFrequentWithout = [new("NULL", null, 60, null, null, "", false, "not-a-code")],
        };
        return new()
        {
            Tool = "icd 0.1.0",
            Started = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero),
            Ended = new(2026, 11, 22, 4, 0, 12, TimeSpan.Zero),
            Seconds = 12,
            Resumed = 0,
            Threads = 2,
            Input = new("in.csv", 1_000_000, 123_456, "sha256:abcdef", false),
            Output = new("out.csv", 5_000_000, 123_456, "crc32c:1234", false),
            Rejects = null,
            Shard = null,
            Dialect = new(";", "utf-8", false, true, 12),
            Columns = [new("dx", 3, null)],
            Options = new Dictionary<string, string> { ["separator"] = "|" },
            Data = new("icd10-2026", "hash-of-edition", "mms-2024-01", "hash-of-release", "2024-01", "rules-fingerprint", null),
            Added = ["dx_icd11"],
            Summary = change is null ? summary : change(summary),
        };
    }

    private static void AssertFetchesNothing(XDocument page)
    {
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "link" or "iframe" or "object" or "embed" or "base");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "action" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }
}
