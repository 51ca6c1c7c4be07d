namespace Icd.Core.Releases;

/// <summary>An entity in two releases.</summary>
/// <param name="Before">In the earlier one.</param>
/// <param name="After">In the later one.</param>
public readonly record struct EntityChange(Entity Before, Entity After);
