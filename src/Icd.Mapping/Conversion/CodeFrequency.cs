namespace Icd.Mapping.Conversion;

/// <summary>The order in which codes are listed: the same for one run and for shards put together.</summary>
internal static class CodeFrequency
{
    public static IOrderedEnumerable<T> MostFrequentFirst<T>(this IEnumerable<T> all, Func<T, CodeCount> code) => all
        .OrderByDescending(one => code(one).Count).ThenBy(one => code(one).Code, StringComparer.Ordinal).ThenBy(one => code(one).Provenance, StringComparer.Ordinal)
        .ThenBy(one => code(one).Reason, StringComparer.Ordinal).ThenBy(one => code(one).Target, StringComparer.Ordinal).ThenBy(one => code(one).Title, StringComparer.Ordinal);
}
