using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>A value that a stem of an expression has.</summary>
/// <param name="Entity">The value: an extension code, or a stem.</param>
/// <param name="Axis">The axis in WHO's schema, such as <c>laterality</c>; <see langword="null"/> where it sits on none.</param>
/// <param name="IsWritten">Whether the expression writes it, rather than a precoordinated stem implying it.</param>
public readonly record struct ValueMeaning(Entity Entity, string? Axis, bool IsWritten);
