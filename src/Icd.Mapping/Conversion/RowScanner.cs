using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>Finds the rows of a block and their cells: delimiters, quotes and line ends, 64 bytes at a time.</summary>
internal struct RowScanner
{
    private readonly Dialect _dialect;
    private readonly Block _block;
    private int _next;

    /// <param name="dialect">How the file is written.</param>
    /// <param name="block">Whole rows.</param>
    public RowScanner(in Dialect dialect, Block block) => (_dialect, _block) = (dialect, block);

    /// <summary>Finds the next rows.</summary>
    /// <param name="batch">Takes them; what it had is gone.</param>
    /// <returns><see langword="false"/> where no row is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read(RowBatch batch)
    {
        var (length, bounds, rows, stride) = (_block.Length, batch.Bounds, batch.Rows, batch.Stride);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_block.Buffer);
        var (delimiter, lineEnd) = (_dialect.Delimiter, _dialect.LineEnd);
        var (delimiters, lineEnds, quotes) = (Vector512.Create(delimiter), Vector512.Create(lineEnd), Vector512.Create(_dialect.Quote == 0 ? delimiter : _dialect.Quote));
        var (count, row, column, last, linesInRow, isBroken) = (0, 0, 0, stride - 1, 0, false);
        var (rowStart, readFrom) = (_next, _next);
        bounds[0] = rowStart - 1;
        for (var i = rowStart & -Vector512<byte>.Count; i < length; i += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref first, (nuint)i);
            var mask = (Vector512.Equals(bytes, delimiters) | Vector512.Equals(bytes, lineEnds) | Vector512.Equals(bytes, quotes)).ExtractMostSignificantBits();
            if (readFrom > i) mask &= ulong.MaxValue << (readFrom - i);
            if (length - i < Vector512<byte>.Count) mask &= (1UL << (length - i)) - 1;
            while (mask != 0)
            {
                var at = i + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                var value = Unsafe.Add(ref first, at);
                if (value == delimiter)
                {
                    column++;
                    bounds[row + Math.Min(column, last)] = at;
                }
                else if (value == lineEnd)
                {
                    var content = lineEnd == (byte)'\n' && at > rowStart && Unsafe.Add(ref first, at - 1) == (byte)'\r' ? at - 1 : at;
                    bounds[row + Math.Min(column + 1, last)] = content;
                    rows[count++] = new() { Content = content, End = at + 1, Columns = column + 1, Lines = 1 + linesInRow, Reason = isBroken ? RejectReason.BrokenQuoting : RejectReason.None };
                    rowStart = at + 1;
                    if (count == rows.Length)
                    {
                        (batch.Count, _next) = (count, rowStart);
                        return true;
                    }

                    row += stride;
                    bounds[row] = at;
                    (column, linesInRow, isBroken) = (0, 0, false);
                }
                else if (at == bounds[row + Math.Min(column, last)] + 1)
                {
                    var end = QuotedCell.Find(_block.Text, at, in _dialect, isComplete: true, out var next);
                    if (end == QuotedCellEnd.Closed) linesInRow += _block.Text[at..next].Count(lineEnd);
                    else isBroken = true;
                    if (next >= i + Vector512<byte>.Count)
                    {
                        readFrom = next;
                        i = (next & -Vector512<byte>.Count) - Vector512<byte>.Count;
                        break;
                    }

                    mask &= ulong.MaxValue << (next - i);
                }
            }
        }

        if (rowStart < length)
        {
            bounds[row + Math.Min(column + 1, last)] = length;
            rows[count++] = new() { Content = length, End = length, Columns = column + 1, Lines = 1 + linesInRow, Reason = isBroken ? RejectReason.BrokenQuoting : RejectReason.None };
        }

        (batch.Count, _next) = (count, length);
        return count > 0;
    }
}
