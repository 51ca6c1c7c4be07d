namespace Icd.Mapping.Conversion;

/// <summary>The lists of codes that a summary has, each the head of all codes by frequency.</summary>
internal static class CodeLists
{
    /// <summary>Codes whose target says less, or only overlaps.</summary>
    public static IReadOnlyList<CodeCount> Losing(IEnumerable<CodeCount> codes) =>
        Head(codes, code => code.Target is not null && (code.Relation == MapRelation.SourceIsNarrowerThanTarget.Code() || code.Relation == MapRelation.RelatedTo.Code()));

    /// <summary>Codes that a human should look at.</summary>
    public static IReadOnlyList<CodeCount> ForReview(IEnumerable<CodeCount> codes) => Head(codes, code => code.NeedsReview);

    /// <summary>Codes without a target.</summary>
    public static IReadOnlyList<CodeCount> Without(IEnumerable<CodeCount> codes) => Head(codes, code => code.Target is null);

    private static List<CodeCount> Head(IEnumerable<CodeCount> codes, Func<CodeCount, bool> isListed) => [.. codes.Where(isListed).Take(ConversionSummary.CodesListed)];
}
