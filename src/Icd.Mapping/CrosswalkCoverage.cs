using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>How well a crosswalk answers the codes of a chapter of ICD-10, or of all.</summary>
/// <param name="Chapter">The chapter's number, or empty for all.</param>
/// <param name="Codes">How many codes there are.</param>
/// <param name="Equivalent">A single stem that says the same.</param>
/// <param name="Postcoordinated">A cluster that says the same.</param>
/// <param name="MoreSpecific">Nothing is lost, but the target says more than the code, and that is named.</param>
/// <param name="Broader">Something is lost, and named.</param>
/// <param name="Residual">The same, and the target is an "other specified" or "unspecified" of ICD-11.</param>
/// <param name="Unmapped">No target, with the reason.</param>
/// <param name="Unanswered">The data that are loaded do not tell.</param>
/// <param name="LossBeyondWho">Of those that lose something: those for which WHO's table, its parent fallback included, has no target, or another one that loses nothing.</param>
public sealed record CrosswalkCoverage(
    string Chapter, int Codes, int Equivalent, int Postcoordinated, int MoreSpecific, int Broader, int Residual, int Unmapped, int Unanswered, int LossBeyondWho)
{
    /// <summary>Counts a crosswalk's answers: a row for each chapter, and a last one for all.</summary>
    /// <param name="crosswalk">What is counted.</param>
    /// <param name="whoOnly">The same without authored rules, which the losses are compared with.</param>
    public static IReadOnlyList<CrosswalkCoverage> Of(Crosswalk crosswalk, Crosswalk whoOnly)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(whoOnly);
        return Of(crosswalk, crosswalk.Map, whoOnly);
    }

    /// <summary>The same for WHO's one-category table looked up by the very code: what a program without rules would find.</summary>
    public static IReadOnlyList<CrosswalkCoverage> OfExactLookup(Crosswalk whoOnly)
    {
        ArgumentNullException.ThrowIfNull(whoOnly);
        return Of(whoOnly, code => whoOnly.Map(code) is { Provenance.Kind: ProvenanceKind.WhoTable } answer ? answer : new() { Relation = MapRelation.NotRelatedTo, Provenance = new(ProvenanceKind.None, []) }, whoOnly);
    }

    private static List<CrosswalkCoverage> Of(Crosswalk crosswalk, Func<Icd10Code, MapAnswer> answerOf, Crosswalk whoOnly)
    {
        var rows = new List<CrosswalkCoverage>();
        foreach (var chapter in crosswalk.Edition.Roots)
        {
            var row = new CrosswalkCoverage(chapter.Code, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            foreach (var entity in chapter.Descendants.Where(entity => entity.IsSelectable && entity.Kind == EntityKind.Category)) row = row.With(answerOf(entity.Icd10Code), whoOnly.Map(entity.Icd10Code), crosswalk.Release);
            rows.Add(row);
        }

        rows.Add(rows.Aggregate(new CrosswalkCoverage("", 0, 0, 0, 0, 0, 0, 0, 0, 0), (all, row) => all.Plus(row)));
        return rows;
    }

    private CrosswalkCoverage With(MapAnswer answer, MapAnswer whos, Release release)
    {
        var counted = this with { Codes = Codes + 1 };
        if (answer.Relation == MapRelation.Unknown) return counted with { Unanswered = Unanswered + 1 };
        if (!answer.HasTarget) return counted with { Unmapped = Unmapped + 1 };
        if (answer.Lost.Count > 0)
        {
            // The same target loses the same, whether WHO's table says so or not.
            if (!whos.HasTarget || (whos.Lost.Count == 0 && whos.Expression != answer.Expression)) counted = counted with { LossBeyondWho = LossBeyondWho + 1 };
            return release.TryFind(answer.Expression[0].Code, out var stem) && stem.Residual != Core.Codes.Residual.None
                ? counted with { Residual = Residual + 1 }
                : counted with { Broader = Broader + 1 };
        }

        if (answer.Relation != MapRelation.Equivalent) return counted with { MoreSpecific = MoreSpecific + 1 };
        return answer.Expression.IsPostcoordinated ? counted with { Postcoordinated = Postcoordinated + 1 } : counted with { Equivalent = Equivalent + 1 };
    }

    private CrosswalkCoverage Plus(CrosswalkCoverage other) => this with
    {
        Codes = Codes + other.Codes,
        Equivalent = Equivalent + other.Equivalent,
        Postcoordinated = Postcoordinated + other.Postcoordinated,
        MoreSpecific = MoreSpecific + other.MoreSpecific,
        Broader = Broader + other.Broader,
        Residual = Residual + other.Residual,
        Unmapped = Unmapped + other.Unmapped,
        Unanswered = Unanswered + other.Unanswered,
        LossBeyondWho = LossBeyondWho + other.LossBeyondWho,
    };
}
