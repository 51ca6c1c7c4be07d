using Icd.Core.Releases;

namespace Icd.Mapping.Export;

/// <summary>A code and its answer, as flat files have them.</summary>
/// <param name="Icd10">The code, without point.</param>
/// <param name="Display">Its text in the edition.</param>
/// <param name="Icd11">The target in canonical form; empty where there is none.</param>
/// <param name="Relation">How they stand to each other.</param>
/// <param name="NeedsReview">Whether a human must choose.</param>
/// <param name="Provenance">Who says so.</param>
/// <param name="Lost">What is lost, in both languages, separated by <c>;</c>.</param>
internal sealed record CrosswalkRow(string Icd10, string Display, string Icd11, MapRelation Relation, bool NeedsReview, string Provenance, string Lost)
{
    /// <summary>What a reader of a ConceptMap should know; <see langword="null"/> where there is nothing.</summary>
    public string? Comment => Lost.Length == 0 && !NeedsReview ? null : string.Join(". ", ((string[])[NeedsReview ? "A human must choose" : "", Lost.Length > 0 ? "Lost: " + Lost : ""]).Where(part => part.Length > 0));

    public static IEnumerable<CrosswalkRow> All(Crosswalk crosswalk)
    {
        foreach (var entity in crosswalk.Edition.Entities.Where(entity => entity.IsSelectable && entity.Kind == EntityKind.Category))
        {
            var answer = crosswalk.Map(entity.Icd10Code);
            yield return new(
                entity.Icd10Code.ToString("N", null), entity.Title, answer.HasTarget ? answer.Expression.ToString() : "", answer.Relation, answer.NeedsReview,
                answer.Provenance.ToString(), string.Join("; ", answer.Lost));
        }
    }
}
