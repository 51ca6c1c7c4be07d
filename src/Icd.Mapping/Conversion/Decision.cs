namespace Icd.Mapping.Conversion;

/// <summary>What a person decided for a code.</summary>
/// <param name="Target">In canonical form; empty where it is to have none.</param>
/// <param name="Title">The target's title in bokmål.</param>
/// <param name="Relation">What the person said of the relation; <see langword="null"/> where nothing.</param>
/// <param name="Provenance">Author, date, file and line.</param>
internal sealed record Decision(string Target, string Title, MapRelation? Relation, string Provenance)
{
    /// <summary>The decision in place of an answer. The answer's own relation and losses hold where the decision confirms its target.</summary>
    public ConvertedCode Over(ConvertedCode code)
    {
        var isConfirmed = Target == code.Target && code.Target.Length > 0;
        return code with
        {
            Target = Target,
            Relation = Relation ?? (isConfirmed ? code.Relation : Target.Length == 0 ? MapRelation.NotRelatedTo : MapRelation.Unknown),
            ProvenanceKind = ProvenanceKind.Decision,
            Provenance = isConfirmed ? $"{Provenance}; confirms {code.Provenance}" : Provenance,
            NeedsReview = false,
            Reason = RejectReason.None,
            DetailLater = () => new(Title, isConfirmed ? code.Detail.Lost : "", ""),
            Question = "",
        };
    }
}
