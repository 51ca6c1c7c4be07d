using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Icd.Core.Releases;

/// <summary>A hash table of a compiled release, read in place: from a packed code or an entity's number to the entity's index.</summary>
/// <remarks>It points into the release's memory, which does not move; whoever asks keeps the release alive until it has the answer.</remarks>
internal readonly unsafe struct KeyTable
{
    private readonly ulong* _keys;
    private readonly int* _values;
    private readonly int _bits;

    /// <param name="keys">The slots' keys, 0 in an empty one.</param>
    /// <param name="values">What each key stands for; the two must <see cref="Fit"/>.</param>
    public KeyTable(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> values)
    {
        _keys = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(keys));
        _values = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
        _bits = BitOperations.Log2((uint)keys.Length);
    }

    /// <summary>Whether these are a table: without an empty slot the search for a key that is not there would never end.</summary>
    public static bool Fit(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> values) => values.Length == keys.Length && BitOperations.IsPow2(keys.Length) && keys.Contains(0UL);

    /// <summary>The index for a key, or -1.</summary>
    public int Find(ulong key)
    {
        if (key == 0) return -1;
        for (var slot = ReleaseFormat.Slot(key, _bits); _keys[slot] != 0; slot = (slot + 1) & ((1 << _bits) - 1))
        {
            if (_keys[slot] == key) return _values[slot];
        }

        return -1;
    }
}
