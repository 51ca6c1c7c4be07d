namespace Icd.Transition.Scan;

/// <summary>A file or folder that could not be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Reason">What the system said.</param>
public sealed record UnreadFile(string Path, string Reason);
