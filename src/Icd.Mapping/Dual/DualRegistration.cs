using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Mapping.Dual;

/// <summary>One diagnosis in both systems: what was entered, and what was derived from it.</summary>
public sealed record DualRegistration
{
    /// <summary>The ICD-10 codes, dagger before asterisk; empty where none could be derived.</summary>
    public required IReadOnlyList<Icd10Code> Icd10 { get; init; }

    /// <summary>The ICD-11 expression; <c>default</c> where none could be derived.</summary>
    public required ClusterExpression Icd11 { get; init; }

    /// <summary>Which side a person entered; the other one was derived.</summary>
    public required CodingSide Entered { get; init; }

    /// <summary>The edition of Norwegian ICD-10, a year.</summary>
    public required ReleaseId Edition { get; init; }

    /// <summary>The release of ICD-11 MMS.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>When the diagnosis was registered or the derived side last derived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How the entered side stands to the derived one; <see cref="MapRelation.Unknown"/> where nothing could be derived.</summary>
    public required MapRelation Relation { get; init; }

    /// <summary>Who says so.</summary>
    public required string Provenance { get; init; }

    /// <summary>Whether a human must still choose or confirm the derived side.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>Equal where both sides, their releases, time and provenance are.</summary>
    public bool Equals(DualRegistration? other) =>
        other is not null && Icd10.SequenceEqual(other.Icd10) && Icd11 == other.Icd11
        && (Entered, Edition, Release, Time, Relation, Provenance, NeedsReview) == (other.Entered, other.Edition, other.Release, other.Time, other.Relation, other.Provenance, other.NeedsReview);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Icd10.Count > 0 ? Icd10[0] : default, Icd11, Entered, Time);
}
