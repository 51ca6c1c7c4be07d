namespace Icd.Mapping.Conversion;

/// <summary>Reads the input in blocks of whole rows.</summary>
/// <remarks>
/// Blocks are cut at the first row that begins at or after each multiple of <see cref="BlockSize"/>, so that the cuts are the same whoever reads,
/// from wherever: output and compressed output are then the same for any number of threads and shards, and after a resumption.
/// A row longer than <see cref="MaxRow"/> comes in pieces; memory stays bounded. Not safe for concurrent use.
/// </remarks>
internal sealed class BlockReader
{
    /// <summary>A block's nominal size: with its output it stays within a core's second cache.</summary>
    public const int BlockSize = 1 << 17;

    /// <summary>Rows that are longer, in bytes, are not looked at. Quotes do not count in them: they end at the first line end that comes after so many bytes.</summary>
    public const int MaxRow = 4 << 20;

    private const int ReadAhead = 4096;

    private readonly Stream _stream;
    private readonly Dialect _dialect;
    private readonly RunningChecksum _checksum;
    private byte[] _carry;
    private int _carryStart, _carryEnd;
    private long _longRowRead = -1, _longRowNumber;
    private bool _isAtEnd;

    /// <param name="stream">The input, read up to the end of <paramref name="ahead"/>.</param>
    /// <param name="ahead">What was read already; the reader writes into it.</param>
    /// <param name="start">Where in that the first row begins.</param>
    /// <param name="offset">Where in the input it does.</param>
    /// <param name="dialect">The file's way of writing.</param>
    /// <param name="checksum">Of the input up to <paramref name="offset"/>; goes on here.</param>
    public BlockReader(Stream stream, byte[] ahead, int start, long offset, Dialect dialect, RunningChecksum checksum)
    {
        (_stream, _carry, _carryStart, _carryEnd, Offset, _dialect, _checksum) = (stream, ahead, start, ahead.Length, offset, dialect, checksum);
    }

    /// <summary>Where the next block begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Which of the nominal blocks the next one begins in; a long row's pieces all belong to the one that the row begins in.</summary>
    public long Number => _longRowRead > 0 ? _longRowNumber : Offset / BlockSize;

    /// <summary>The checksum of the input up to <see cref="Offset"/>.</summary>
    public string Checksum => _checksum.ToString();

    /// <summary>Fills a block.</summary>
    /// <returns><see langword="false"/> at the end of the input.</returns>
    public bool Read(Block block)
    {
        (block.Start, block.Length, block.IsPiece, block.IsLastPiece) = (Offset, 0, false, false);
        if (_longRowRead >= 0) return ReadPiece(block);
        var boundary = (int)(((Number + 1) * BlockSize) - Offset);
        var cut = new RowCut(_dialect);
        for (var wanted = boundary + ReadAhead; ; wanted += Math.Max(ReadAhead, wanted / 2))
        {
            Fill(block, wanted);
            if (block.Length == 0) return false;
            var end = cut.Find(block.Text, boundary, _isAtEnd && _carryStart == _carryEnd);
            if (end >= 0) return Take(block, end);
            if (block.Length < boundary + MaxRow) continue;
            _longRowRead = 0;
            var rows = LastRowStart(block.Text);
            if (rows > 0) return Take(block, rows);
            GiveBack(block, 0);
            return ReadPiece(block);
        }
    }

    private bool ReadPiece(Block block)
    {
        if (_longRowRead == 0) _longRowNumber = Number;
        (block.IsPiece, block.Length) = (true, 0);
        Fill(block, BlockSize);
        var end = block.Length;
        block.IsLastPiece = end == 0 || (_isAtEnd && _carryStart == _carryEnd);
        if (_longRowRead + end > MaxRow)
        {
            var from = (int)Math.Max(0, MaxRow - _longRowRead);
            var lineEnd = block.Text[from..].IndexOf(_dialect.LineEnd);
            if (lineEnd >= 0) (end, block.IsLastPiece) = (from + lineEnd + 1, true);
        }

        // A line end's two characters stay together: the added cells go before both.
        if (!block.IsLastPiece && block.Buffer[end - 1] == (byte)'\r') end--;
        _longRowRead = block.IsLastPiece ? -1 : _longRowRead + end;
        return Take(block, end);
    }

    private bool Take(Block block, int length)
    {
        GiveBack(block, length);
        _checksum.Append(block.Text);
        Offset += length;
        return true;
    }

    private void GiveBack(Block block, int length)
    {
        var rest = block.Length - length;
        if (rest > 0)
        {
            if (_carryStart < rest)
            {
                var larger = new byte[rest + _carryEnd - _carryStart];
                _carry.AsSpan(_carryStart.._carryEnd).CopyTo(larger.AsSpan(rest));
                (_carry, _carryStart, _carryEnd) = (larger, rest, larger.Length);
            }

            _carryStart -= rest;
            block.Text[length..].CopyTo(_carry.AsSpan(_carryStart));
        }

        block.Length = length;
    }

    private void Fill(Block block, int length)
    {
        if (block.Length >= length) return;
        block.EnsureRoom(length);
        var carried = Math.Min(length - block.Length, _carryEnd - _carryStart);
        _carry.AsSpan(_carryStart, carried).CopyTo(block.Buffer.AsSpan(block.Length));
        (_carryStart, block.Length) = (_carryStart + carried, block.Length + carried);
        while (block.Length < length && !_isAtEnd)
        {
            var read = _stream.Read(block.Buffer, block.Length, length - block.Length);
            _isAtEnd = read == 0;
            block.Length += read;
        }
    }

    /// <summary>The beginning of the last row of a text: the one that is too long.</summary>
    private int LastRowStart(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (true)
        {
            var length = new RowCut(_dialect).Find(text[start..], 1, isComplete: false);
            if (length < 0) return start;
            start += length;
        }
    }
}
