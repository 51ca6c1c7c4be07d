namespace Icd.Mapping.Conversion;

/// <summary>The counts of a checkpoint.</summary>
internal sealed record TallyState(
    long Rows, long Lines, long RejectedRows, long Cells, long Codes, long Converted, long NeedReview, long NotInEdition, long Decided, long Escaped,
    Dictionary<string, long> Relations, Dictionary<string, long> Provenance, Dictionary<string, long> Reasons, List<ChapterCount> Chapters, List<CountedCode> CodeCounts);

/// <summary>How often a code had occurred.</summary>
internal sealed record CountedCode(string Key, int? Edition, RejectReason Reason, long Count);
