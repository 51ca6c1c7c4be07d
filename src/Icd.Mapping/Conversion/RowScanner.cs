using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>Finds the rows of a block and their cells: delimiters, quotes and line ends, 64 bytes at a time.</summary>
/// <remarks>Words of 64 bytes without a quote are read in a loop that calls nothing, so that all it needs stays in registers.</remarks>
internal struct RowScanner
{
    private readonly Dialect _dialect;
    private readonly Block _block;
    private readonly Vector512<byte> _delimiters, _lineEnds, _quotes;

    /// <summary>The first byte that was not looked at yet.</summary>
    private int _next;

    // The row that is being read: its place among the bounds, where it begins, how many delimiters were found, and what it has become so far.
    private int _bounds, _start, _column, _lines;
    private RejectReason _reason;

    /// <summary>Not 0 where a row of the batch is not what it should be.</summary>
    private int _flaws;

    /// <param name="dialect">How the file is written.</param>
    /// <param name="block">Whole rows.</param>
    public RowScanner(in Dialect dialect, Block block)
    {
        (_dialect, _block) = (dialect, block);
        (_delimiters, _lineEnds, _quotes) = (Vector512.Create(dialect.Delimiter), Vector512.Create(dialect.LineEnd), Vector512.Create(dialect.Quote));
    }

    /// <summary>Finds the next rows.</summary>
    /// <param name="batch">Takes them; what it had is gone.</param>
    /// <returns><see langword="false"/> where no row is left.</returns>
    public bool Read(RowBatch batch)
    {
        batch.Count = 0;
        (_bounds, _flaws) = (0, 0);
        Begin(batch, _next);
        while (_next < _block.Length && batch.Count < batch.Rows.Length)
        {
            if (!ReadPlain(batch)) ReadQuoted(batch);
        }

        // The last row of a file may lack its line end.
        if (_start < _block.Length && batch.Count < batch.Rows.Length) End(batch, _block.Length, _block.Length);
        batch.AreSound = _flaws == 0;
        return batch.Count > 0;
    }

    /// <summary>Reads on, up to the end of the block or of the batch.</summary>
    /// <returns><see langword="false"/> before a word with a quote in it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadPlain(RowBatch batch)
    {
        var (length, from, delimiters, lineEnds, quotes) = (_block.Length, _next, _delimiters, _lineEnds, _quotes);
        ref var text = ref MemoryMarshal.GetArrayDataReference(_block.Buffer);
        ref var bound = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Bounds), _bounds);
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Rows), batch.Count);
        var (start, column, last, left, flaws) = (_start, _column, batch.Stride - 1, batch.Rows.Length - batch.Count, _flaws);
        var (isQuoted, isLineFeed) = (_dialect.Quote == 0 ? 0 : ulong.MaxValue, _dialect.LineEnd == (byte)'\n');
        var i = from & -Vector512<byte>.Count;
        for (; i < length; i += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref text, (nuint)i);
            var ends = Vector512.Equals(bytes, lineEnds).ExtractMostSignificantBits();
            var marks = Vector512.Equals(bytes, delimiters).ExtractMostSignificantBits() | ends;
            var others = Vector512.Equals(bytes, quotes).ExtractMostSignificantBits() & isQuoted;
            if (from > i || length - i < Vector512<byte>.Count)
            {
                var here = ulong.MaxValue << Math.Max(0, from - i);
                if (length - i < Vector512<byte>.Count) here &= (1UL << (length - i)) - 1;
                (marks, others) = (marks & here, others & here);
            }

            if (others != 0) break;
            for (; marks != 0; marks &= marks - 1)
            {
                var place = BitOperations.TrailingZeroCount(marks);
                var at = i + place;
                column++;
                Unsafe.Add(ref bound, Math.Min(column, last)) = at;
                if (((ends >> place) & 1) == 0) continue;
                var content = isLineFeed && at > start && Unsafe.Add(ref text, at - 1) == (byte)'\r' ? at - 1 : at;
                Unsafe.Add(ref bound, Math.Min(column, last)) = content;
                row = new() { Content = content, End = at + 1, Columns = column, Lines = _lines, Reason = _reason };
                row = ref Unsafe.Add(ref row, 1);
                flaws |= (column ^ (last - 1)) | (int)_reason;
                (start, column, _lines, _reason) = (at + 1, 0, 1, RejectReason.None);
                if (--left == 0)
                {
                    (batch.Count, _next, _start, _flaws) = (batch.Rows.Length, start, start, flaws);
                    return true;
                }

                bound = ref Unsafe.Add(ref bound, last + 1);
                bound = at;
            }
        }

        batch.Count = batch.Rows.Length - left;
        (_bounds, _start, _column, _flaws, _next) = (batch.Count * batch.Stride, start, column, flaws, Math.Min(Math.Max(i, from), length));
        return i >= length;
    }

    /// <summary>Reads on to the end of a word, or of the batch.</summary>
    private void ReadQuoted(RowBatch batch)
    {
        var (length, i) = (_block.Length, _next & -Vector512<byte>.Count);
        var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_block.Buffer), (nuint)i);
        var marks = (Vector512.Equals(bytes, _delimiters) | Vector512.Equals(bytes, _lineEnds) | Vector512.Equals(bytes, _quotes)).ExtractMostSignificantBits();
        marks &= ulong.MaxValue << (_next - i);
        if (length - i < Vector512<byte>.Count) marks &= (1UL << (length - i)) - 1;
        _next = Math.Min(i + Vector512<byte>.Count, length);
        for (; marks != 0; marks &= marks - 1)
        {
            var at = i + BitOperations.TrailingZeroCount(marks);
            var value = _block.Buffer[at];
            if (value == _dialect.Delimiter)
            {
                _column++;
                batch.Bounds[_bounds + Math.Min(_column, batch.Stride - 1)] = at;
            }
            else if (value == _dialect.LineEnd)
            {
                End(batch, _dialect.LineEnd == (byte)'\n' && at > _start && _block.Buffer[at - 1] == (byte)'\r' ? at - 1 : at, at + 1);
                if (batch.Count == batch.Rows.Length)
                {
                    _next = at + 1;
                    return;
                }

                Begin(batch, at + 1);
            }
            else if (at == batch.Bounds[_bounds + Math.Min(_column, batch.Stride - 1)] + 1)
            {
                var end = QuotedCell.Find(_block.Text, at, in _dialect, isComplete: true, out var next);
                if (end == QuotedCellEnd.Closed) _lines += _block.Text[at..next].Count(_dialect.LineEnd);
                else _reason = RejectReason.BrokenQuoting;
                if (next >= i + Vector512<byte>.Count)
                {
                    _next = next;
                    return;
                }

                // The one that is struck out as the loop goes on.
                marks = (marks & (ulong.MaxValue << (next - i))) | (1UL << (at - i));
            }
        }
    }

    private void Begin(RowBatch batch, int start)
    {
        batch.Bounds[_bounds] = start - 1;
        (_start, _column, _lines, _reason) = (start, 0, 1, RejectReason.None);
    }

    private void End(RowBatch batch, int content, int next)
    {
        _column++;
        batch.Bounds[_bounds + Math.Min(_column, batch.Stride - 1)] = content;
        batch.Rows[batch.Count++] = new() { Content = content, End = next, Columns = _column, Lines = _lines, Reason = _reason };
        _flaws |= (_column ^ (batch.Stride - 2)) | (int)_reason;
        _start = next;
        _bounds += batch.Stride;
    }
}
