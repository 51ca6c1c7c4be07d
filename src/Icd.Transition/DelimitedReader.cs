using System.Buffers;

namespace Icd.Transition;

/// <summary>Reads rows of delimited text from a stream, one after the other, without allocating for a row.</summary>
internal sealed class DelimitedReader(Stream input, byte delimiter) : IDisposable
{
    private const int BufferSize = 1 << 18, MaxRow = 1 << 24;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start, _filled;
    private bool _isAtEnd;

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>The next row with its line end, which the last one may lack; valid until the next call.</summary>
    /// <exception cref="InvalidDataException">A row is longer than 16 MB, or a quoted cell does not end.</exception>
    public bool TryRead(out ReadOnlySpan<byte> row)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _filled - _start);
            var end = DelimitedRow.End(rest, delimiter);
            if (end < 0 && _isAtEnd)
            {
                if (rest.Length > 0 && DelimitedRow.IsInsideQuotes(rest, delimiter)) throw new InvalidDataException($"Row {Rows + 1}: a quoted cell does not end. Close the quotes, or name another separator.");
                end = rest.Length;
            }

            if (end >= 0)
            {
                row = rest[..end];
                _start += end;
                if (end > 0) Rows++;
                return end > 0;
            }

            Fill(rest);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Fill(ReadOnlySpan<byte> rest)
    {
        if (rest.Length == _buffer.Length)
        {
            if (rest.Length >= MaxRow) throw new InvalidDataException($"Row {Rows + 1} is longer than 16 MB. Is the separator right, and are all quotes closed?");
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            rest.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else rest.CopyTo(_buffer);

        (_filled, _start) = (rest.Length, 0);
        var read = input.Read(_buffer.AsSpan(_filled));
        _filled += read;
        _isAtEnd = read == 0;
    }
}
