using System.Buffers.Binary;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

/// <summary>Changes a compiled release as a faulty or newer writer would: with checksums that are right.</summary>
internal static class Forgery
{
    private const int TableEntryLength = 24;

    public static byte[] Of(byte[] compiled, Action<byte[]> change)
    {
        var forged = compiled.ToArray();
        change(forged);
        BinaryPrimitives.WriteUInt32LittleEndian(
            forged.AsSpan(ReleaseFormat.BodyChecksumOffset), Crc32C.Of(forged.AsSpan(ReleaseFormat.HeaderLength)));
        BinaryPrimitives.WriteUInt32LittleEndian(forged.AsSpan(ReleaseFormat.HeaderChecksumOffset), ReleaseHeader.HeaderChecksum(forged));
        return forged;
    }

    /// <summary>The entry of a section in the table: id, count, offset, length.</summary>
    public static Span<byte> TableEntry(this byte[] file, ReleaseFormat.Section section)
    {
        for (var at = ReleaseFormat.HeaderLength; ; at += TableEntryLength)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == (uint)section) return file.AsSpan(at, TableEntryLength);
        }
    }

    public static void SetId(this byte[] file, ReleaseFormat.Section section, uint id) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.TableEntry(section), id);

    public static void SetOffset(this byte[] file, ReleaseFormat.Section section, ulong offset) =>
        BinaryPrimitives.WriteUInt64LittleEndian(file.TableEntry(section)[8..], offset);

    public static void SetLength(this byte[] file, ReleaseFormat.Section section, ulong length) =>
        BinaryPrimitives.WriteUInt64LittleEndian(file.TableEntry(section)[16..], length);

    public static ulong LengthOf(this byte[] file, ReleaseFormat.Section section) =>
        BinaryPrimitives.ReadUInt64LittleEndian(file.TableEntry(section)[16..]);

    public static Span<byte> Contents(this byte[] file, ReleaseFormat.Section section) =>
        file.AsSpan((int)BinaryPrimitives.ReadUInt64LittleEndian(file.TableEntry(section)[8..]), (int)file.LengthOf(section));
}
