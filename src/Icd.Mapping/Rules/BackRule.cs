using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Mapping.Rules;

/// <summary>A row of a table of the way back: which ICD-10 codes to report for an ICD-11 expression.</summary>
/// <param name="Expression">In codes of <see cref="CrosswalkRules.WrittenFor"/>; it holds for what lies below, too.</param>
/// <param name="Codes">Of the Norwegian edition; two are a dagger and an asterisk code.</param>
/// <param name="Relation">How the expression stands to the codes.</param>
/// <param name="Lost">What the codes do not say.</param>
/// <param name="Alternatives">Other codes, each with its condition.</param>
/// <param name="NeedsReview">Whether a human must choose.</param>
/// <param name="Reason">Why; <see langword="null"/> where the table does not say.</param>
/// <param name="Origin">Table and line.</param>
internal sealed record BackRule(
    ClusterExpression Expression, IReadOnlyList<Icd10Code> Codes, MapRelation Relation, IReadOnlyList<MapText> Lost,
    IReadOnlyList<MapAlternative> Alternatives, bool NeedsReview, MapText? Reason, string Origin);
