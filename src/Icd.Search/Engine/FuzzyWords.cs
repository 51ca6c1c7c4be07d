using System.Numerics;
using Icd.Search.Analysis;

namespace Icd.Search;

/// <summary>Finds words that differ from a misspelled one by little: Damerau–Levenshtein distance on whole words and on beginnings.</summary>
/// <remarks>
/// A signature of a word's letters rules most words
/// out in a nanosecond each; only the others are compared letter by letter.
/// </remarks>
internal sealed class FuzzyWords
{
    private const int LongestKey = 40;

    private readonly StringTable _keys;
    private readonly ulong[] _signatures;
    private readonly int[] _byLength;
    private readonly int[] _lengthStarts = new int[LongestKey + 2];

    public FuzzyWords(StringTable keys)
    {
        _keys = keys;
        _signatures = new ulong[keys.Count];
        _byLength = new int[keys.Count];
        var lengths = new int[keys.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            _byLength[i] = i;
            lengths[i] = Math.Min(keys.LengthOf(i), LongestKey);
        }

        Array.Sort(lengths, _byLength);
        for (int i = 0, length = 0; length < _lengthStarts.Length; length++)
        {
            while (i < lengths.Length && lengths[i] < length) i++;
            _lengthStarts[length] = i;
        }

        for (var i = 0; i < _byLength.Length; i++) _signatures[i] = Signature(keys[_byLength[i]]);
    }

    /// <summary>How many errors a word of a length may have.</summary>
    public static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>Finds words near a key.</summary>
    /// <param name="key">A word as the table has them.</param>
    /// <param name="allowed">How many errors it may have, 0 to 2.</param>
    /// <param name="isPrefix">Whether the key may be the beginning of a word.</param>
    /// <param name="found">Receives the words.</param>
    /// <param name="distances">And how far each is, in half errors: a neighbouring key counts half.</param>
    /// <returns>How many were found.</returns>
    public int Find(ReadOnlySpan<char> key, int allowed, bool isPrefix, Span<int> found, Span<byte> distances)
    {
        if (allowed == 0 || key.Length < 3 || key.Length > LongestKey - 2) return 0;
        var count = 0;
        var signature = Signature(key);
        var (start, end) = (_lengthStarts[key.Length - allowed], _lengthStarts[Math.Min(key.Length + allowed + 1, LongestKey + 1)]);
        for (var i = start; i < end && count < found.Length; i++)
        {
            if (BitOperations.PopCount(_signatures[i] ^ signature) > 2 * allowed) continue;
            var distance = Distance(key, _keys[_byLength[i]], allowed, isPrefix: false);
            if (distance > 2 * allowed) continue;
            (found[count], distances[count]) = (_byLength[i], (byte)distance);
            count++;
        }

        if (count > 0 || !isPrefix) return count;

        // Beginnings: the first letter is nearly always right.
        var (first, last) = _keys.Range(key[..1]);
        for (var i = first; i < last && count < found.Length; i++)
        {
            if (_keys.LengthOf(i) <= key.Length) continue;
            var distance = Distance(key, _keys[i][..Math.Min(_keys.LengthOf(i), key.Length + allowed)], allowed, isPrefix: true);
            if (distance > 2 * allowed) continue;
            (found[count], distances[count]) = (i, (byte)(distance + 1));
            count++;
        }

        return count;
    }

    /// <summary>Which letters a key has, and which it has twice.</summary>
    private static ulong Signature(ReadOnlySpan<char> key)
    {
        var signature = 0UL;
        foreach (var letter in key)
        {
            var bit = letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + (letter % 6);
            signature |= (signature >> bit & 1) != 0 ? 1UL << (bit + 32) : 1UL << bit;
        }

        return signature;
    }

    /// <summary>Optimal string alignment in half errors; anything above the limit where it is exceeded.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int allowed, bool isPrefix)
    {
        const int Width = LongestKey + 4;
        Span<byte> rows = stackalloc byte[Width * 3];
        var limit = 2 * allowed;
        var before = rows[..Width];
        var previous = rows[Width..(2 * Width)];
        var current = rows[(2 * Width)..];
        for (var j = 0; j <= b.Length; j++) previous[j] = (byte)(2 * j);
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = (byte)(2 * i);
            var best = (int)current[0];
            var (low, high) = (Math.Max(1, i - allowed), Math.Min(b.Length, i + allowed));
            if (low > 1) current[low - 1] = 255 - 8;
            for (var j = low; j <= high; j++)
            {
                var substitution = a[i - 1] == b[j - 1] ? 0 : AreNeighbours(a[i - 1], b[j - 1]) ? 1 : 2;
                var value = previous[j - 1] + substitution;
                if (j > low || low == 1) value = Math.Min(value, current[j - 1] + 2);
                if (j < i + allowed) value = Math.Min(value, previous[j] + 2);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) value = Math.Min(value, before[j - 2] + 2);
                current[j] = (byte)Math.Min(value, 247);
                best = Math.Min(best, current[j]);
            }

            if (best > limit) return limit + 1;
            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        if (!isPrefix) return b.Length > a.Length + allowed ? limit + 1 : previous[b.Length];
        var nearest = limit + 1;
        for (var j = Math.Max(0, a.Length - allowed); j <= Math.Min(b.Length, a.Length + allowed); j++) nearest = Math.Min(nearest, previous[j]);
        return nearest;
    }

    /// <summary>Letters that are one for the other by a slip rather than an error: æ, ø and å, which lie together and which other keyboards lack, and what sounds alike.</summary>
    private static bool AreNeighbours(char a, char b) => (a, b) switch
    {
        ('å', 'a') or ('a', 'å') or ('å', 'o') or ('o', 'å') or ('ø', 'o') or ('o', 'ø') or ('æ', 'e') or ('e', 'æ') or ('æ', 'a') or ('a', 'æ') or ('æ', 'ø') or ('ø', 'æ') or ('ø', 'å') or ('å', 'ø') => true,
        ('a', 'e') or ('e', 'a') or ('a', 'o') or ('o', 'a') or ('e', 'o') or ('o', 'e') or ('e', 'i') or ('i', 'e') => true,
        ('b', 'p') or ('p', 'b') or ('d', 't') or ('t', 'd') or ('g', 'k') or ('k', 'g') or ('s', 'k') or ('v', 'f') or ('f', 'v') => true,
        _ => false,
    };
}
