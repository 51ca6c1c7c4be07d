using Icd.Search.Analysis;

namespace Icd.Search.Indexing;

/// <summary>Gives distinct strings numbers in the order in which they come.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Of(string text)
    {
        if (!_numbers.TryGetValue(text, out var number)) _numbers[text] = number = _numbers.Count;
        return number;
    }

    public StringList ToList() => StringList.Of([.. _numbers.Keys]);
}
