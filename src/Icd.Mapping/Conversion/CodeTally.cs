namespace Icd.Mapping.Conversion;

/// <summary>How often a code occurred.</summary>
internal sealed class CodeTally(ConvertedCode code)
{
    public ConvertedCode Code { get; } = code;

    public long Count { get; set; }
}
