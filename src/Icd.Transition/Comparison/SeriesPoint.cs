namespace Icd.Transition.Comparison;

/// <summary>A year of a series.</summary>
/// <param name="Year">The year.</param>
/// <param name="Old">Events by ICD-10; <see langword="null"/> where no row of the year has an ICD-10 code.</param>
/// <param name="New">Events by ICD-11, registered or by the crosswalk.</param>
public sealed record SeriesPoint(int Year, PublishedCount? Old, PublishedCount New);
