using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Icd.Mapping.Conversion;

/// <summary>Converts blocks: copies every row and appends the answers for its diagnosis cells.</summary>
/// <remarks>Only delimiters, quotes and line ends are looked for, 32 bytes at a time, and only diagnosis cells are read. Nothing is allocated for a good row.</remarks>
internal sealed class BlockConverter
{
    /// <summary>How much of a text the rejects file shows, in characters.</summary>
    private const int ShownText = 200;

    private readonly ConversionLayout _layout;
    private readonly Dialect _dialect;
    private readonly int[] _columns, _asterisks;
    private readonly int[] _found;
    private readonly int[] _bounds;
    private readonly JoinedAnswers _joined;
    private byte[] _pair = new byte[64];

    private AnswerSet _answers = null!;
    private ConvertedBlock _output = null!;
    private bool _isSuspicious, _isCountedOnly;

    public BlockConverter(ConversionLayout layout, ConversionOptions options)
    {
        (_layout, _dialect, _joined) = (layout, layout.Dialect, new(layout, options));
        _columns = [.. layout.Columns.Select(column => column.Index)];
        _asterisks = [.. layout.Columns.Select(column => column.Asterisk)];
        _found = new int[_columns.Length];
        // One place for the row's beginning, one for its end, and one for what is beyond the last column that there should be.
        _bounds = new int[layout.ColumnCount + 2];
    }

    /// <summary>Converts a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="output">Where the result goes; its <see cref="ConvertedBlock.Begin"/> was called.</param>
    public void Convert(Block block, ConvertedBlock output)
    {
        (_answers, _output, _isCountedOnly) = (output.Answers, output, block.IsCountedOnly);
        if (block.IsPiece)
        {
            ConvertPiece(block);
            return;
        }

        _isSuspicious = !_isCountedOnly && (block.Text.Contains((byte)0) || !_dialect.Encoding.IsValid(block.Text));
        Scan(block);
    }

    private void Scan(Block block)
    {
        var (buffer, length) = (block.Buffer, block.Length);
        ref var first = ref MemoryMarshal.GetArrayDataReference(buffer);
        var (delimiter, lineEnd) = (_dialect.Delimiter, _dialect.LineEnd);
        var (delimiters, lineEnds, quotes) = (Vector256.Create(delimiter), Vector256.Create(lineEnd), Vector256.Create(_dialect.Quote == 0 ? delimiter : _dialect.Quote));
        var bounds = _bounds;
        var last = bounds.Length - 1;
        var (rowStart, column, isBroken, linesInRow) = (0, 0, false, 0);
        bounds[0] = -1;
        var readFrom = 0;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)i);
            var mask = (Vector256.Equals(bytes, delimiters) | Vector256.Equals(bytes, lineEnds) | Vector256.Equals(bytes, quotes)).ExtractMostSignificantBits();
            if (readFrom > i) mask &= uint.MaxValue << (readFrom - i);
            if (length - i < Vector256<byte>.Count) mask &= (1u << (length - i)) - 1;
            while (mask != 0)
            {
                var at = i + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                var value = Unsafe.Add(ref first, at);
                if (value == delimiter)
                {
                    column++;
                    bounds[Math.Min(column, last)] = at;
                }
                else if (value == lineEnd)
                {
                    var content = lineEnd == (byte)'\n' && at > rowStart && Unsafe.Add(ref first, at - 1) == (byte)'\r' ? at - 1 : at;
                    EndRow(buffer, rowStart, content, at + 1, column, isBroken);
                    _output.Lines += 1 + linesInRow;
                    (rowStart, column, isBroken, linesInRow) = (at + 1, 0, false, 0);
                    bounds[0] = at;
                }
                else if (at == bounds[Math.Min(column, last)] + 1)
                {
                    var end = QuotedCell.Find(block.Text, at, in _dialect, isComplete: true, out var next);
                    if (end == QuotedCellEnd.Closed) linesInRow += block.Text[at..next].Count(lineEnd);
                    else isBroken = true;
                    if (next >= i + Vector256<byte>.Count)
                    {
                        readFrom = next;
                        i = (next & ~(Vector256<byte>.Count - 1)) - Vector256<byte>.Count;
                        break;
                    }

                    mask &= uint.MaxValue << (next - i);
                }
            }
        }

        if (rowStart < length)
        {
            EndRow(buffer, rowStart, length, length, column, isBroken);
            _output.Lines += 1 + linesInRow;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndRow(byte[] buffer, int start, int content, int end, int column, bool isBroken)
    {
        var bounds = _bounds;
        bounds[Math.Min(column + 1, bounds.Length - 1)] = content;
        if (column + 1 != _layout.ColumnCount || isBroken || _isSuspicious || _isCountedOnly || content - start > BlockReader.MaxRow)
        {
            EndOddRow(buffer, start, content, end, column, isBroken);
            return;
        }

        WriteRow(buffer, start, content, end, RejectReason.None);
    }

    private void EndOddRow(byte[] buffer, int start, int content, int end, int column, bool isBroken)
    {
        if (_isCountedOnly)
        {
            _output.Rows++;
            return;
        }

        var row = buffer.AsSpan(start..content);
        var reason = row.Length > BlockReader.MaxRow ? RejectReason.RowTooLong
            : isBroken ? RejectReason.BrokenQuoting
            : column + 1 != _layout.ColumnCount ? row.Trim((byte)' ').IsEmpty ? RejectReason.BlankRow : RejectReason.ColumnCount
            : !_isSuspicious ? RejectReason.None
            : row.Contains((byte)0) ? RejectReason.NulByte
            : _dialect.Encoding.IsValid(row) ? RejectReason.None
            : RejectReason.UndecodableBytes;
        WriteRow(buffer, start, content, end, reason);
    }

    private void WriteRow(byte[] buffer, int start, int content, int end, RejectReason reason)
    {
        var (output, found, bounds) = (_output, _found, _bounds);
        var (room, hasReason) = (end - start + 1, reason != RejectReason.None);
        _joined.Clear();
        if (reason == RejectReason.None || reason.IsConverted())
        {
            var edition = _layout.EditionIndex < 0 ? _answers.Default : _answers.Of(Cell(buffer, _layout.EditionIndex), in _dialect);
            for (var i = 0; i < found.Length; i++)
            {
                var column = _columns[i];
                var (from, to) = (bounds[column] + 1, bounds[column + 1]);
                found[i] = _joined.IsUsed ? Several(buffer, from, to, _asterisks[i], edition) : One(buffer, from, to, _asterisks[i], edition);
            }
        }
        else
        {
            Array.Fill(found, AnswerSet.Blank);
        }

        var texts = _answers.Texts;
        foreach (var place in found)
        {
            room += place < 0 ? AnswerSet.LengthAt(_joined.Texts, -place) : AnswerSet.LengthAt(texts, place);
            hasReason |= place >= 0 && AnswerSet.HasReasonAt(texts, place);
        }

        output.EnsureRoom(room);
        output.Append(buffer, start, content - start);
        foreach (var place in found)
        {
            if (place < 0)
            {
                output.Append(_joined.Texts, -place, AnswerSet.LengthAt(_joined.Texts, -place));
                continue;
            }

            output.Append(texts, place, AnswerSet.LengthAt(texts, place));
            output.Count(AnswerSet.NumberAt(texts, place));
        }

        output.Append(_dialect.Delimiter);
        if (hasReason) Reject(buffer.AsSpan(start..content), reason);
        if (end - content == 1) output.Append(_dialect.LineEnd);
        else output.Append(buffer.AsSpan(content..end));
        output.Rows++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Answer(byte[] buffer, int from, int to, AnswerSet.EditionAnswers edition)
    {
        var length = to - from;
        if (length == 0) return AnswerSet.Blank;
        if (length > ByteTable<int>.PackedLimit) return edition.Of(buffer.AsSpan(from, length));
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), from));
        return edition.TryFind(ByteTable<int>.Pack(word, length), out var place) ? place : edition.Of(buffer.AsSpan(from, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int One(byte[] buffer, int from, int to, int asteriskColumn, AnswerSet.EditionAnswers edition) =>
        asteriskColumn >= 0 ? Pair(buffer, from, to, asteriskColumn, edition) : Answer(buffer, from, to, edition);

    /// <summary>The place of the answer for a cell that may have several codes; below zero where it was put together for this row.</summary>
    private int Several(byte[] buffer, int from, int to, int asteriskColumn, AnswerSet.EditionAnswers edition)
    {
        var place = asteriskColumn >= 0 && !Cell(buffer, asteriskColumn).IsEmpty ? JoinedAnswers.None : _joined.TryJoin(buffer.AsSpan(from..to), edition, _output);
        return place == JoinedAnswers.None ? One(buffer, from, to, asteriskColumn, edition) : -place;
    }

    private int Pair(byte[] buffer, int from, int to, int asteriskColumn, AnswerSet.EditionAnswers edition)
    {
        ReadOnlySpan<byte> code = buffer.AsSpan(from..to);
        var asterisk = Cell(buffer, asteriskColumn);
        if (asterisk.IsEmpty) return Answer(buffer, from, to, edition);
        if (_pair.Length <= code.Length + asterisk.Length) _pair = new byte[code.Length + asterisk.Length + 64];
        code.CopyTo(_pair);
        _pair[code.Length] = CellAnswers.PairSeparator;
        asterisk.CopyTo(_pair.AsSpan(code.Length + 1));
        return edition.OfPair(_pair.AsSpan(0, code.Length + 1 + asterisk.Length));
    }

    private ReadOnlySpan<byte> Cell(byte[] buffer, int column) => buffer.AsSpan((_bounds[column] + 1).._bounds[column + 1]);

    /// <summary>Writes the reason, and notes what the rejects file will say.</summary>
    private void Reject(ReadOnlySpan<byte> row, RejectReason reason)
    {
        var reasons = new List<string>();
        if (reason != RejectReason.None)
        {
            reasons.Add(reason.Code());
            _output.Rejects.Add(new(_output.Rows, _output.Lines, "", reason, Shown(row)));
        }

        for (var i = 0; i < _found.Length; i++)
        {
            if (_found[i] < 0) continue;
            foreach (var code in _answers[AnswerSet.NumberAt(_answers.Texts, _found[i])].Codes)
            {
                if (code.Reason == RejectReason.None) continue;
                reasons.Add($"{_layout.Columns[i].Name}: {code.Reason.Code()}");
                _output.Rejects.Add(new(_output.Rows, _output.Lines, _layout.Columns[i].Name, code.Reason, code.Key.Length > ShownText ? code.Key[..ShownText] + "…" : code.Key));
            }
        }

        _output.RejectedRows++;
        _output.Append(_dialect.Encoding.Encode(_dialect.Cell(string.Join(" | ", reasons)), out _));
        // What was made room for may be used up.
        _output.EnsureRoom(2);
    }

    private void ConvertPiece(Block block)
    {
        var content = block.IsLastPiece ? _dialect.ContentLength(block.Text) : block.Length;
        if (!_isCountedOnly) _output.Append(block.Text[..content]);
        if (!block.IsLastPiece) return;
        if (!_isCountedOnly)
        {
            Array.Fill(_found, AnswerSet.Blank);
            foreach (var place in _found) _output.Append(_answers.Texts.AsSpan(place, AnswerSet.LengthAt(_answers.Texts, place)));
            _output.Append([_dialect.Delimiter]);
            Reject([], RejectReason.RowTooLong);
            _output.Append(block.Text[content..]);
        }

        _output.Rows++;
        // Its inner line ends, which are in quoted cells or beyond reading, are not counted as lines.
        _output.Lines++;
    }

    /// <summary>The beginning of a row for a person: bytes that are no characters as <c>\xE6</c>.</summary>
    private string Shown(ReadOnlySpan<byte> row)
    {
        var shown = row[..Math.Min(row.Length, ShownText)];
        var text = _dialect.Encoding.IsValid(shown) ? _dialect.Encoding.Decode(shown) : Escaped(shown);
        return row.Length > ShownText ? text + "…" : text;
    }

    private string Escaped(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        while (!bytes.IsEmpty)
        {
            var length = System.Text.Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done && _dialect.Encoding == FileEncoding.Utf8 ? used : 0;
            if (length > 0) text.Append(rune.ToString());
            else if (_dialect.Encoding != FileEncoding.Utf8 && _dialect.Encoding.IsValid(bytes[..1])) text.Append(_dialect.Encoding.Decode(bytes[..1]));
            else text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{bytes[0]:X2}");
            bytes = bytes[Math.Max(1, length)..];
        }

        return text.ToString();
    }
}
