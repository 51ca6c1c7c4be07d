namespace Icd.Search.Analysis;

/// <summary>Strings by number, flat, so that they are stored and loaded as they are.</summary>
internal sealed class StringList(char[] text, int[] starts)
{
    /// <summary>All characters, one string after the other.</summary>
    public char[] Text => text;

    /// <summary>Where each string begins, and at last where the last one ends.</summary>
    public int[] Starts => starts;

    /// <summary>How many there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>A string by its number.</summary>
    public ReadOnlySpan<char> this[int index] => text.AsSpan(starts[index], starts[index + 1] - starts[index]);

    /// <summary>A list of strings.</summary>
    public static StringList Of(IReadOnlyList<string> strings)
    {
        var starts = new int[strings.Count + 1];
        for (var i = 0; i < strings.Count; i++) starts[i + 1] = starts[i] + strings[i].Length;
        var text = new char[starts[^1]];
        for (var i = 0; i < strings.Count; i++) strings[i].CopyTo(0, text, starts[i], strings[i].Length);
        return new(text, starts);
    }
}
