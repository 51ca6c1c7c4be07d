namespace Icd.Transition.Comparison;

/// <summary>How a file of events looks in the two systems.</summary>
/// <param name="Edition">The edition of ICD-10.</param>
/// <param name="Release">The release of ICD-11.</param>
/// <param name="IsRegistered">Whether the distributions rest on rows that are registered twice; otherwise on the crosswalk.</param>
/// <param name="Events">The events that they rest on.</param>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="RejectedRows">How many could not be used.</param>
/// <param name="Rejected">The first of these.</param>
/// <param name="UnknownCodes">ICD-10 codes that the edition does not have, with their events; <see langword="null"/> in a row means kept back.</param>
/// <param name="BreakYear">The first year of ICD-11; 0 where it is not known.</param>
/// <param name="SuppressBelow">The limit below which counts were kept back; 0 for none.</param>
/// <param name="Forward">ICD-10 chapters, blocks and categories in ICD-11.</param>
/// <param name="Back">ICD-11 chapters, blocks and categories in ICD-10.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Series">Chapters and groups by year; empty without years.</param>
/// <param name="Causes">What breaks series, by volume.</param>
/// <param name="Agreement">Agreement with the crosswalk; <see langword="null"/> without rows that are registered twice.</param>
public sealed record ComparisonReport(
    string Edition, string Release, bool IsRegistered, PublishedCount Events, long Rows, long RejectedRows, IReadOnlyList<string> Rejected, IReadOnlyList<string> UnknownCodes, int BreakYear, int SuppressBelow,
    IReadOnlyList<UnitComparison> Forward, IReadOnlyList<UnitComparison> Back, IReadOnlyList<GroupComparison> Groups, IReadOnlyList<Series> Series, IReadOnlyList<Cause> Causes, Agreement? Agreement);
