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

    [WhoDataTheory]
    [InlineData(MessageLanguage.English)]
    [InlineData(MessageLanguage.Bokmal)]
    public void Sarif_IsWhatTheStandardDemands(MessageLanguage language)
    {
        using var document = JsonDocument.Parse(Json(writer => Sarif.Write(Report.Value, "1.2.3-beta.1", writer, language)));

        Assert.Empty(SarifRules.Problems(document.RootElement));
    }

    [Theory]
    [InlineData("{\"version\":\"2.0.0\",\"runs\":[]}")]
    [InlineData("{\"version\":\"2.1.0\"}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{}}}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[],\"extra\":1}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{\"message\":{\"text\":\"x\"},\"level\":\"high\"}]}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{\"message\":{\"text\":\"x\"},\"locations\":[{\"physicalLocation\":{\"region\":{\"startLine\":0}}}]}]}]}")]
    public void SarifRules_SeeWhatIsWrong(string log)
    {
        using var document = JsonDocument.Parse(log);

        Assert.NotEmpty(SarifRules.Problems(document.RootElement));
    }

    [WhoDataFact]
    public void Sarif_HasEveryFindingOnce_UnderItsRule()
    {
        using var document = JsonDocument.Parse(Json(writer => Sarif.Write(Report.Value, "1.2.3", writer, MessageLanguage.English)));
        var run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(rules.Count, rules.Distinct().Count());
        Assert.Equal(Report.Value.Findings.Count, results.Count);
        Assert.All(results, result => Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()], result.GetProperty("ruleId").GetString()));
        var fingerprints = results.Select(result => result.GetProperty("partialFingerprints").GetProperty("icdScan/v1").GetString()!).ToList();
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
        Assert.All(fingerprints, fingerprint => Assert.Matches("^[0-9a-f]{16}$", fingerprint));
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
