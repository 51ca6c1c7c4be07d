using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>The output of a block, and what is to be counted in it.</summary>
/// <param name="flush">Writes what is there, when the buffer is full before the block is done.</param>
internal sealed class ConvertedBlock(Action<ConvertedBlock> flush)
{
    private const int Capacity = 4 << 20;

    private byte[] _buffer = new byte[Capacity];
    private int[] _counts = new int[1 << 12];
    private int[] _given = new int[(1 << 12) + 1];
    private int _givenCount;

    /// <summary>How much of the buffer is used.</summary>
    public int Length { get; private set; }

    /// <summary>The number of the block that this is the output of.</summary>
    public long Sequence { get; private set; }

    public long Rows { get; set; }

    public long Lines { get; set; }

    public long RejectedRows { get; set; }

    /// <summary>Cells whose codes are counted, but not they themselves.</summary>
    public long JoinedCells { get; set; }

    public List<RejectedCell> Rejects { get; } = [];

    /// <summary>Where the answers are from.</summary>
    public AnswerSet Answers { get; private set; } = null!;

    /// <summary>The numbers of the answers that were given.</summary>
    public ReadOnlySpan<int> Given => _given.AsSpan(0, _givenCount);

    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, Length);

    public int CountOf(int number) => _counts[number];

    public void Begin(long sequence, AnswerSet answers)
    {
        foreach (var number in Given) _counts[number] = 0;
        _givenCount = 0;
        Rejects.Clear();
        Answers = answers;
        (Sequence, Length, Rows, Lines, RejectedRows, JoinedCells) = (sequence, 0, 0, 0, 0, 0);
    }

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int number)
    {
        if ((uint)number >= (uint)_counts.Length) MakeRoomFor(number);
        _given[_givenCount] = number;
        // One more where it was 0.
        _givenCount += (int)((uint)(_counts[number]++ - 1) >> 31);
    }

    /// <summary>Makes room for so many bytes and a vector's overshoot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnsureRoom(int length)
    {
        if (Length + length + Block.Slack > _buffer.Length) MakeRoom(length);
    }

    /// <summary>Appends bytes after which <see cref="Block.Slack"/> more may be read; <see cref="EnsureRoom"/> has been called.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte[] source, int start, int length)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source), start);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), Length);
        // Hardly a text is longer than three vectors; they are copied whatever its length, so that there is no branch to guess.
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
        Vector256.LoadUnsafe(ref from, (nuint)Vector256<byte>.Count).StoreUnsafe(ref to, (nuint)Vector256<byte>.Count);
        Vector256.LoadUnsafe(ref from, 2 * (nuint)Vector256<byte>.Count).StoreUnsafe(ref to, 2 * (nuint)Vector256<byte>.Count);
        for (nint i = 3 * Vector256<byte>.Count; i < length; i += Vector256<byte>.Count) Vector256.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
        Length += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value) => _buffer[Length++] = value;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        EnsureRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    private void MakeRoomFor(int number)
    {
        Array.Resize(ref _counts, Math.Max(number + 1, _counts.Length * 2));
        Array.Resize(ref _given, _counts.Length + 1);
    }

    private void MakeRoom(int length)
    {
        flush(this);
        if (length + Block.Slack > _buffer.Length) _buffer = new byte[length + Block.Slack];
    }
}
