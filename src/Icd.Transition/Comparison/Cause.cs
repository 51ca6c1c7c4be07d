namespace Icd.Transition.Comparison;

/// <summary>An ICD-10 code that breaks a series, with what it becomes.</summary>
/// <param name="Code">The code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Target">What it becomes, or is registered as; empty where it becomes nothing.</param>
/// <param name="TargetTitle">The title of the target's first stem.</param>
/// <param name="Expected">In rows that are registered twice, what the crosswalk would have said; empty where it says the same.</param>
/// <param name="Changes">What it does.</param>
/// <param name="Groups">Groups that it leaves (<c>-id</c>) or enters (<c>+id</c>).</param>
/// <param name="Provenance">Who says that the target is right.</param>
/// <param name="Events">How many events.</param>
public sealed record Cause(
    string Code, string Title, string Target, string TargetTitle, string Expected, UnitChanges Changes, IReadOnlyList<string> Groups, string Provenance, PublishedCount Events);
