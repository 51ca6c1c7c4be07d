using System.Runtime.InteropServices;

namespace Icd.Search.Analysis;

/// <summary>Distinct strings in ordinal order, found by their text or by how they begin; flat, so that it is stored and loaded as it is.</summary>
internal sealed class StringTable
{
    private readonly char[] _text;
    private readonly int[] _starts;
    private readonly int[] _slots;

    /// <summary>A table of flat arrays, as <see cref="Text"/> and <see cref="Starts"/> give them.</summary>
    public StringTable(char[] text, int[] starts)
    {
        (_text, _starts) = (text, starts);
        var size = 4;
        while (size < Count * 2) size *= 2;
        _slots = new int[size];
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)Hash(this[i]) & (size - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (size - 1);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>All characters, one string after the other.</summary>
    public char[] Text => _text;

    /// <summary>Where each string begins, and at last where the last one ends.</summary>
    public int[] Starts => _starts;

    /// <summary>How many strings there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>A string by its index, which follows ordinal order.</summary>
    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>How long a string is.</summary>
    public int LengthOf(int index) => _starts[index + 1] - _starts[index];

    /// <summary>A table of the distinct ones among the strings.</summary>
    public static StringTable Of(IEnumerable<string> strings)
    {
        var sorted = strings.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var starts = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) starts[i + 1] = starts[i] + sorted[i].Length;
        var text = new char[starts[^1]];
        for (var i = 0; i < sorted.Length; i++) sorted[i].CopyTo(0, text, starts[i], sorted[i].Length);
        return new(text, starts);
    }

    /// <summary>The index of a string, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        for (var slot = (int)Hash(text) & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (this[_slots[slot] - 1].SequenceEqual(text)) return _slots[slot] - 1;
        }

        return -1;
    }

    /// <summary>The strings that begin with a prefix: from the first index up to, not including, the second.</summary>
    public (int Start, int End) Range(ReadOnlySpan<char> prefix)
    {
        var start = FirstNotBefore(prefix, 0);
        var (low, high) = (start, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].StartsWith(prefix)) low = middle + 1;
            else high = middle;
        }

        return (start, low);
    }

    private int FirstNotBefore(ReadOnlySpan<char> text, int from)
    {
        var (low, high) = (from, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(text) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>FNV-1a with a last mix; the same in every process, unlike the runtime's.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(text)) hash = (hash ^ unit) * 16777619;
        return hash ^ (hash >> 15);
    }
}
