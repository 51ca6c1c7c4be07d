using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Icd.Mapping.Conversion;

/// <summary>Where the answers for short cells stand among the texts of an <see cref="AnswerSet"/>. Looking up takes no lock; adding does.</summary>
/// <remarks>
/// Nearly all diagnosis cells are short. A cell and its length are one integer, which stands before the answer's text: what is kept here is four bytes a place, so that the processor's
/// cache holds it, and what tells whether the answer is the cell's is fetched with the answer. Where nothing is, the answer for a blank cell stands; it is the first slot's for ever,
/// in which a blank cell is looked for.
/// </remarks>
internal sealed class CellPlaces
{
    /// <summary>Longer cells, in bytes, are not packed.</summary>
    public const int PackedLimit = 7;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    private int[] _places = Free(1 << 12);
    private int _count;

    /// <summary>Seven bytes or fewer and their number in one integer, 0 for a blank cell.</summary>
    /// <param name="word">The eight bytes that begin with the cell.</param>
    /// <param name="length">The cell's length, at most <see cref="PackedLimit"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(ulong word, int length) => (word & ((1UL << (length * 8)) - 1)) | ((ulong)length << 56);

    /// <summary>A cell of at most <see cref="PackedLimit"/> bytes, packed.</summary>
    public static ulong Pack(ReadOnlySpan<byte> cell)
    {
        var word = 0UL;
        for (var i = cell.Length - 1; i >= 0; i--) word = (word << 8) | cell[i];
        return Pack(word, cell.Length);
    }

    /// <summary>All places, for <see cref="First"/>. Cells that are added later may not be found in them.</summary>
    public int[] Places => Volatile.Read(ref _places);

    /// <summary>The place where a cell's answer should be; the cell that stands before that tells whether it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(int[] places, ulong packed) => Volatile.Read(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), Start(packed, places)));

    /// <summary>Finds a cell.</summary>
    /// <param name="packed">The cell.</param>
    /// <param name="set">Whose answers these are.</param>
    /// <param name="place">The place of its answer.</param>
    public bool TryFind(ulong packed, AnswerSet set, out int place)
    {
        var places = Volatile.Read(ref _places);
        for (var at = Start(packed, places); ; at = (at + 1) & (places.Length - 1))
        {
            place = Volatile.Read(ref places[at]);
            // The texts are read after the place, so that they have what is there.
            if (AnswerSet.CellAt(set.Texts, place) == packed) return true;
            if (place == AnswerSet.Blank && at != 0) return false;
        }
    }

    /// <summary>Adds a cell that is not there. Only one thread at a time may.</summary>
    public void Add(ulong packed, int place, AnswerSet set)
    {
        if (++_count * 2 > _places.Length)
        {
            var doubled = Free(_places.Length * 2);
            foreach (var other in _places)
            {
                if (other != AnswerSet.Blank) Put(doubled, AnswerSet.CellAt(set.Texts, other), other);
            }

            Volatile.Write(ref _places, doubled);
        }

        Put(_places, packed, place);
    }

    private static int[] Free(int count)
    {
        var places = new int[count];
        Array.Fill(places, AnswerSet.Blank);
        return places;
    }

    private static void Put(int[] places, ulong packed, int place)
    {
        var at = Math.Max(1, Start(packed, places));
        while (places[at] != AnswerSet.Blank) at = Math.Max(1, (at + 1) & (places.Length - 1));
        // Whoever sees the place sees what stands there.
        Volatile.Write(ref places[at], place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Start(ulong packed, int[] places) => (int)(((packed * Golden) >> 32) * (uint)places.Length >> 32);
}
