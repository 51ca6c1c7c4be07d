namespace Icd.Core.Postcoordination;

/// <summary>A value of an expression on an axis of its stem.</summary>
/// <param name="Stem">The index of the stem among the expression's members.</param>
/// <param name="Value">The index of the value among the expression's members.</param>
/// <param name="Axis">The axis.</param>
public readonly record struct AxisBinding(int Stem, int Value, Axis Axis);
