using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>Converts blocks: copies every row and appends the answers for its diagnosis cells.</summary>
/// <remarks>Only delimiters, quotes and line ends are looked for, and only diagnosis cells are read. Nothing is allocated for a good row.</remarks>
internal sealed class BlockConverter
{
    /// <summary>In place of a packed cell: one that is not to be found so.</summary>
    private const ulong NotPacked = ulong.MaxValue;

    private readonly ConversionLayout _layout;
    private readonly Dialect _dialect;
    private readonly int[] _columns, _asterisks;
    private readonly bool _isPlain;
    private readonly RowBatch _batch;
    private readonly JoinedAnswers _joined;
    private byte[] _pair = new byte[64];

    // For each diagnosis cell of the batch: the cell, packed; the place of its answer; what stands before the answer's text.
    private readonly ulong[] _cells;
    private readonly int[] _found;
    private readonly long[] _headers;

    private AnswerSet _answers = null!;
    private ConvertedBlock _output = null!;
    private bool _isSuspicious, _isCountedOnly, _isSound;

    public BlockConverter(ConversionLayout layout, ConversionOptions options)
    {
        (_layout, _dialect, _joined, _batch) = (layout, layout.Dialect, new(layout, options), new(layout.ColumnCount));
        _columns = [.. layout.Columns.Select(column => column.Index)];
        _asterisks = [.. layout.Columns.Select(column => column.Asterisk)];
        _isPlain = !_joined.IsUsed && Array.TrueForAll(_asterisks, asterisk => asterisk < 0);
        var cells = _batch.Rows.Length * _columns.Length;
        (_cells, _found, _headers) = (new ulong[cells], new int[cells], new long[cells]);
    }

    /// <summary>Converts a block.</summary>
    /// <param name="output">The block and where the result goes; its <see cref="ConvertedBlock.Begin"/> was called.</param>
    public void Convert(ConvertedBlock output)
    {
        var block = output.Source;
        (_answers, _output, _isCountedOnly) = (output.Answers, output, block.IsCountedOnly);
        if (block.IsPiece)
        {
            ConvertPiece(block);
            return;
        }

        _isSuspicious = !_isCountedOnly && (block.Text.Contains((byte)0) || !_dialect.Encoding.IsValid(block.Text));
        var scanner = new RowScanner(in _dialect, block);
        while (scanner.Read(_batch))
        {
            if (_isCountedOnly) CountRows();
            else ConvertRows(block.Buffer);
        }
    }

    private void CountRows()
    {
        _output.Rows += _batch.Count;
        foreach (ref readonly var row in _batch.Rows.AsSpan(0, _batch.Count)) _output.Lines += row.Lines;
    }

    private void ConvertRows(byte[] buffer)
    {
        _joined.Clear();
        Judge(buffer);
        if (_isPlain)
        {
            Find(buffer);
        }
        else
        {
            _cells.AsSpan().Fill(NotPacked);
            _found.AsSpan().Fill(AnswerSet.Blank);
        }

        if (Fetch() != 0) FindRest(buffer);
        Write(buffer);
    }

    /// <summary>Says what is wrong with the form of each row.</summary>
    private void Judge(byte[] buffer)
    {
        _isSound = _batch.AreSound && !_isSuspicious && _output.Source.Length <= BlockReader.MaxRow;
        if (_isSound) return;
        for (var i = 0; i < _batch.Count; i++)
        {
            ref var row = ref _batch.Rows[i];
            var start = _batch.StartOf(i);
            if (row.Columns == _layout.ColumnCount && row.Reason == RejectReason.None && !_isSuspicious && row.Content - start <= BlockReader.MaxRow) continue;
            var text = buffer.AsSpan(start..row.Content);
            row.Reason = text.Length > BlockReader.MaxRow ? RejectReason.RowTooLong
                : row.Reason != RejectReason.None ? row.Reason
                : row.Columns != _layout.ColumnCount ? text.Trim((byte)' ').IsEmpty ? RejectReason.BlankRow : RejectReason.ColumnCount
                : !_isSuspicious ? RejectReason.None
                : text.Contains((byte)0) ? RejectReason.NulByte
                : _dialect.Encoding.IsValid(text) ? RejectReason.None
                : RejectReason.UndecodableBytes;
        }
    }

    /// <summary>Packs the cells, those of rows that are not converted as blank ones, and says where the answer for each should be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(byte[] buffer)
    {
        var (columns, stride, places) = (_columns, _batch.Stride, _answers.Default.ShortCells.Places);
        ref var text = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref var bounds = ref MemoryMarshal.GetArrayDataReference(_batch.Bounds);
        ref var cell = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var found = ref MemoryMarshal.GetArrayDataReference(_found);
        for (var row = 0; row < _batch.Count; row++, bounds = ref Unsafe.Add(ref bounds, stride))
        {
            var isConverted = IsConverted(row);
            if (isConverted && _layout.EditionIndex >= 0) places = EditionOf(buffer, row).ShortCells.Places;
            foreach (var column in columns)
            {
                var from = Unsafe.Add(ref bounds, column) + 1;
                var length = Unsafe.Add(ref bounds, column + 1) - from;
                // All bits of it where the cell is too long: NotPacked without a branch.
                cell = isConverted ? CellPlaces.Pack(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, from)), length) | (0UL - ((uint)(CellPlaces.PackedLimit - length) >> 31)) : 0;
                found = CellPlaces.First(places, cell);
                cell = ref Unsafe.Add(ref cell, 1);
                found = ref Unsafe.Add(ref found, 1);
            }
        }
    }

    /// <summary>Fetches what stands there, to the end of a usual text. No branch hangs on it, so the processor waits for many cells' memory at once.</summary>
    /// <returns>0 where every cell's answer stands where it should.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Fetch()
    {
        var (texts, differences) = (_answers.Texts, 0UL);
        ref var cell = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var found = ref MemoryMarshal.GetArrayDataReference(_found);
        ref var header = ref MemoryMarshal.GetArrayDataReference(_headers);
        for (var left = _batch.Count * _columns.Length; left > 0; left--)
        {
            var difference = cell ^ AnswerSet.CellAt(texts, found);
            (cell, header) = (difference, AnswerSet.HeaderAt(texts, found));
            differences |= difference;
            AnswerSet.Touch(texts, found);
            cell = ref Unsafe.Add(ref cell, 1);
            found = ref Unsafe.Add(ref found, 1);
            header = ref Unsafe.Add(ref header, 1);
        }

        return differences;
    }

    /// <summary>Finds the answers that are not where they should be, or works them out.</summary>
    private void FindRest(byte[] buffer)
    {
        for (var (row, at) = (0, 0); row < _batch.Count; row++)
        {
            for (var i = 0; i < _columns.Length; i++, at++)
            {
                if (_cells[at] == 0) continue;
                var place = IsConverted(row) ? Answer(buffer, row, i) : AnswerSet.Blank;
                (_found[at], _headers[at]) = (place, place < 0 ? AnswerSet.HeaderAt(_joined.Texts, -place) : AnswerSet.HeaderAt(_answers.Texts, place));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(byte[] buffer)
    {
        var (output, columns, delimiter) = (_output, _columns.Length, _dialect.Delimiter);
        var headers = _headers.AsSpan(0, _batch.Count * columns);
        // Each row as it is, a delimiter more, and the answers.
        var room = _batch.Rows[_batch.Count - 1].End - _batch.StartOf(0) + _batch.Count;
        foreach (var one in headers) room += AnswerSet.LengthOf(one);
        ref var text = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref var answers = ref MemoryMarshal.GetArrayDataReference(_answers.Texts);
        ref var joined = ref MemoryMarshal.GetArrayDataReference(_joined.Texts);
        ref var found = ref MemoryMarshal.GetArrayDataReference(_found);
        ref var header = ref MemoryMarshal.GetArrayDataReference(_headers);
        ref var to = ref output.Room(room);
        var (start, length) = (_batch.StartOf(0), 0);
        for (var i = 0; i < _batch.Count; i++)
        {
            ref readonly var row = ref _batch.Rows[i];
            Copy(ref Unsafe.Add(ref text, start), ref Unsafe.Add(ref to, length), row.Content - start);
            length += row.Content - start;
            var all = 0L;
            for (var column = 0; column < columns; column++)
            {
                var (place, added) = (Unsafe.Add(ref found, column), AnswerSet.LengthOf(Unsafe.Add(ref header, column)));
                Copy(ref place < 0 ? ref Unsafe.Add(ref joined, -place) : ref Unsafe.Add(ref answers, place), ref Unsafe.Add(ref to, length), added);
                length += added;
                all |= Unsafe.Add(ref header, column);
            }

            Unsafe.Add(ref to, length++) = delimiter;
            if (row.Reason != RejectReason.None || AnswerSet.HasReason(all))
            {
                output.Advance(length);
                Reject(buffer.AsSpan(start..row.Content), row.Reason, _found.AsSpan(i * columns, columns));
                (room, length) = (room - length, 0);
                to = ref output.Room(room);
            }

            // A line end has two bytes at most.
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, length), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, row.Content)));
            length += row.End - row.Content;
            start = row.End;
            found = ref Unsafe.Add(ref found, columns);
            header = ref Unsafe.Add(ref header, columns);
            output.Rows++;
            output.Lines += row.Lines;
        }

        output.Advance(length);
        output.Count(headers);
    }

    /// <summary>Copies a text and perhaps something after it. Nearly all are of one or two vectors, the second of which ends with the text: no branch to guess, no memory fetched for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte from, ref byte to, int length)
    {
        var rest = length - Vector512<byte>.Count;
        var second = (nuint)(rest & ~(rest >> 31));
        Vector512.LoadUnsafe(ref from).StoreUnsafe(ref to);
        Vector512.LoadUnsafe(ref from, second).StoreUnsafe(ref to, second);
        for (nint i = Vector512<byte>.Count; i < rest; i += Vector512<byte>.Count) Vector512.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
    }

    private bool IsConverted(int row) => _isSound || _batch.Rows[row].Reason is RejectReason.None or RejectReason.UndecodableBytes or RejectReason.NulByte;

    private AnswerSet.EditionAnswers EditionOf(byte[] buffer, int row) =>
        _layout.EditionIndex < 0 ? _answers.Default : _answers.Of(buffer.AsSpan(_batch.CellOf(row, _layout.EditionIndex)), in _dialect);

    /// <summary>The place of the answer for a diagnosis cell; below zero where it was put together from those for its codes.</summary>
    private int Answer(byte[] buffer, int row, int column)
    {
        var edition = EditionOf(buffer, row);
        ReadOnlySpan<byte> cell = buffer.AsSpan(_batch.CellOf(row, _columns[column]));
        var asterisk = _asterisks[column] < 0 ? [] : buffer.AsSpan(_batch.CellOf(row, _asterisks[column]));
        if (!asterisk.IsEmpty) return Pair(cell, asterisk, edition);
        if (_joined.IsUsed && _joined.TryJoin(cell, edition, _output) is not JoinedAnswers.None and var joined) return -joined;
        return cell.IsEmpty ? AnswerSet.Blank : edition.Of(cell);
    }

    private int Pair(ReadOnlySpan<byte> code, ReadOnlySpan<byte> asterisk, AnswerSet.EditionAnswers edition)
    {
        if (_pair.Length <= code.Length + asterisk.Length) _pair = new byte[code.Length + asterisk.Length + 64];
        code.CopyTo(_pair);
        _pair[code.Length] = CellAnswers.PairSeparator;
        asterisk.CopyTo(_pair.AsSpan(code.Length + 1));
        return edition.OfPair(_pair.AsSpan(0, code.Length + 1 + asterisk.Length));
    }

    /// <summary>Writes the reason, and notes what the rejects file will say.</summary>
    private void Reject(ReadOnlySpan<byte> row, RejectReason reason, ReadOnlySpan<int> found)
    {
        var reasons = new List<string>();
        if (reason != RejectReason.None)
        {
            reasons.Add(reason.Code());
            _output.Rejects.Add(new(_output.Rows, _output.Lines, "", reason, RejectedText.Of(row, _dialect.Encoding)));
        }

        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] < 0) continue;
            foreach (var code in _answers[AnswerSet.NumberAt(_answers.Texts, found[i])].Codes)
            {
                if (code.Reason == RejectReason.None) continue;
                reasons.Add($"{_layout.Columns[i].Name}: {code.Reason.Code()}");
                _output.Rejects.Add(new(_output.Rows, _output.Lines, _layout.Columns[i].Name, code.Reason, code.Key.Length > RejectedText.Longest ? code.Key[..RejectedText.Longest] + "…" : code.Key));
            }
        }

        _output.RejectedRows++;
        _output.Append(_dialect.Encoding.Encode(_dialect.Cell(string.Join(" | ", reasons)), out _));
    }

    private void ConvertPiece(Block block)
    {
        var content = block.IsLastPiece ? _dialect.ContentLength(block.Text) : block.Length;
        if (!_isCountedOnly) _output.Append(block.Text[..content]);
        if (!block.IsLastPiece) return;
        if (!_isCountedOnly)
        {
            foreach (var _ in _columns) _output.Append(_answers.Texts.AsSpan(AnswerSet.Blank, AnswerSet.LengthAt(_answers.Texts, AnswerSet.Blank)));
            _output.Append([_dialect.Delimiter]);
            Reject([], RejectReason.RowTooLong, []);
            _output.Append(block.Text[content..]);
        }

        _output.Rows++;
        // Its inner line ends, which are in quoted cells or beyond reading, are not counted as lines.
        _output.Lines++;
    }
}
