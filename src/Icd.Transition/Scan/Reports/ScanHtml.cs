using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Icd.Core.Codes;

namespace Icd.Transition.Scan.Reports;

/// <summary>Writes a report as one HTML file that needs no network: filters, a roll-up by system, charts, light and dark, for screen, print and screen reader.</summary>
public static class ScanHtml
{
    /// <summary>Writes the page.</summary>
    public static void Write(ScanReport report, TextWriter writer, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        using var stream = typeof(ScanHtml).Assembly.GetManifestResourceStream("scan/report.html") ?? throw new InvalidOperationException("The report's template is missing from this build.");
        using var reader = new StreamReader(stream);
        var template = reader.ReadToEnd();
        // The default encoder leaves no '<' as it is, so no text of what was scanned can end the script element.
        using var json = new MemoryStream();
        using (var data = new Utf8JsonWriter(json, new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) })) FindingJson.Write(report, data, language);
        writer.Write(template
            .Replace("{{lang}}", language == MessageLanguage.Bokmal ? "nb" : "en", StringComparison.Ordinal)
            .Replace("{{title}}", language == MessageLanguage.Bokmal ? "ICD-10 i kildekode og data" : "ICD-10 in source code and data", StringComparison.Ordinal)
            .Replace("{{kinds}}", Kinds(language), StringComparison.Ordinal)
            .Replace("{{data}}", Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length), StringComparison.Ordinal));
    }

    private static string Kinds(MessageLanguage language) =>
        JsonSerializer.Serialize(FindingKinds.All.ToDictionary(kind => kind.Name(), kind => new[] { kind.Title().In(language), kind.Advice().In(language) }));
}
