using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;

namespace Icd.Mapping;

/// <summary>Dual classification of ICD-10: a dagger code for the disease with an asterisk code for its manifestation (volume 2, section 3.1.3).</summary>
public static class DaggerPair
{
    /// <summary>The categories of ICD-10 that are asterisk categories, whatever stands after them; all others are not.</summary>
    private static readonly HashSet<string> AsteriskCategories = new(
        ("D63 D77 E35 E90 F00 F02 G01 G02 G05 G07 G13 G22 G26 G32 G46 G53 G55 G59 G63 G73 G94 G99 H03 H06 H13 H19 H22 H28 H32 H36 H42 H45 H48 H58 H62 H67 H75 H82 H94 "
        + "I32 I39 I41 I43 I52 I68 I79 I98 J17 J91 J99 K23 K67 K77 K87 K93 L14 L45 L54 L62 L86 L99 M01 M03 M07 M09 M14 M36 M49 M63 M68 M73 M82 M90 "
        + "N08 N16 N22 N29 N33 N37 N51 N74 N77 P75").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a code is an asterisk code by ICD-10's own definition, whatever mark is written after it.</summary>
    public static bool IsAsterisk(Icd10Code code) =>
        AsteriskCategories.Contains(code.Category.ToString("N", null));

    /// <summary>Tells the dagger code of two from the asterisk code: by their marks, else by ICD-10's asterisk categories.</summary>
    /// <returns><see langword="false"/> where they are no pair: two marks of a kind, none or both in asterisk categories.</returns>
    public static bool TryOrder(Icd10Code one, Icd10Code other, out Icd10Code dagger, out Icd10Code asterisk)
    {
        (dagger, asterisk) = (one, other);
        var (first, second) = (Role(one), Role(other));
        if (first == second) return false;
        if (first == Icd10Mark.Asterisk) (dagger, asterisk) = (other, one);
        return true;
    }

    /// <summary>Reads a pair from one cell: two codes with a space, plus, comma, slash or nothing but a mark between them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Icd10Code dagger, out Icd10Code asterisk)
    {
        (dagger, asterisk) = (default, default);
        text = text.Trim();
        for (var end = 3; end < text.Length - 2; end++)
        {
            if (!Icd10Code.TryParse(text[..end], out var one)) continue;
            var rest = text[end..].TrimStart([' ', '\t', '+', ',', ';', '/', '&', '\u00A0']);
            if (rest.Length == text.Length - end && one.Mark == Icd10Mark.None) continue;
            if (Icd10Code.TryParse(rest, out var other) && TryOrder(one, other, out dagger, out asterisk)) return true;
        }

        return false;
    }

    private static Icd10Mark Role(Icd10Code code) => code.Mark != Icd10Mark.None ? code.Mark : IsAsterisk(code) ? Icd10Mark.Asterisk : Icd10Mark.Dagger;

    /// <summary>The cluster of two answers, the disease first; what another member says already is not repeated.</summary>
    internal static MapAnswer Join(MapAnswer dagger, MapAnswer asterisk, Icd10Code daggerCode, Icd10Code asteriskCode, ExpressionValidator validator)
    {
        var provenance = new Provenance(ProvenanceKind.Pair, [.. dagger.Provenance.Sources, .. asterisk.Provenance.Sources]);
        var joined = new MapAnswer
        {
            Relation = dagger.Relation.Then(asterisk.Relation),
            Provenance = provenance,
            Lost = [.. dagger.Lost, .. asterisk.Lost],
            Added = [.. dagger.Added, .. asterisk.Added],
            NeedsReview = dagger.NeedsReview || asterisk.NeedsReview,
            Reason = dagger.Reason ?? asterisk.Reason,
        };
        if (!dagger.HasTarget || !asterisk.HasTarget)
        {
            // Half a cluster is not an answer to the pair: what is known is proposed, and a human decides.
            var known = dagger.HasTarget ? dagger : asterisk;
            var missing = dagger.HasTarget ? asteriskCode : daggerCode;
            return joined with
            {
                Expression = known.Expression,
                Relation = known.HasTarget ? MapRelation.SourceIsNarrowerThanTarget : joined.Relation,
                Lost = [.. joined.Lost, new(missing.ToString(), missing.ToString())],
                NeedsReview = true,
            };
        }

        var (disease, manifestation) = (dagger.Expression, asterisk.Expression);
        var union = ClusterUnion.Of(validator.Axes.Release, in disease, in manifestation);
        return ClusterExpression.TryParse(union, out var both) && TargetJudge.Accepts(validator, in both)
            ? joined with { Expression = both, AlternativesLater = answer => Alternatives(dagger, asterisk, answer.Expression, validator) }
            : joined with { Expression = disease, Relation = MapRelation.SourceIsNarrowerThanTarget, Lost = [.. joined.Lost, new(asteriskCode.ToString(), asteriskCode.ToString())], NeedsReview = true };
    }

    /// <summary>What either answer leaves open, joined with the other answer.</summary>
    private static List<MapAlternative> Alternatives(MapAnswer dagger, MapAnswer asterisk, ClusterExpression main, ExpressionValidator validator)
    {
        var alternatives = new List<MapAlternative>();
        foreach (var alternative in dagger.Alternatives) Add(alternative.Target, asterisk.Expression.ToString(), alternative.Condition);
        foreach (var alternative in asterisk.Alternatives) Add(dagger.Expression.ToString(), alternative.Target, alternative.Condition);
        return alternatives;

        void Add(string disease, string manifestation, MapText condition)
        {
            if (!ClusterExpression.TryParse(disease, out var first) || !ClusterExpression.TryParse(manifestation, out var second)) return;
            var union = ClusterUnion.Of(validator.Axes.Release, in first, in second);
            if (!ClusterExpression.TryParse(union, out var both) || both == main || !TargetJudge.Accepts(validator, in both)) return;
            var target = both.ToString();
            if (!alternatives.Exists(known => known.Target == target)) alternatives.Add(new(target, condition));
        }
    }
}
