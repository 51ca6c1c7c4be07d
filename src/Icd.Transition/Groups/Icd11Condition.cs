namespace Icd.Transition.Groups;

/// <summary>What an expression must say, or must not, beside a stem.</summary>
/// <param name="IsStem"><c>/</c>: another stem of the cluster; otherwise <c>&amp;</c>: an extension code of this stem.</param>
/// <param name="IsNegated">Whether it must not be there.</param>
/// <param name="Axis">The axis of the stem that the value must be on; <see langword="null"/> for any.</param>
/// <param name="Value">The value or anything below it; <see langword="null"/> (<c>*</c>) for any at all.</param>
public sealed record Icd11Condition(bool IsStem, bool IsNegated, string? Axis, Icd11Selector? Value);
