using System.Buffers;
using System.Text;

namespace Icd.Transition.Scan.Files;

/// <summary>Reads a file in pieces that fit into memory, each ending at a line's end; read-only, whatever its encoding.</summary>
internal static class SourceFile
{
    /// <summary>Files up to here are one piece; larger ones are data, exports and logs, whose lines stand for themselves.</summary>
    public const int PieceLength = 16 << 20;

    /// <summary>How much is looked at to see that a file is no text.</summary>
    private const int SampleLength = 8 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hands out a file's pieces as UTF-8 or Latin-1 bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">Told what was read.</param>
    /// <param name="use">Gets the bytes of a piece, which hold until it returns; nothing is called for a binary file.</param>
    public static void Read(string path, ScanCounts count, Action<ReadOnlySpan<byte>> use)
    {
        // Sharing everything: a program that is writing a log must not notice that it is read.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length == 0)
        {
            count.AddFile(0);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, PieceLength));
        try
        {
            var (offset, kept, isFirst, utf16) = (0L, 0, true, (Encoding?)null);
            while (true)
            {
                var read = RandomAccess.Read(file, buffer.AsSpan(kept, Math.Min(buffer.Length, PieceLength) - kept), offset);
                offset += read;
                var filled = kept + read;
                if (isFirst)
                {
                    utf16 = Utf16(buffer.AsSpan(0, filled));
                    if (utf16 is null && buffer.AsSpan(0, Math.Min(filled, SampleLength)).Contains((byte)0))
                    {
                        count.AddBinary();
                        return;
                    }

                    count.AddFile(length);
                    isFirst = false;
                }

                var isLast = read == 0 || offset >= length;
                var end = isLast ? filled : PieceEnd(buffer.AsSpan(0, filled), utf16);
                if (end > 0) use(utf16 is null ? buffer.AsSpan(0, end) : Encoding.UTF8.GetBytes(utf16.GetString(buffer, 0, end)));
                if (isLast) return;
                buffer.AsSpan(end, filled - end).CopyTo(buffer);
                kept = filled - end;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The text of a piece: UTF-8 where it is well-formed, else Latin-1, in which every byte is something.</summary>
    public static string Decode(ReadOnlySpan<byte> piece)
    {
        if (piece.StartsWith("\uFEFF"u8)) piece = piece[3..];
        try
        {
            return Strict.GetString(piece);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(piece);
        }
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;

    private static int PieceEnd(ReadOnlySpan<byte> filled, Encoding? utf16)
    {
        // A line longer than a piece is cut where it is.
        if (utf16 is not null) return filled.Length & ~1;
        var end = filled.LastIndexOf((byte)'\n') + 1;
        return end > 0 ? end : filled.Length;
    }
}
