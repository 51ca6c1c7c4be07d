using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>A block and its output, and what is to be counted in it.</summary>
/// <param name="flush">Writes what is there, when the buffer is full before the block is done.</param>
internal sealed class ConvertedBlock(Action<ConvertedBlock> flush)
{
    private const int Capacity = 1 << 20;
    private const int MostCapacity = 2 * Capacity;

    /// <summary>How much room for counts is made at a time; whole vectors.</summary>
    private const int CountsAtATime = 1 << 12;

    private byte[] _buffer = new byte[Capacity];
    private int[] _counts = new int[CountsAtATime];

    /// <summary>How much of the buffer is used.</summary>
    public int Length { get; private set; }

    /// <summary>What is converted.</summary>
    public Block Source { get; } = new();

    /// <summary>The text compressed, where that is asked for.</summary>
    public byte[]? Compressed { get; set; }

    /// <summary>What can be summed of <see cref="Written"/> before its turn.</summary>
    public uint Checksum { get; set; }

    public long Rows { get; set; }

    public long Lines { get; set; }

    public long RejectedRows { get; set; }

    /// <summary>Cells whose codes are counted, but not they themselves.</summary>
    public long JoinedCells { get; set; }

    public List<RejectedCell> Rejects { get; } = [];

    /// <summary>Where the answers are from.</summary>
    public AnswerSet Answers { get; private set; } = null!;

    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, Length);

    /// <summary>What goes into the file.</summary>
    public ReadOnlySpan<byte> Written => Compressed ?? Text;

    public void Begin(AnswerSet answers)
    {
        Rejects.Clear();
        Answers = answers;
        (Length, Rows, Lines, RejectedRows, JoinedCells) = (0, 0, 0, 0, 0);
    }

    public void Clear() => Length = 0;

    /// <summary>Lets go of the answers, which may be a set that goes out of use.</summary>
    public void Forget() => Answers = null!;

    /// <summary>Counts the answers that were given.</summary>
    /// <param name="headers">What stands before each of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<long> headers)
    {
        foreach (var header in headers)
        {
            var number = AnswerSet.NumberOf(header);
            if ((uint)number >= (uint)_counts.Length) Array.Resize(ref _counts, (number / CountsAtATime * CountsAtATime) + CountsAtATime);
            _counts[number]++;
        }
    }

    /// <summary>Adds how often each answer was given to what is there, and begins to count anew. Each block gives thousands of answers: to add up all there are takes less than to keep in mind which.</summary>
    /// <param name="totals">By the answers' numbers; grows where it must.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveCounts(ref long[] totals)
    {
        if (totals.Length < _counts.Length) Array.Resize(ref totals, _counts.Length);
        ref var count = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref var total = ref MemoryMarshal.GetArrayDataReference(totals);
        for (nuint i = 0; i < (nuint)_counts.Length; i += (nuint)Vector512<int>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.LoadUnsafe(ref count, i));
            (Vector512.LoadUnsafe(ref total, i) + low).StoreUnsafe(ref total, i);
            (Vector512.LoadUnsafe(ref total, i + (nuint)Vector512<long>.Count) + high).StoreUnsafe(ref total, i + (nuint)Vector512<long>.Count);
        }

        Array.Clear(_counts);
    }

    /// <summary>Makes room for so many bytes and a vector's overshoot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnsureRoom(int length)
    {
        if (Length + length + Block.Slack > _buffer.Length) MakeRoom(length);
    }

    /// <summary>Makes room as <see cref="EnsureRoom"/> does and says where it begins; what is written there counts when <see cref="Advance"/> is told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Room(int length)
    {
        EnsureRoom(length);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), Length);
    }

    public void Advance(int length) => Length += length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        EnsureRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    private void MakeRoom(int length)
    {
        if (_buffer.Length < MostCapacity && Length + length + Block.Slack <= MostCapacity)
        {
            Array.Resize(ref _buffer, MostCapacity);
            return;
        }

        flush(this);
        if (length + Block.Slack > _buffer.Length) _buffer = new byte[length + Block.Slack];
    }
}
