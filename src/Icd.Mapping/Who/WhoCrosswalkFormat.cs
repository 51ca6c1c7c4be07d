using System.Runtime.InteropServices;

namespace Icd.Mapping.Who;

/// <summary>The layout of a compiled crosswalk file; <c>docs/crosswalk-format.md</c> describes it.</summary>
internal static class WhoCrosswalkFormat
{
    public const ulong Magic = 0x0A1A_0A0D_5044_4389;
    public const ushort Major = 1;
    public const ushort Minor = 0;
    public const int HeaderLength = 48;
    public const int SectionCount = 7;

    public enum Section
    {
        Strings = 0,
        Sources = 1,
        One = 2,
        Many = 3,
        Back = 4,
        FoundationBack = 5,
        Foundation = 6,
    }

    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct Header
    {
        public ulong Magic;
        public ushort Major, Minor;
        public uint Sections;
        public ulong Length;
        public uint BodyCrc, HeaderCrc;
        public uint Year, Month;
        public ulong Reserved;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct SectionRecord
    {
        public uint Offset, Length;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct SourceRecord
    {
        public uint Table, Name, Sha256, Rows;
    }

    /// <summary>Sorted by code, then row.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct ForwardRecord
    {
        public ulong Code;
        public uint Id, Expression, Row;
        public byte Residual, Class;
        public ushort Reserved;
    }

    /// <summary>Sorted by code.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct FoundationRecord
    {
        public ulong Code;
        public uint Id, IsEquivalent;
    }

    /// <summary>Sorted by key: entity number × 4 + residual.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    public struct BackRecord
    {
        public ulong Key, Code;
        public uint Row, Reserved;
    }
}
