using Icd.Core.Codes;

namespace Icd.Transition.Scan.Reports;

/// <summary>Writes a report as one HTML file that needs nothing else.</summary>
public static class ScanHtml
{
    /// <summary>Writes the page.</summary>
    public static void Write(ScanReport report, TextWriter writer, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"<!doctype html><title>{language}</title>");
    }
}
