namespace Icd.Mapping.Conversion;

/// <summary>The order in which codes are listed: the same for one run and for shards put together.</summary>
internal static class CodeFrequency
{
    public static IOrderedEnumerable<T> MostFrequentFirst<T>(this IEnumerable<T> all, Func<T, CodeCount> code) => all.OrderBy(code, Comparer<CodeCount>.Create(Compare));

    private static int Compare(CodeCount one, CodeCount other) =>
        one.Count != other.Count ? other.Count.CompareTo(one.Count)
        : string.CompareOrdinal(one.Code, other.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(one.Provenance, other.Provenance) is not 0 and var byProvenance ? byProvenance
        : string.CompareOrdinal(one.Reason, other.Reason) is not 0 and var byReason ? byReason
        : string.CompareOrdinal(one.Target, other.Target) is not 0 and var byTarget ? byTarget
        : string.CompareOrdinal(one.Title, other.Title);
}
