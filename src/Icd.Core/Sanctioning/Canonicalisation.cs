using Icd.Core.Expressions;

namespace Icd.Core.Sanctioning;

/// <summary>An expression and the shorter one that says exactly the same, if there is one.</summary>
/// <param name="Expression">The expression in codes of the release; members that it does not know stay as they were.</param>
/// <param name="Replacement">The sanctioned expression, or <see langword="null"/> where nothing is to be replaced.</param>
/// <param name="Applied">The rules that lead to the replacement.</param>
public readonly record struct Canonicalisation(ClusterExpression Expression, ClusterExpression? Replacement, IReadOnlyList<SanctioningRule> Applied);
