namespace Icd.Mapping.Conversion;

/// <summary>How often a code occurred.</summary>
internal sealed class CodeTally(ConvertedCode code)
{
    public ConvertedCode Code { get; } = code;

    public long Count { get; set; }

    public CodeCount Listed() => new(
        Code.Key, Code.SourceTitle, Count, NullIfEmpty(Code.Target), NullIfEmpty(Code.RelationCode), Code.Provenance, Code.NeedsReview, NullIfEmpty(Code.Reason.Code()));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
