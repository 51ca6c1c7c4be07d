using System.Text;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Tests;
using Icd.Transition.Scan;
using Icd.Transition.Scan.Reports;

namespace Icd.Transition.Tests.Scan;

/// <summary>The formats of a report, against what their specifications demand.</summary>
public class ReportTests
{
    private static readonly Lazy<ScanReport> Report = new(() => RealScanner.Instance.Scan(new() { Systems = [new("samples", RealScanner.Samples("Tuned"))], WorkingDirectory = RealScanner.Samples("Tuned") }));

    [WhoDataFact]
    public void Sarif_HasWhatTheSchemaRequires()
    {
        using var document = JsonDocument.Parse(Json(writer => Sarif.Write(Report.Value, "1.2.3", writer, MessageLanguage.English)));
        var log = document.RootElement;

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.False(string.IsNullOrEmpty(driver.GetProperty("name").GetString()));
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).ToList();
        Assert.Equal(rules.Count, rules.Distinct().Count());
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(Report.Value.Findings.Count, results.Count);
        foreach (var result in results)
        {
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()], result.GetProperty("ruleId").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
            Assert.InRange(result.GetProperty("rank").GetDouble(), 0, 100);
            Assert.False(string.IsNullOrEmpty(result.GetProperty("message").GetProperty("text").GetString()));
            Assert.Matches("^[0-9a-f]{16}$", result.GetProperty("partialFingerprints").GetProperty("icdScan/v1").GetString());
            foreach (var location in result.GetProperty("locations").EnumerateArray())
            {
                var place = location.GetProperty("physicalLocation");
                Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
                var region = place.GetProperty("region");
                Assert.True(region.GetProperty("startLine").GetInt32() >= 1 && region.GetProperty("startColumn").GetInt32() >= 1);
                Assert.True(region.GetProperty("endLine").GetInt32() >= region.GetProperty("startLine").GetInt32() && region.GetProperty("endColumn").GetInt32() >= 1);
            }
        }

        var fingerprints = results.Select(result => result.GetProperty("partialFingerprints").GetProperty("icdScan/v1").GetString()).ToList();
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
    }

    [WhoDataFact]
    public void Csv_HasALineForEachFinding_WithTheSameCells()
    {
        var writer = new StringWriter();
        FindingCsv.Write(Report.Value, writer, MessageLanguage.Bokmal);
        var lines = writer.ToString().Split("\r\n")[..^1];

        Assert.Equal(Report.Value.Findings.Count + 1, lines.Length);
        Assert.StartsWith("system,path,line,", lines[0], StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Html_IsOnePageThatAsksForNothing_AndNoTextOfTheSourceEndsItsScript()
    {
        var hostile = RealScanner.Instance.Scan(new() { Systems = [new("</script><b>", RealScanner.Samples("Tuned"))] });
        var writer = new StringWriter();
        ScanHtml.Write(hostile, writer, MessageLanguage.Bokmal);
        var page = writer.ToString();

        Assert.DoesNotContain("{{", page[..page.IndexOf("id=\"data\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"https?:", page);
        Assert.Contains("<html lang=\"nb\">", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Json_HasEveryFinding()
    {
        using var document = JsonDocument.Parse(Json(writer => FindingJson.Write(Report.Value, writer, MessageLanguage.English)));

        Assert.Equal(Report.Value.Findings.Count, document.RootElement.GetProperty("findings").GetArrayLength());
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
