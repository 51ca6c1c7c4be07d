using System.Globalization;
using Icd.Core.Codes;
using Icd.Transition.Scan;
using Icd.Transition.Scan.Reports;

namespace Icd.Cli;

/// <summary>The report of a scan for a terminal: the findings file by file, those of the highest risk first, and a summary.</summary>
internal static class ScanText
{
    private const int MostWritten = 6, MostFindings = 200;

    public static void Write(ScanReport report, TextWriter writer, MessageLanguage language, TimeSpan elapsed)
    {
        var isNorwegian = language == MessageLanguage.Bokmal;
        var shown = report.Findings.OrderByDescending(finding => finding.Risk).ThenByDescending(finding => finding.Confidence).Take(MostFindings).ToHashSet();
        foreach (var file in report.Findings.Where(shown.Contains).GroupBy(finding => finding.Path))
        {
            writer.WriteLine(Terminal.Bold(Terminal.Visible(file.Key)));
            foreach (var finding in file) WriteFinding(finding, writer, language);
            writer.WriteLine();
        }

        if (report.Findings.Count > shown.Count) writer.WriteLine(isNorwegian ? $"… og {report.Findings.Count - shown.Count} til med lavere risiko; --format json, csv eller html har alle.\n" : $"… and {report.Findings.Count - shown.Count} more of lower risk; --format json, csv or html has all.\n");
        WriteSummary(report, writer, language, elapsed);
    }

    private static void WriteFinding(Finding finding, TextWriter writer, MessageLanguage language)
    {
        var written = string.Join(", ", finding.Written.Take(MostWritten)) + (finding.Written.Count > MostWritten ? " …" : "");
        writer.WriteLine($"  {finding.Location.Line.ToString(CultureInfo.InvariantCulture),6}  {Risk(finding.Risk, language),-10} {finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}  {finding.Kind.Title().In(language)}: {Terminal.Code(Terminal.Visible(written))}");
        writer.WriteLine($"          {Terminal.Faint(Terminal.Visible(finding.Snippet))}");
        writer.WriteLine($"          {finding.Change.In(language)}");
    }

    private static string Risk(Risk risk, MessageLanguage language) => risk.Title().In(language);

    private static void WriteSummary(ScanReport report, TextWriter writer, MessageLanguage language, TimeSpan elapsed)
    {
        var isNorwegian = language == MessageLanguage.Bokmal;
        var counts = report.Counts;
        if (report.Systems.Count > 1)
        {
            writer.WriteLine(isNorwegian ? "System                             høy  middels    lav  orientering  filer" : "System                            high   medium    low         info  files");
            foreach (var system in SystemSummary.Of(report)) writer.WriteLine($"{Terminal.Visible(system.Name),-34} {system.High,4} {system.Medium,8} {system.Low,6} {system.Info,12} {system.Files,6}");
            writer.WriteLine();
        }

        foreach (var kind in report.Findings.GroupBy(finding => finding.Kind).OrderBy(group => group.Key))
            writer.WriteLine($"{kind.Key.Title().In(language),-26} {kind.Count(),6}   {string.Join(", ", kind.GroupBy(finding => finding.Risk).OrderByDescending(group => group.Key).Select(group => $"{group.Key.Title().In(language)} {group.Count()}"))}");
        var files = report.Findings.Select(finding => finding.Path).Distinct().Count();
        writer.WriteLine(isNorwegian
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count} funn i {files} av {counts.Files} filer ({counts.Bytes / 1e6:0.0} MB på {elapsed.TotalSeconds:0.0} s). {report.Icd10} mot {report.Icd11}.")
            : string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count} findings in {files} of {counts.Files} files ({counts.Bytes / 1e6:0.0} MB in {elapsed.TotalSeconds:0.0} s). {report.Icd10} to {report.Icd11}."));
        var passed = new List<string>();
        void Add(long count, string nb, string en)
        {
            if (count > 0) passed.Add($"{count} {(isNorwegian ? nb : en)}");
        }

        Add(counts.Binary, "filer uten tekst", "files without text");
        Add(counts.Ignored, "utelatt av ignoreringsfiler", "left out by ignore files");
        Add(counts.Links, "lenker ikke fulgt", "links not followed");
        Add(report.Suppressed, "undertrykt i kilden", "suppressed in the source");
        Add(report.Known, "kjent fra før", "known from the baseline");
        Add(report.BelowConfidence, "mindre sannsynlige", "less likely");
        Add(counts.Problems.Count, "kunne ikke leses", "could not be read");
        if (passed.Count > 0) writer.WriteLine(string.Join(" · ", passed) + ".");
        foreach (var problem in counts.Problems) Terminal.Note($"{problem.Path}: {problem.Reason}");
    }
}
