namespace Icd.Toolkit;

/// <summary>A file of the data directory that is not used, and why.</summary>
/// <param name="File">Its name, without the directory.</param>
/// <param name="Problem">What is wrong with it and how to mend it.</param>
public sealed record RefusedFile(string File, string Problem);
