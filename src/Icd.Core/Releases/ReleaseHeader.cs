using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Icd.Core.Releases.ReleaseFormat;

namespace Icd.Core.Releases;

/// <summary>The verified header of a compiled release.</summary>
/// <param name="Sections">Indexed by <see cref="Section"/>; ones that the file lacks are empty.</param>
/// <param name="ContentHash">Lower-case hexadecimal.</param>
internal readonly record struct ReleaseHeader(SectionRecord[] Sections, string ContentHash)
{
    /// <summary>Verifies that the bytes are a whole, undamaged release of a format that this library reads.</summary>
    /// <exception cref="ReleaseFormatException">They are not.</exception>
    public static ReleaseHeader Verify(ReadOnlySpan<byte> file, string path)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Magic))
            throw new ReleaseFormatException(ReleaseFormatProblem.NotARelease, path, "er ikke en kompilert ICD-utgave. `icd data import` lager slike.", "is not a compiled ICD release. Compiled releases are made by `icd data import`.");

        VerifyVersion(file, path);
        var stated = BinaryPrimitives.ReadUInt64LittleEndian(file[LengthOffset..]);
        if (HeaderChecksum(file) != BinaryPrimitives.ReadUInt32LittleEndian(file[HeaderChecksumOffset..]))
            throw Corrupt(path, "sjekksummen for hodet stemmer ikke", "the header's checksum does not match");
        if (stated != (ulong)file.Length)
            throw new ReleaseFormatException(
                ReleaseFormatProblem.WrongLength, path,
                $"har {file.Length} byte, men hodet sier {stated}: filen er avkortet eller forlenget. Les utgaven inn på nytt.",
                $"has {file.Length} bytes, its header says {stated}; the file was cut off or added to. Import the release again.");
        if (Crc32C.Of(file[HeaderLength..]) != BinaryPrimitives.ReadUInt32LittleEndian(file[BodyChecksumOffset..]))
            throw Corrupt(path, "sjekksummen for innholdet stemmer ikke", "the checksum of its contents does not match");
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Compiled releases are little-endian, this machine is big-endian.");
        return new(ReadSections(file, path), Convert.ToHexStringLower(file.Slice(ContentHashOffset, ContentHashLength)));
    }

    private static void VerifyVersion(ReadOnlySpan<byte> file, string path)
    {
        var major = BinaryPrimitives.ReadUInt16LittleEndian(file[VersionOffset..]);
        if (major == Major) return;
        throw major > Major
            ? new ReleaseFormatException(ReleaseFormatProblem.NewerFormat, path, $"har formatversjon {major}; dette programmet leser {Major}. Bruk en nyere versjon av programmet, eller les utgaven inn på nytt med dette.", $"has format version {major}, this program reads {Major}. Use a newer version of the program, or import the release again with this one.")
            : new ReleaseFormatException(ReleaseFormatProblem.OlderFormat, path, $"har formatversjon {major}; dette programmet leser {Major}. Les utgaven inn på nytt.", $"has format version {major}, this program reads {Major}. Import the release again.");
    }

    /// <summary>The checksum of the header with its own field left out.</summary>
    public static uint HeaderChecksum(ReadOnlySpan<byte> file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file[..HeaderLength].CopyTo(header);
        header.Slice(HeaderChecksumOffset, sizeof(uint)).Clear();
        return Crc32C.Of(header);
    }

    private static SectionRecord[] ReadSections(ReadOnlySpan<byte> file, string path)
    {
        var count = BinaryPrimitives.ReadUInt32LittleEndian(file[SectionCountOffset..]);
        var tableLength = (ulong)count * (ulong)Unsafe.SizeOf<SectionRecord>();
        if (HeaderLength + tableLength > (ulong)file.Length) throw Corrupt(path, "tabellen over delene er lengre enn filen", "its table of sections is longer than the file");

        var sections = new SectionRecord[SectionCount + 1];
        foreach (var section in MemoryMarshal.Cast<byte, SectionRecord>(file.Slice(HeaderLength, (int)tableLength)))
        {
            if (section.Offset > (ulong)file.Length || section.Length > (ulong)file.Length - section.Offset)
                throw Corrupt(path, $"del {(uint)section.Id} ligger utenfor filen", $"its section {(uint)section.Id} lies outside the file");
            // Sections that this version does not know were added by a later minor version and may be ignored.
            if ((uint)section.Id <= SectionCount) sections[(int)section.Id] = section;
        }

        return sections;
    }

    private static ReleaseFormatException Corrupt(string path, string bokmal, string english) =>
        new(ReleaseFormatProblem.Corrupt, path, $"er skadet: {bokmal}. Les utgaven inn på nytt.", $"is damaged: {english}. Import the release again.");
}
