using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

/// <summary>Precision and recall over a folder of samples whose <c>expected.tsv</c> names each planted line with its kind.</summary>
/// <remarks>
/// A planted line is found where a finding of a right kind has a place on it. A finding is false where none of its places is on a planted line; names are not judged by line, because one finding
/// stands for all places of a name in a file.
/// </remarks>
internal sealed record SampleEvaluation(int Planted, IReadOnlyList<string> Missed, int Findings, IReadOnlyList<string> False)
{
    public double Recall => 1 - (Missed.Count / (double)Planted);

    public double Precision => 1 - (False.Count / (double)Findings);

    public static SampleEvaluation Of(Scanner scanner, string folder)
    {
        var planted = File.ReadLines(Path.Combine(folder, "expected.tsv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => (File: cells[0], Line: int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), Kinds: cells[2].Split('|'))).ToList();
        var report = scanner.Scan(new() { Systems = [new("samples", folder)], WorkingDirectory = folder });
        var findings = report.Findings.Where(finding => finding.Path != "expected.tsv" && finding.Kind != FindingKind.Name).ToList();
        var missed = planted.Where(line => !findings.Exists(finding => finding.Path == line.File && line.Kinds.Contains(finding.Kind.Name()) && IsOn(finding, line.Line))).Select(line => $"{line.File}:{line.Line} {string.Join('|', line.Kinds)}").ToList();
        var wrong = findings.Where(finding => !planted.Exists(line => line.File == finding.Path && IsOn(finding, line.Line)))
            .Select(finding => $"{finding.Path}:{finding.Location.Line} {finding.Kind.Name()} {string.Join(' ', finding.Written.Take(5))} ({finding.Confidence}: {string.Join("; ", finding.Reasons.Take(4).Select(reason => reason.English))})").ToList();
        return new(planted.Count, missed, findings.Count, wrong);
    }

    private static bool IsOn(Finding finding, int line) => finding.Locations.Any(location => location.Line <= line && line <= location.EndLine);
}
