using System.Numerics;
using System.Runtime.InteropServices;

namespace Icd.Mapping.Conversion;

/// <summary>What was worked out for each distinct cell, found by the cell's bytes. Looking up takes no lock; adding does.</summary>
/// <remarks>Cells of up to seven bytes, which nearly all diagnosis cells are, are one comparison of integers: their bytes and length packed.</remarks>
internal sealed class ByteTable<T>
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly Lock _adding = new();
    private Slots _short = new(12);
    private Slots _long = new(10);
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Finds a cell that is packed.</summary>
    private bool TryFind(ulong packed, out T value)
    {
        var slots = Volatile.Read(ref _short);
        var entries = slots.Entries;
        for (var at = slots.First(packed); ; at = (at + 1) & (entries.Length - 1))
        {
            ref var entry = ref entries[at];
            var key = Volatile.Read(ref entry.Key);
            value = entry.Value;
            if (key == packed) return true;
            if (key == 0) return false;
        }
    }

    /// <summary>Finds a cell of any length.</summary>
    public bool TryFind(ReadOnlySpan<byte> cell, out T value)
    {
        if (cell.Length <= CellPlaces.PackedLimit) return TryFind(CellPlaces.Pack(cell), out value);
        var hash = HashOf(cell);
        var slots = Volatile.Read(ref _long);
        var entries = slots.Entries;
        for (var at = slots.First(hash); ; at = (at + 1) & (entries.Length - 1))
        {
            var key = Volatile.Read(ref entries[at].Key);
            value = entries[at].Value;
            if (key == 0) return false;
            if (key == hash && cell.SequenceEqual(slots.Cells[at])) return true;
        }
    }

    /// <summary>Adds a cell, or gives back what another thread has added for it.</summary>
    public T Add(ReadOnlySpan<byte> cell, Func<T> create)
    {
        lock (_adding)
        {
            if (TryFind(cell, out var known)) return known;
            var value = create();
            var isShort = cell.Length <= CellPlaces.PackedLimit;
            ref var slots = ref isShort ? ref _short : ref _long;
            if (slots.Count * 2 >= slots.Entries.Length) Volatile.Write(ref slots, slots.Doubled());
            slots.Add(isShort ? CellPlaces.Pack(cell) : HashOf(cell), isShort ? [] : cell.ToArray(), value);
            _count++;
            return value;
        }
    }

    private static ulong HashOf(ReadOnlySpan<byte> cell)
    {
        var hash = (ulong)cell.Length;
        for (; cell.Length >= sizeof(ulong); cell = cell[sizeof(ulong)..]) hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(cell)) * Golden;
        foreach (var value in cell) hash = (BitOperations.RotateLeft(hash, 23) ^ value) * Golden;
        return hash == 0 ? 1 : hash;
    }

    private struct Entry
    {
        public ulong Key;
        public T Value;
    }

    private sealed class Slots(int bits)
    {
        public readonly Entry[] Entries = new Entry[1 << bits];
        public readonly byte[][] Cells = new byte[1 << bits][];

        public int Count { get; private set; }

        public int First(ulong key) => (int)((key * Golden) >> (64 - bits));

        public void Add(ulong key, byte[] cell, T value)
        {
            var at = First(key);
            while (Entries[at].Key != 0) at = (at + 1) & (Entries.Length - 1);
            (Cells[at], Entries[at].Value) = (cell, value);
            Count++;
            // The key comes last: whoever sees it sees the value too.
            Volatile.Write(ref Entries[at].Key, key);
        }

        public Slots Doubled()
        {
            var doubled = new Slots(bits + 1);
            for (var at = 0; at < Entries.Length; at++)
            {
                if (Entries[at].Key != 0) doubled.Add(Entries[at].Key, Cells[at], Entries[at].Value);
            }

            return doubled;
        }
    }
}
