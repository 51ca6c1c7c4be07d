namespace Icd.Api.Fhir.Systems;

/// <summary>What a text that should be a code turned out to be: a concept, or the reason why not.</summary>
internal readonly record struct Located(Concept? Concept, LocateFailure? Failure)
{
    public static implicit operator Located(Concept concept) => new(concept, null);

    public static implicit operator Located(LocateFailure failure) => new(null, failure);

    public static Located FromConcept(Concept concept) => concept;

    public static Located FromLocateFailure(LocateFailure failure) => failure;
}

/// <summary>Why a text is no code of a code system.</summary>
/// <param name="IsRule">Whether its parts exist and a rule of postcoordination keeps them apart; otherwise it is unknown or malformed.</param>
/// <param name="Reason">A sentence on why; empty where the code simply is not there.</param>
internal sealed record LocateFailure(bool IsRule, string Reason);
