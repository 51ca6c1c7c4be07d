namespace Icd.Transition.Scan.Detection;

/// <summary>A place of a sighting, in characters of the piece.</summary>
internal readonly record struct Occurrence(int Start, int End);
