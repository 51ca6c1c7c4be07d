namespace Icd.Mapping.Conversion;

/// <summary>What people decided, and for the rest another converter.</summary>
internal sealed class DecidedConverter(ICodeConverter inner, Decisions decisions) : ICodeConverter
{
    public string TargetName => inner.TargetName;

    public IReadOnlyList<(string Chapter, string Title)> Chapters => inner.Chapters;

    public int ListOf(int? edition) => inner.ListOf(edition);

    public string? PairOf(string text, string asterisk) => inner.PairOf(text, asterisk);

    public MapText? ReadTarget(string text, out string target, out string title) => inner.ReadTarget(text, out target, out title);

    public ConvertedCode Convert(string text, int? edition)
    {
        var code = inner.Convert(text, edition);
        return decisions.TryFind(code.Key, out var decision) ? decision.Over(code) : code;
    }
}
