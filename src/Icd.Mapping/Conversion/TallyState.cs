namespace Icd.Mapping.Conversion;

/// <summary>The counts of a checkpoint.</summary>
internal sealed record TallyState(
    long Rows, long Lines, long RejectedRows, long Cells, long Escaped, Dictionary<string, long> Reasons, List<CountedCode> CodeCounts, List<CountedKind> Others);

/// <summary>How often a code had occurred.</summary>
internal sealed record CountedCode(string Key, int? Edition, RejectReason Reason, long Count);

/// <summary>How often codes of a kind had occurred that are too many to be counted one by one.</summary>
internal sealed record CountedKind(string Chapter, bool HasTarget, MapRelation Relation, ProvenanceKind Provenance, bool NeedsReview, bool IsNotInEdition, RejectReason Reason, long Count);
