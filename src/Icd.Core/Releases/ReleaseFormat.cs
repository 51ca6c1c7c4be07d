using System.Runtime.InteropServices;

namespace Icd.Core.Releases;

/// <summary>The layout of a compiled release; <c>docs/release-format.md</c> describes it for other readers.</summary>
/// <remarks>Little-endian throughout. Entities are in depth-first order, so a subtree is a range of indexes.</remarks>
internal static class ReleaseFormat
{
    /// <summary>Counted up when a reader of the old format would misread the new one.</summary>
    public const ushort Major = 1;

    /// <summary>Counted up when sections are added that an old reader may ignore.</summary>
    public const ushort Minor = 1;

    public const int HeaderLength = 64;
    public const int LengthOffset = 16, BodyChecksumOffset = 24, HeaderChecksumOffset = 28, ContentHashOffset = 32, ContentHashLength = 32;
    public const int SectionCountOffset = 12, VersionOffset = 8;

    /// <summary>Like PNG's: the high bit and the line ends show a transfer that treated the file as text.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'I', (byte)'C', (byte)'D', 0x0D, 0x0A, 0x1A, 0x0A];

    public enum Section : uint
    {
        Info = 1,
        Strings = 2,
        Languages = 3,
        Sources = 4,
        Entities = 5,
        Titles = 6,
        TermIndex = 7,
        Terms = 8,
        CodeKeys = 9,
        CodeValues = 10,
        UriKeys = 11,
        UriValues = 12,
        ScaleIndex = 13,
        Scales = 14,
        ScaleRoots = 15,
        SanctionStamp = 16,
        Sanctions = 17,
    }

    public const int SectionCount = 17;

    /// <summary>Text is a reference into the string section: 0 for none, else the offset of a length and UTF-8 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct SectionRecord
    {
        public Section Id;
        public uint Count;
        public ulong Offset;
        public ulong Length;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct InfoRecord
    {
        public Classification Classification;
        public byte IsStarter;
        public ushort Year;
        public uint Month;
        public uint Title;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct SourceRecord
    {
        public uint Kind, Name, Language, Version, Sha256;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct EntityRecord
    {
        public ulong Code;
        public uint Id;
        public int Parent;
        public int End;
        public uint BlockId;
        public int Chapter;
        public EntityKind Kind;
        public Codes.Residual Residual;
        public EntityTraits Traits;
        public byte Depth;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct TermRecord
    {
        public ulong Reference;
        public uint Text;
        public TermKind Kind;
        public byte Language;
        public ushort Source;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct ScaleRecord
    {
        public uint Axis;
        public uint RootStart;
        public uint RootCount;
        public byte IsRequired;
        public AllowMultipleValues Multiple;
        public ushort Source;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct SanctionRecord
    {
        public int Stem, Value, Target;
        public byte IsCertain, ImpliesWords;
        public ushort Reserved;
    }

    /// <summary>Where a key of a hash section would stand: Fibonacci hashing into a table of 2^<paramref name="bits"/> slots.</summary>
    public static int Slot(ulong key, int bits) => bits == 0 ? 0 : (int)((key * 0x9E37_79B9_7F4A_7C15) >> (64 - bits));
}
