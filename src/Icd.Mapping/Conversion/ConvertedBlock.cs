using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Counts the answers that were given.</summary>
    /// <param name="headers">What stands before each of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<long> headers)
    {
        foreach (var header in headers)
        {
            var number = AnswerSet.NumberOf(header);
            if ((uint)number >= (uint)_counts.Length) MakeRoomFor(number);
            _given[_givenCount] = number;
            // One more where it was 0.
            _givenCount += (int)((uint)(_counts[number]++ - 1) >> 31);
        }
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

    /// <summary>Appends a byte; room for it has been made.</summary>
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
