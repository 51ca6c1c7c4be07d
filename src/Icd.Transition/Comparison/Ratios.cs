namespace Icd.Transition.Comparison;

/// <summary>Comparability ratios of published counts.</summary>
internal static class Ratios
{
    public static ConfidenceInterval? Of(PublishedCount old, PublishedCount now, PublishedCount both) =>
        old.Value is { } o && now.Value is { } n && both.Value is { } b ? new ComparabilityRatio(b, o - b, n - b).Interval : null;
}
