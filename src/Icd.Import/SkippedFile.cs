namespace Icd.Import;

/// <summary>A file that was found but not imported.</summary>
/// <param name="Name">The file, or the archive and its entry.</param>
/// <param name="Reason">Why, a sentence.</param>
public sealed record SkippedFile(string Name, string Reason);
