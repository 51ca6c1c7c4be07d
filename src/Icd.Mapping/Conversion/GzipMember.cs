using System.IO.Compression;

namespace Icd.Mapping.Conversion;

/// <summary>Each piece of a compressed file is a member of its own: members of gzip may follow each other, and the result is the same whoever makes them.</summary>
internal static class GzipMember
{
    /// <summary>Nothing for no bytes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return [];
        var compressed = new MemoryStream(bytes.Length / 4);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return compressed.ToArray();
    }
}
