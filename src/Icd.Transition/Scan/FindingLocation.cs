namespace Icd.Transition.Scan;

/// <summary>A stretch of a file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1.</param>
/// <param name="EndLine">From 1.</param>
/// <param name="EndColumn">The unit after the last one.</param>
public readonly record struct FindingLocation(int Line, int Column, int EndLine, int EndColumn);
