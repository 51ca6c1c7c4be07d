using System.Globalization;
using Icd.Core.Codes;

namespace Icd.Transition.Scan.Reports;

/// <summary>Writes findings as CSV (RFC 4180), a line each, for spreadsheets and trackers.</summary>
public static class FindingCsv
{
    private static readonly string[] Header = ["system", "path", "line", "column", "kind", "risk", "confidence", "written", "codes", "one_to_one", "postcoordinated", "lossy", "unmapped", "icd11", "change", "reason", "place", "language", "count", "snippet", "fingerprint"];

    /// <summary>Writes a header and the findings.</summary>
    public static void Write(ScanReport report, TextWriter writer, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Header) + "\r\n");
        foreach (var finding in report.Findings)
        {
            string?[] cells =
            [
                finding.System, finding.Path, Number(finding.Location.Line), Number(finding.Location.Column), finding.Kind.Name(), finding.Risk.Name(), finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
                string.Join(" ", finding.Written), Number(finding.Counts?.Codes), Number(finding.Counts?.OneToOne), Number(finding.Counts?.Postcoordinated), Number(finding.Counts?.Lossy), Number(finding.Counts?.Unmapped),
                string.Join(" ", finding.Cover.Select(part => part.IsAlone ? "=" + part.Code : part.Code)), finding.Change.In(language), string.Join("; ", finding.Reasons.Select(reason => reason.In(language))),
                finding.Place.Name(), finding.Language, Number(finding.Count), finding.Snippet, finding.Fingerprint,
            ];
            writer.Write(string.Join(',', cells.Select(Cell)) + "\r\n");
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // A spreadsheet would run a text that begins like a formula; what was scanned is not to be trusted.
        if (text[0] is '=' or '+' or '@' or '\t' || (text[0] == '-' && text.Length > 1 && !char.IsAsciiDigit(text[1]))) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
