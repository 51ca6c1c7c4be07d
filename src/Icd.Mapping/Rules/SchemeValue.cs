namespace Icd.Mapping.Rules;

/// <summary>What a scheme says for one value of a position: a row of a scheme table.</summary>
/// <param name="Pattern">The characters that the row is for.</param>
/// <param name="Candidates">What to put into the target, best first; the first one that the stem takes is used. Empty where the value adds nothing.</param>
/// <param name="Fit">How the value stands to the part; for a row without a part, whether leaving it out loses something.</param>
/// <param name="Meaning">What the value says: the name of what is lost where no candidate fits.</param>
/// <param name="Added">What the part says beyond the value; <see langword="null"/> where no part does.</param>
/// <param name="Alternatives">Other parts, each with its condition.</param>
/// <param name="Origin">Table and line.</param>
internal sealed record SchemeValue(
    CodePattern Pattern, PartCandidate[] Candidates, MapRelation Fit, MapText Meaning, MapText? Added, IReadOnlyList<ConditionalTarget> Alternatives, string Origin);

/// <summary>A part that a scheme value may put into a target.</summary>
/// <param name="Text">A stem or a piece of it, or an extension or further stem with the <c>&amp;</c> or <c>/</c> before it.</param>
/// <param name="Fit">How the value stands to this part.</param>
internal readonly record struct PartCandidate(string Text, MapRelation Fit)
{
    /// <summary>Whether the target is complete without the part, so that it may be left out where the stem does not take it.</summary>
    public bool IsAddition => Text.Length > 0 && Text[0] is '&' or '/';
}

/// <summary>A target to prefer under a condition that the code does not hold.</summary>
/// <param name="Target">A part of a scheme, or a whole target.</param>
/// <param name="Condition">When.</param>
internal sealed record ConditionalTarget(RuleTemplate Target, MapText Condition);
