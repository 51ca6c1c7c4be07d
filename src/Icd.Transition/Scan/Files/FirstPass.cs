using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Files;

/// <summary>Tells the files that have nothing apart from those worth reading: a pass over the raw bytes, 32 at a time.</summary>
/// <remarks>
/// It looks for the shape of a code at a word's beginning (letter, digit, and a digit, national letter or bracket) and for the beginnings of the words that ICD-10
/// logic uses (<c>icd</c>, <c>diag</c>, <c>tilstandskode</c>, the numbers of the code systems). What has the shape is looked up in the list of categories. It may let too much pass, never too little of
/// what the second look would report.
/// </remarks>
internal sealed class FirstPass(CodeBook book)
{
    /// <summary>Half points; see <see cref="CodePoints"/>.</summary>
    private const int Enough = 4;

    /// <summary>Whether text has enough of what points to ICD-10.</summary>
    /// <param name="text">In UTF-8 or any superset of ASCII.</param>
    /// <param name="isBare">Whether codes may stand without quotation marks.</param>
    // Optimised at once: the loop is most of the work of the first files too, and slow until it is compiled well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsWorthALook(ReadOnlySpan<byte> text, bool isBare)
    {
        var points = 0;
        var i = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        // The byte before the first one does not exist, and the last three have no full shape: both ends go by single steps.
        if (Vector256.IsHardwareAccelerated && text.Length > 64)
        {
            points += Examine(text, 0, isBare);
            for (i = 1; i <= text.Length - Vector256<byte>.Count - 3; i += Vector256<byte>.Count)
            {
                var hits = Hits(ref first, i);
                while (hits != 0)
                {
                    points += Examine(text, i + System.Numerics.BitOperations.TrailingZeroCount(hits), isBare);
                    if (points >= Enough) return true;
                    hits &= hits - 1;
                }
            }
        }

        for (; i < text.Length; i++)
        {
            points += Examine(text, i, isBare);
            if (points >= Enough) return true;
        }

        return false;
    }

    /// <summary>A bit for each of 32 positions at which something may begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hits(ref byte first, int at)
    {
        var before = Vector256.LoadUnsafe(ref first, (nuint)(at - 1));
        var one = Vector256.LoadUnsafe(ref first, (nuint)at);
        var two = Vector256.LoadUnsafe(ref first, (nuint)(at + 1));
        var three = Vector256.LoadUnsafe(ref first, (nuint)(at + 2));
        var fold = Vector256.Create((byte)0x20);
        var (one20, two20, three20, before20) = (one | fold, two | fold, three | fold, before | fold);

        var digit2 = InRange(two, (byte)'0', 9);
        var shape = InRange(one20, (byte)'a', 25) & digit2
            & (InRange(three, (byte)'0', 9) | Equal(three20, 'n') | Equal(three20, 's') | Equal(three20, 't') | Equal(three, '[') | Equal(three, '%'))
            & ~(InRange(before20, (byte)'a', 25) | InRange(before, (byte)'0', 9) | Equal(before, '_'));
        var words = (Equal(one20, 'i') & Equal(two20, 'c') & Equal(three20, 'd'))
            | (Equal(one20, 'd') & Equal(two20, 'i') & Equal(three20, 'a'))
            | (Equal(one20, 'l') & Equal(two20, 's') & Equal(three20, 't'))
            | (Equal(one, '7') & Equal(two, '1') & (Equal(three, '1') | Equal(three, '7')));
        return (shape | words).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InRange(Vector256<byte> values, byte low, byte width) => Vector256.LessThanOrEqual(values - Vector256.Create(low), Vector256.Create(width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Equal(Vector256<byte> values, char c) => Vector256.Equals(values, Vector256.Create((byte)c));

    /// <summary>What a position is worth, looked at closely.</summary>
    private int Examine(ReadOnlySpan<byte> text, int at, bool isBare)
    {
        var rest = text[at..];
        if (rest.Length < 3) return 0;
        switch (rest[0] | 0x20)
        {
            case 'i' when Is(rest, "icd"):
                // As a word of its own or the beginning of one: "icd10", "ICD-10", "MainIcd"; not inside "handicdesign".
                return at == 0 || !IsLetter(text[at - 1]) || rest[0] == 'I' || (at > 1 && text[at - 1] == 'n' && text[at - 2] == 'i') ? Enough : rest.Length > 3 && rest[3] is (byte)'1' or (byte)'_' or (byte)'-' ? Enough : CodePoints(text, at, isBare);
            case 'd' when Is(rest, "diag"):
                // Diagnostics, diagrams and diagonals are everywhere.
                return Is(rest, "diagnosti") || Is(rest, "diagra") || Is(rest, "diagon") || Is(rest, "diagv") ? 0
                    // A diagonal, a diagram and a message to the developer are called so, too: once is not enough.
                    : Is(rest, "diagnos") || (rest.Length > 4 && (rest[4] is (byte)'_' or (byte)'k' or (byte)'c' or (byte)'K' or (byte)'C' or >= (byte)'0' and <= (byte)'9')) || (at > 0 && IsLetter(text[at - 1])) ? Enough : 2;
            case 'l' when at >= 3 && Is(text[(at - 3)..], "tilstand"):
                return at >= 3 && Is(text[(at - 3)..], "tilstandskode") ? Enough : 1;
        }

        if (rest[0] == '7') return Is(rest, "7110") || Is(rest, "7170") ? at > 0 && text[at - 1] == '.' ? Enough : 0 : 0;
        return CodePoints(text, at, isBare);
    }

    private int CodePoints(ReadOnlySpan<byte> text, int at, bool isBare)
    {
        if (!IsLetter(text[at]) || (at > 0 && IsWord(text[at - 1])) || at + 2 >= text.Length || text[at + 1] is < (byte)'0' or > (byte)'9') return 0;
        var isQuoted = at > 0 && text[at - 1] is (byte)'\'' or (byte)'"' or (byte)'`' or (byte)'^' or (byte)'|' or (byte)'>' or (byte)'(';
        if (text[at + 2] is (byte)'[' or (byte)'%') return isQuoted ? Enough : 0;
        // A code in lower case without quotation marks would be every second name.
        if (text[at] >= 'a' && !isQuoted) return 0;
        Span<char> category = [(char)text[at], (char)text[at + 1], (char)text[at + 2]];
        if (!book.HasCategory(category)) return 0;
        var end = at + 3;
        var isDotted = end + 1 < text.Length && text[end] == '.' && text[end + 1] is >= (byte)'0' and <= (byte)'9';
        if (isDotted) end++;
        while (end < text.Length && end < at + 6 && IsWord(text[end])) end++;
        if (end < text.Length && IsWord(text[end])) return 0;
        if (isQuoted) return end < text.Length && text[end] is (byte)'\'' or (byte)'"' or (byte)'%' or (byte)'*' or (byte)'-' or (byte)',' or (byte)'<' or (byte)'[' or (byte)'|' or (byte)'.' or (byte)')' or (byte)';' or (byte)' ' or 0xE2 ? isDotted ? Enough : 3 : 1;
        return isDotted ? 2 : isBare ? 1 : 0;
    }

    private static bool Is(ReadOnlySpan<byte> text, string lower)
    {
        if (text.Length < lower.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if ((text[i] | 0x20) != lower[i] && text[i] != lower[i]) return false;
        }

        return true;
    }

    private static bool IsLetter(byte b) => (b | 0x20) is >= (byte)'a' and <= (byte)'z';

    private static bool IsWord(byte b) => IsLetter(b) || b is >= (byte)'0' and <= (byte)'9' || b == '_';
}
