namespace Icd.Transition.Comparison;

/// <summary>A chapter or group over the years, in both systems.</summary>
/// <param name="Id">The ICD-10 chapter's number or the group's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsGroup">Whether it is a group.</param>
/// <param name="Points">By year.</param>
public sealed record Series(string Id, string Title, bool IsGroup, IReadOnlyList<SeriesPoint> Points);
