namespace Icd.Mapping.Conversion;

/// <summary>What is told of a target on request, in bokmål.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lost">What the source says and it does not.</param>
/// <param name="Alternatives">Other targets, each with its condition.</param>
internal sealed record ConvertedCodeDetail(string Title, string Lost, string Alternatives)
{
    public static ConvertedCodeDetail None { get; } = new("", "", "");
}
