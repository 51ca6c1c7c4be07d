namespace Icd.Mapping.Conversion;

/// <summary>What a conversion found, counted. Its JSON (camelCase names) is a contract: it is the <c>summary</c> of the manifest.</summary>
/// <remarks>A <em>cell</em> is a diagnosis cell that is not blank; a <em>code</em> is what stands in it: one code, or one pair of dagger and asterisk code.</remarks>
public sealed record ConversionSummary
{
    /// <summary><c>10to11</c> or <c>11to10</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Rows without the header.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows with something in the rejects file.</summary>
    public required long RejectedRows { get; init; }

    /// <summary>Diagnosis cells that are not blank.</summary>
    public required long Cells { get; init; }

    /// <summary>Codes and pairs in these cells.</summary>
    public required long Codes { get; init; }

    /// <summary>How many different ones there are, at most <see cref="CodeLimit"/>.</summary>
    public required int DistinctCodes { get; init; }

    /// <summary>Of <see cref="Codes"/>: those that have a target.</summary>
    public required long Converted { get; init; }

    /// <summary>Of <see cref="Codes"/>: those that a human should look at.</summary>
    public required long NeedReview { get; init; }

    /// <summary>Of <see cref="Codes"/>: those that the loaded edition of ICD-10 does not list, answered by what WHO's table says.</summary>
    public required long NotInEdition { get; init; }

    /// <summary>Of <see cref="Codes"/>: those that a person's decision answered.</summary>
    public required long Decided { get; init; }

    /// <summary>Characters of added text that the file's encoding lacks, written as numeric references.</summary>
    public required long Escaped { get; init; }

    /// <summary>Codes by FHIR relation, such as <c>equivalent</c>; <c>unknown</c> where none is known. Names without a code are absent.</summary>
    public required IReadOnlyDictionary<string, long> Relations { get; init; }

    /// <summary>Codes by who says so: <c>who-table</c>, <c>authored-rule</c>, <c>parent-fallback</c>, <c>inverse</c>, <c>pair</c>, <c>decision</c>, <c>none</c>.</summary>
    public required IReadOnlyDictionary<string, long> Provenance { get; init; }

    /// <summary>Entries of the rejects file by reason code, such as <c>unknown-code</c>.</summary>
    public required IReadOnlyDictionary<string, long> Reasons { get; init; }

    /// <summary>Codes by chapter of the source classification, in its order; what is in no chapter stands last with an empty one.</summary>
    public required IReadOnlyList<ChapterCount> Chapters { get; init; }

    /// <summary>The most frequent codes, most frequent first, at most <see cref="CodesListed"/>; of a shard all.</summary>
    public required IReadOnlyList<CodeCount> MostFrequent { get; init; }

    /// <summary>Of all codes: the most frequent ones with a target that says less than they do, or only overlaps, as in <see cref="MostFrequent"/>.</summary>
    public required IReadOnlyList<CodeCount> MostFrequentLosing { get; init; }

    /// <summary>Of all codes: the most frequent ones that a human should look at, as in <see cref="MostFrequent"/>.</summary>
    public required IReadOnlyList<CodeCount> MostFrequentForReview { get; init; }

    /// <summary>Of all codes, and of what is none: the most frequent ones without a target, as in <see cref="MostFrequent"/>.</summary>
    public required IReadOnlyList<CodeCount> MostFrequentWithout { get; init; }

    /// <summary>How many codes each list has at most.</summary>
    public const int CodesListed = 200;

    /// <summary>How many different codes are counted one by one; what comes after them is in the totals only.</summary>
    public const int CodeLimit = 100_000;
}
