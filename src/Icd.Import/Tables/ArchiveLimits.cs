using System.IO.Compression;

namespace Icd.Import.Tables;

/// <summary>How much an archive may unpack to: far more than WHO's files do, far less than a zip bomb.</summary>
internal static class ArchiveLimits
{
    /// <summary>WHO's largest entry, a worksheet, has 28 MB.</summary>
    public const long MaxEntryLength = 400L << 20;

    /// <summary>All entries of one archive together.</summary>
    public const long MaxTotalLength = 1L << 30;

    /// <summary>WHO's largest archive has 29 entries.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>Unpacks everything to nowhere, counting: what an archive says of its own sizes proves nothing.</summary>
    /// <exception cref="ImportException">It is too large, or no zip archive.</exception>
    public static void Check(Stream archive, string name)
    {
        archive.Position = 0;
        using (var zip = Open(archive, name))
        {
            // First what the archive says of itself, which costs nothing; that it is true is seen while it is unpacked.
            if (zip.Entries.Sum(entry => entry.Length) > MaxTotalLength) throw TooLarge(name);
            var total = 0L;
            foreach (var entry in zip.Entries)
            {
                using var content = OpenEntry(entry, $"{name}/{entry.FullName}");
                total += Drain(content);
                if (total > MaxTotalLength) throw TooLarge(name);
            }
        }

        archive.Position = 0;
    }

    /// <summary>Opens an archive whose stream stays open.</summary>
    public static ZipArchive Open(Stream archive, string name)
    {
        try
        {
            var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count <= MaxEntries) return zip;
            throw new ImportException(name, $"the archive has {zip.Entries.Count} entries, at most {MaxEntries} are read", "This is not one of WHO's archives.");
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new ImportException(name, "this is not a zip archive, or it is damaged", "Download the file again.", inner: exception);
        }
    }

    /// <summary>An entry's content, which throws as soon as it has more bytes than allowed or is damaged.</summary>
    public static Stream OpenEntry(ZipArchiveEntry entry, string name)
    {
        // Before a byte is unpacked into memory; BoundedStream sees to archives that lie about it.
        if (entry.Length > MaxEntryLength) throw TooLarge(name);
        try
        {
            return new BoundedStream(entry.Open(), MaxEntryLength, entry.Length, entry.Crc32, name);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new ImportException(name, "the entry is damaged or packed in an unknown way", "Download the archive again.", inner: exception);
        }
    }

    /// <summary>What .NET throws on damaged archives, where sizes and offsets are nonsense too.</summary>
    public static bool IsDamage(Exception exception) => exception is
        InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException;

    public static ImportException TooLarge(string name) => new(
        name, $"it unpacks to more than {MaxEntryLength >> 20} MB an entry or {MaxTotalLength >> 20} MB in all, so it is not one of WHO's files",
        "If it comes from WHO all the same, unpack it yourself and import the files inside.");

    private static long Drain(Stream content)
    {
        var buffer = new byte[81_920];
        var total = 0L;
        for (int read; (read = content.Read(buffer)) > 0;) total += read;
        return total;
    }
}
