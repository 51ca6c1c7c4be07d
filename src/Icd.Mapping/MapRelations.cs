namespace Icd.Mapping;

/// <summary>Names and composition of <see cref="MapRelation"/>.</summary>
public static class MapRelations
{
    /// <summary>The code of FHIR R5's value set concept-map-relationship, such as <c>source-is-narrower-than-target</c>.</summary>
    public static string Code(this MapRelation relation) => relation switch
    {
        MapRelation.Equivalent => "equivalent",
        MapRelation.SourceIsNarrowerThanTarget => "source-is-narrower-than-target",
        MapRelation.SourceIsBroaderThanTarget => "source-is-broader-than-target",
        MapRelation.RelatedTo => "related-to",
        MapRelation.NotRelatedTo => "not-related-to",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "There is no such relation."),
    };

    /// <summary>The code of FHIR R4's value set concept-map-equivalence, which looks from the target: it is <c>wider</c> where the source is narrower.</summary>
    public static string Equivalence(this MapRelation relation) => relation switch
    {
        MapRelation.Equivalent => "equivalent",
        MapRelation.SourceIsNarrowerThanTarget => "wider",
        MapRelation.SourceIsBroaderThanTarget => "narrower",
        _ => "relatedto",
    };

    /// <summary>The relation that holds after two steps, each with its own: losing and adding together is no more than related.</summary>
    public static MapRelation Then(this MapRelation first, MapRelation second) =>
        first == second || second == MapRelation.Equivalent ? first
        : first == MapRelation.Equivalent ? second
        : first == MapRelation.NotRelatedTo || second == MapRelation.NotRelatedTo ? MapRelation.NotRelatedTo
        : MapRelation.RelatedTo;

    /// <summary>The same relation seen from the other end.</summary>
    public static MapRelation Inverse(this MapRelation relation) => relation switch
    {
        MapRelation.SourceIsNarrowerThanTarget => MapRelation.SourceIsBroaderThanTarget,
        MapRelation.SourceIsBroaderThanTarget => MapRelation.SourceIsNarrowerThanTarget,
        _ => relation,
    };

    /// <summary>Whether the target says something that the source does not.</summary>
    internal static bool SaysMore(MapRelation relation) => relation is MapRelation.SourceIsBroaderThanTarget or MapRelation.RelatedTo;

    /// <summary>Reads the short names of our tables: those of FHIR without <c>-than-target</c> and <c>-to</c>.</summary>
    internal static bool TryParse(ReadOnlySpan<char> name, out MapRelation relation)
    {
        relation = name switch
        {
            "equivalent" => MapRelation.Equivalent,
            "source-is-narrower" => MapRelation.SourceIsNarrowerThanTarget,
            "source-is-broader" => MapRelation.SourceIsBroaderThanTarget,
            "related" => MapRelation.RelatedTo,
            "not-related" => MapRelation.NotRelatedTo,
            _ => default,
        };
        return relation != default;
    }
}
