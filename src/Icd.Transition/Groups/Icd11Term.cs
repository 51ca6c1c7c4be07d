namespace Icd.Transition.Groups;

/// <summary>One entry of a group's ICD-11 side: stems, and what must or must not stand beside them.</summary>
/// <param name="Stems">Which stems.</param>
/// <param name="Conditions">All must hold of the stem in its expression.</param>
/// <param name="IsExcluded">Whether it takes stems out.</param>
/// <param name="Text">As written, without <c>not</c> in front.</param>
/// <param name="Origin">File, line and column.</param>
public sealed record Icd11Term(Icd11Selector Stems, IReadOnlyList<Icd11Condition> Conditions, bool IsExcluded, string Text, string Origin);
