using System.Numerics;
using System.Runtime.InteropServices;

namespace Icd.Mapping.Conversion;

/// <summary>What was worked out for each distinct cell, found by the cell's bytes. Looking up takes no lock; adding does.</summary>
/// <remarks>Cells of up to seven bytes, which nearly all diagnosis cells are, are one comparison of integers: their bytes and length packed.</remarks>
internal sealed class ByteTable<T> where T : class
{
    private const int PackedLimit = 7;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private Slots _short = new(12);
    private Slots _long = new(10);
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Seven bytes or fewer and their number in one integer, never 0 for one byte or more.</summary>
    /// <param name="word">The eight bytes that begin with the cell.</param>
    /// <param name="length">The cell's length, at most 7.</param>
    public static ulong Pack(ulong word, int length) => (word & ((1UL << (length * 8)) - 1)) | ((ulong)length << 56);

    /// <summary>Finds a cell that is packed.</summary>
    public T? Find(ulong packed)
    {
        var slots = Volatile.Read(ref _short);
        for (var at = slots.First(packed); ; at = (at + 1) & slots.Mask)
        {
            var key = Volatile.Read(ref slots.Keys[at]);
            if (key == packed) return slots.Values[at];
            if (key == 0) return null;
        }
    }

    /// <summary>Finds a cell of any length.</summary>
    public T? Find(ReadOnlySpan<byte> cell)
    {
        if (cell.Length <= PackedLimit) return Find(Packed(cell));
        var hash = HashOf(cell);
        var slots = Volatile.Read(ref _long);
        for (var at = slots.First(hash); ; at = (at + 1) & slots.Mask)
        {
            var key = Volatile.Read(ref slots.Keys[at]);
            if (key == 0) return null;
            if (key == hash && cell.SequenceEqual(slots.Cells[at])) return slots.Values[at];
        }
    }

    /// <summary>Adds a cell, or gives back what another thread has added for it.</summary>
    public T Add(ReadOnlySpan<byte> cell, Func<T> create)
    {
        lock (this)
        {
            if (Find(cell) is { } known) return known;
            var value = create();
            var isShort = cell.Length <= PackedLimit;
            ref var slots = ref isShort ? ref _short : ref _long;
            if (slots.Count * 2 >= slots.Keys.Length) Volatile.Write(ref slots, slots.Doubled());
            slots.Add(isShort ? Packed(cell) : HashOf(cell), isShort ? [] : cell.ToArray(), value);
            _count++;
            return value;
        }
    }

    private static ulong Packed(ReadOnlySpan<byte> cell)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        word.Clear();
        cell.CopyTo(word);
        return Pack(MemoryMarshal.Read<ulong>(word), cell.Length);
    }

    private static ulong HashOf(ReadOnlySpan<byte> cell)
    {
        var hash = (ulong)cell.Length;
        for (; cell.Length >= sizeof(ulong); cell = cell[sizeof(ulong)..]) hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(cell)) * Golden;
        foreach (var value in cell) hash = (BitOperations.RotateLeft(hash, 23) ^ value) * Golden;
        return hash == 0 ? 1 : hash;
    }

    private sealed class Slots(int bits)
    {
        public readonly ulong[] Keys = new ulong[1 << bits];
        public readonly byte[][] Cells = new byte[1 << bits][];
        public readonly T[] Values = new T[1 << bits];
        public readonly int Mask = (1 << bits) - 1;

        public int Count { get; private set; }

        public int First(ulong key) => (int)((key * Golden) >> (64 - bits));

        public void Add(ulong key, byte[] cell, T value)
        {
            var at = First(key);
            while (Keys[at] != 0) at = (at + 1) & Mask;
            (Cells[at], Values[at]) = (cell, value);
            Count++;
            // The key comes last: whoever sees it sees the value too.
            Volatile.Write(ref Keys[at], key);
        }

        public Slots Doubled()
        {
            var doubled = new Slots(bits + 1);
            for (var at = 0; at < Keys.Length; at++)
            {
                if (Keys[at] != 0) doubled.Add(Keys[at], Cells[at], Values[at]);
            }

            return doubled;
        }
    }
}
