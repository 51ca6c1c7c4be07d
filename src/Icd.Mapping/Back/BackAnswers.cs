using Icd.Core.Codes;

namespace Icd.Mapping;

/// <summary>What several answers for the stems of a cluster say together.</summary>
internal static class BackAnswers
{
    /// <summary>The codes of both.</summary>
    public static BackAnswer Together(BackAnswer one, BackAnswer other) => new()
    {
        Codes = [.. one.Codes, .. other.Codes],
        Relation = one.Codes.Count > 0 == other.Codes.Count > 0 ? one.Relation.Then(other.Relation) : (one.Codes.Count > 0 ? one : other).Relation.Then(MapRelation.SourceIsNarrowerThanTarget),
        Provenance = new(one.Provenance.Kind == other.Provenance.Kind ? one.Provenance.Kind : ProvenanceKind.Inverse, [.. one.Provenance.Sources, .. other.Provenance.Sources]),
        Lost = [.. one.Lost, .. other.Lost],
        Alternatives = [.. one.Alternatives, .. other.Alternatives],
        NeedsReview = one.NeedsReview || other.NeedsReview,
        Reason = one.Reason is { } first && other.Reason is { } second && first != second ? new($"{first.Bokmal} {second.Bokmal}", $"{first.English} {second.English}") : one.Reason ?? other.Reason,
    };

    /// <summary>Whether one of two answers for the same meaning is nearer to it.</summary>
    public static bool SaysMore(BackAnswer one, BackAnswer other) => Nearness(one).CompareTo(Nearness(other)) > 0;

    private static (bool HasCodes, bool IsSure, bool IsEquivalent, int Kept) Nearness(BackAnswer answer) =>
        (answer.Codes.Count > 0, !answer.NeedsReview, answer.Relation == MapRelation.Equivalent, -answer.Lost.Count);

    /// <summary>A dagger and an asterisk code side by side get their marks; an asterisk code without a dagger code is no registration.</summary>
    public static BackAnswer WithMarks(BackAnswer answer)
    {
        if (answer.Codes is [var first, var second] && DaggerPair.TryOrder(first, second, out var dagger, out var asterisk))
            return answer with { Codes = [dagger.WithMark(Icd10Mark.Dagger), asterisk.WithMark(Icd10Mark.Asterisk)] };
        return answer.Codes.Count > 0 && answer.Codes.All(DaggerPair.IsAsterisk) ? answer with { NeedsReview = true, Reason = answer.Reason ?? Alone(answer.Codes[0]) } : answer;
    }

    private static MapText Alone(Icd10Code asterisk) => new(
        $"{asterisk} er en stjernekode: koden for sykdommen må stå foran den.", $"{asterisk} is an asterisk code: the code of the disease must stand before it.");
}
