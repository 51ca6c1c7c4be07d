using System.Buffers.Text;

namespace Icd.SyntheticRegistry;

/// <summary>Bytes that grow at their end.</summary>
internal sealed class ByteRow
{
    private byte[] _bytes = new byte[1 << 12];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (Length + values.Length > _bytes.Length) Grow(values.Length);
        values.CopyTo(_bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <summary>A whole number with zeros before it up to a width.</summary>
    public void Add(long number, int width = 1)
    {
        if (Length + 20 > _bytes.Length) Grow(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var written, new('D', (byte)width));
        Length += written;
    }

    private void Grow(int by) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _bytes.Length + by));
}
