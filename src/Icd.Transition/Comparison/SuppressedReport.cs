namespace Icd.Transition.Comparison;

/// <summary>A report without what would tell of the counts that are kept back.</summary>
internal static class SuppressedReport
{
    public static ComparisonReport Of(ComparisonReport report) => report with
    {
        UnknownCodes = [.. report.UnknownCodes.Select(text => text.Split(' ')[0])],
        Rejected = [],
        // What a count's size led to would tell of it.
        Forward = [.. report.Forward.Select(Quiet)],
        Back = [.. report.Back.Select(Quiet)],
        Groups = [.. report.Groups.Select(group => group with { Lowest = null, Highest = null, Suggestion = group.Suggestion is { } found && found.Both.IsSuppressed ? found with { Terms = [] } : group.Suggestion })],
        Causes = [.. report.Causes.Where(cause => !cause.Events.IsSuppressed)],
        Agreement = report.Agreement is null ? null : report.Agreement with
        {
            Disagreements = [.. report.Agreement.Disagreements.Where(cause => !cause.Events.IsSuppressed)],
            Kappa = report.Agreement.Kappa with
            {
                Kappa = report.Agreement.Kappa.Kappa is { } kappa ? new(Math.Round(kappa.Value, 2), Math.Round(kappa.Low, 2), Math.Round(kappa.High, 2)) : null,
                Observed = Math.Round(report.Agreement.Kappa.Observed, 2),
                Expected = Math.Round(report.Agreement.Kappa.Expected, 2),
            },
        },
    };

    private static UnitComparison Quiet(UnitComparison unit) => unit.Events.IsSuppressed || unit.Flows.Any(flow => flow.Events.IsSuppressed)
        ? unit with { Changes = UnitChanges.None, Flows = [.. unit.Flows.OrderBy(flow => flow.To.Order)] }
        : unit;
}
