using Icd.Core.Codes;

namespace Icd.Mapping;

/// <summary>What the crosswalk says of an ICD-11 expression: the ICD-10 codes to report.</summary>
public sealed record BackAnswer
{
    /// <summary>The codes, valid in the Norwegian edition, the main one first; empty where there are none, or none are known.</summary>
    public IReadOnlyList<Icd10Code> Codes { get; init; } = [];

    /// <summary>How the expression stands to the codes; <see cref="MapRelation.Unknown"/> where the data that are loaded do not tell.</summary>
    public required MapRelation Relation { get; init; }

    /// <summary>Who says so.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What the expression says and the codes do not.</summary>
    public IReadOnlyList<MapText> Lost { get; init; } = [];

    /// <summary>Other codes, each with its condition.</summary>
    public IReadOnlyList<MapAlternative> Alternatives { get; init; } = [];

    /// <summary>Whether a human must choose, because several codes fit equally well or the best one says more than the expression.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>Why the answer is as it is; <see langword="null"/> where there is nothing to explain.</summary>
    public MapText? Reason { get; init; }

    /// <summary>The codes in a line, <c>A17.0† G01*</c>.</summary>
    public override string ToString() => string.Join(' ', Codes);
}
