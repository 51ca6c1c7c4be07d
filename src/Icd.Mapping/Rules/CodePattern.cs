using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Icd.Mapping.Rules;

/// <summary>Which ICD-10 codes a rule is for, position by position: <c>E11.3</c>, <c>F1[0-9].2</c>, <c>M05.??</c>, <c>E11-</c>.</summary>
/// <remarks>
/// A letter or digit stands for itself, <c>[…]</c> for one of several, with ranges, <c>?</c> for any one character, and
/// <c>-</c> at the end for whatever follows, nothing included. The point after the third character is for the reader.
/// </remarks>
internal sealed class CodePattern
{
    /// <summary>How many characters may stand in one place: ten digits and 26 letters.</summary>
    private const int Alphabet = 36;

    private const ulong Any = (1UL << Alphabet) - 1;

    private const int MaxLength = 5;

    private readonly ulong[] _places;
    private readonly bool _isOpen;

    private CodePattern(string text, ulong[] places, bool isOpen)
    {
        (Text, _places, _isOpen) = (text, places, isOpen);
        long breadth = 1;
        foreach (var place in places) breadth *= BitOperations.PopCount(place);
        for (var (length, all) = (places.Length, breadth); isOpen && length < MaxLength; length++) breadth += all *= Alphabet;
        Breadth = breadth;
    }

    /// <summary>As the table has it.</summary>
    public string Text { get; }

    /// <summary>How many codes the pattern could stand for: the narrower of two patterns is the more specific.</summary>
    public long Breadth { get; }

    /// <summary>The codes' categories as <see cref="CategoryOf"/> has them, where few enough to index by; empty otherwise.</summary>
    public IEnumerable<int> Categories()
    {
        if (BitOperations.PopCount(_places[0]) * BitOperations.PopCount(_places[1]) * BitOperations.PopCount(_places[2]) > 400) yield break;
        for (var first = _places[0]; first != 0; first &= first - 1)
        {
            for (var second = _places[1]; second != 0; second &= second - 1)
            {
                for (var third = _places[2]; third != 0; third &= third - 1)
                    yield return Category(BitOperations.TrailingZeroCount(first), BitOperations.TrailingZeroCount(second), BitOperations.TrailingZeroCount(third));
            }
        }
    }

    /// <summary>A number for a code's first three characters.</summary>
    public static int CategoryOf(ReadOnlySpan<char> code) => Category(IndexOf(code[0]), IndexOf(code[1]), IndexOf(code[2]));

    private static int Category(int first, int second, int third) => (((first * Alphabet) + second) * Alphabet) + third;

    public bool Matches(ReadOnlySpan<char> code)
    {
        if (_isOpen ? code.Length < _places.Length : code.Length != _places.Length) return false;
        for (var i = 0; i < _places.Length; i++)
        {
            if (IndexOf(code[i]) is var index && (index < 0 || (_places[i] >> index & 1) == 0)) return false;
        }

        return true;
    }

    public static bool TryParse(string text, int minLength, [NotNullWhen(true)] out CodePattern? pattern)
    {
        pattern = null;
        Span<ulong> places = stackalloc ulong[MaxLength];
        var (i, count) = (0, 0);
        for (; i < text.Length && count < MaxLength; i++)
        {
            switch (text[i])
            {
                case '.' when count == 3:
                    break;
                case '?':
                    places[count++] = Any;
                    break;
                case '[':
                    var end = text.IndexOf(']', i);
                    if (end < 0 || !TryParseClass(text.AsSpan(i + 1, end - i - 1), out var several)) return false;
                    places[count++] = several;
                    i = end;
                    break;
                case '-' when i == text.Length - 1:
                    goto end;
                default:
                    if (IndexOf(text[i]) is var index && index < 0) return false;
                    places[count++] = 1UL << index;
                    break;
            }
        }

    end:
        var isOpen = i == text.Length - 1 && text[i] == '-';
        if (count < minLength || (i != text.Length && !isOpen)) return false;
        pattern = new(text, places[..count].ToArray(), isOpen);
        return true;
    }

    private static bool TryParseClass(ReadOnlySpan<char> text, out ulong several)
    {
        several = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var first = IndexOf(text[i]);
            var last = first;
            if (i + 2 < text.Length && text[i + 1] == '-')
            {
                last = IndexOf(text[i + 2]);
                i += 2;
            }

            if (first < 0 || last < first) return false;
            for (var index = first; index <= last; index++) several |= 1UL << index;
        }

        return several != 0;
    }

    /// <summary>Only the first letter of a code is upper case, so that case never tells two patterns apart.</summary>
    private static int IndexOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'z' => character - 'a' + 10,
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => -1,
    };

    public override string ToString() => Text;
}
