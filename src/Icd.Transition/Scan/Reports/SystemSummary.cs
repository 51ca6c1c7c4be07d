namespace Icd.Transition.Scan.Reports;

/// <summary>A system's findings, counted.</summary>
/// <param name="Name">The system.</param>
/// <param name="Files">How many of its files have findings.</param>
/// <param name="High">Findings of high risk.</param>
/// <param name="Medium">Findings of medium risk.</param>
/// <param name="Low">Findings of low risk.</param>
/// <param name="Info">Findings to know of.</param>
public sealed record SystemSummary(string Name, int Files, int High, int Medium, int Low, int Info)
{
    /// <summary>All systems of a report, those without findings too.</summary>
    public static IReadOnlyList<SystemSummary> Of(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = report.Findings.ToLookup(finding => finding.System, StringComparer.Ordinal);
        return [.. report.Systems.Select(name => new SystemSummary(
            name, found[name].Select(finding => finding.Path).Distinct(StringComparer.Ordinal).Count(),
            found[name].Count(finding => finding.Risk == Risk.High), found[name].Count(finding => finding.Risk == Risk.Medium), found[name].Count(finding => finding.Risk == Risk.Low), found[name].Count(finding => finding.Risk == Risk.Info)))];
    }
}
