namespace Icd.Transition.Scan;

/// <summary>A path to scan, and the system that what is below it belongs to.</summary>
/// <param name="Name">The system's name in the report.</param>
/// <param name="Path">A file or folder.</param>
public sealed record ScanSystem(string Name, string Path);
