namespace Icd.Mapping.Conversion;

/// <summary>The order in which codes are listed: the same for one run and for shards put together.</summary>
internal static class CodeFrequency
{
    public static List<CodeTally> MostFrequentFirst(this IEnumerable<CodeTally> all)
    {
        var sorted = new List<CodeTally>(all);
        sorted.Sort(Compare);
        return sorted;
    }

    public static List<T> MostFrequentFirst<T>(this IEnumerable<T> all, Func<T, CodeCount> code)
    {
        var sorted = new List<T>(all);
        sorted.Sort((one, other) => Compare(code(one), code(other)));
        return sorted;
    }

    /// <summary>Nearly always the count decides, or the code: only where both are equal are they made ready to be listed.</summary>
    private static int Compare(CodeTally one, CodeTally other) =>
        one.Count != other.Count ? other.Count.CompareTo(one.Count)
        : string.CompareOrdinal(one.Code.Key, other.Code.Key) is not 0 and var byCode ? byCode
        : ReferenceEquals(one, other) ? 0
        : Compare(one.Listed(), other.Listed());

    private static int Compare(CodeCount one, CodeCount other) =>
        one.Count != other.Count ? other.Count.CompareTo(one.Count)
        : string.CompareOrdinal(one.Code, other.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(one.Provenance, other.Provenance) is not 0 and var byProvenance ? byProvenance
        : string.CompareOrdinal(one.Reason, other.Reason) is not 0 and var byReason ? byReason
        : string.CompareOrdinal(one.Target, other.Target) is not 0 and var byTarget ? byTarget
        : string.CompareOrdinal(one.Title, other.Title) is not 0 and var byTitle ? byTitle
        : string.CompareOrdinal(one.Relation, other.Relation) is not 0 and var byRelation ? byRelation
        : one.NeedsReview.CompareTo(other.NeedsReview);
}
