namespace Icd.Import.Tables;

/// <summary>An archive's entry that refuses to deliver more than a number of bytes, and reports damage as an import error.</summary>
/// <remarks>
/// <see cref="System.IO.Compression.ZipArchive"/> does not verify checksums: a flipped bit may change a letter of a title
/// and nothing else. The checksum that the archive states is therefore verified here, when the last byte is read.
/// </remarks>
internal sealed class BoundedStream(Stream inner, long limit, long length, uint crc32, string name) : Stream
{
    private static readonly uint[] Crc32Table = [.. Enumerable.Range(0, 256).Select(value => Crc32Of((uint)value))];

    private long _delivered;
    private uint _crc = uint.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _delivered;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception exception) when (ArchiveLimits.IsDamage(exception))
        {
            throw Damaged(exception);
        }

        _delivered += read;
        foreach (var unit in buffer[..read]) _crc = Crc32Table[(byte)(_crc ^ unit)] ^ (_crc >> 8);
        if (_delivered <= limit && _delivered > length) throw Damaged(null);
        if (read == 0 && buffer.Length > 0 && (_delivered != length || ~_crc != crc32)) throw Damaged(null);
        return _delivered <= limit ? read : throw ArchiveLimits.TooLarge(name);
    }

    private ImportException Damaged(Exception? cause) => new(name, "the archive is damaged", "Download the file again.", inner: cause);

    private static uint Crc32Of(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
