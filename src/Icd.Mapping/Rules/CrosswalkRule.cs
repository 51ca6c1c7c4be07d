namespace Icd.Mapping.Rules;

/// <summary>A row of a rule table.</summary>
/// <param name="Pattern">The codes that the rule is for; the dagger code's of a pair.</param>
/// <param name="Asterisk">The asterisk codes of a pair; <see langword="null"/> where the rule is for single codes.</param>
/// <param name="Target">The target; <see langword="null"/> where there is none.</param>
/// <param name="Relation">How the codes stand to the target, apart from what its schemes say.</param>
/// <param name="Lost">What the target does not say.</param>
/// <param name="Added">What the target says and the code does not.</param>
/// <param name="Alternatives">Other targets, each with its condition.</param>
/// <param name="NeedsReview">Whether a human must choose.</param>
/// <param name="Reason">Why the rule is as it is; <see langword="null"/> where the table does not say.</param>
/// <param name="Origin">Table and line.</param>
internal sealed record CrosswalkRule(
    CodePattern Pattern,
    CodePattern? Asterisk,
    RuleTemplate? Target,
    MapRelation Relation,
    IReadOnlyList<MapText> Lost,
    IReadOnlyList<MapText> Added,
    IReadOnlyList<ConditionalTarget> Alternatives,
    bool NeedsReview,
    MapText? Reason,
    string Origin)
{
    /// <summary>Whether it is for a code that older editions had: <c>retired.tsv</c> holds those, and only those.</summary>
    public bool IsOfRetiredCode => Origin.Contains("/retired.tsv:", StringComparison.Ordinal);
}
