using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Icd.Core.Releases;

/// <summary>CRC-32C (Castagnoli), the checksum of all compiled files; in hardware it reads some gigabytes a second, so every open can afford it.</summary>
public static class Crc32C
{
    /// <summary>The checksum of some bytes.</summary>
    /// <param name="bytes">What is summed.</param>
    /// <param name="seed">Where the sum begins: the complement of the checksum of what goes before, if anything does.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = uint.MaxValue)
    {
        var crc = seed;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (var b in bytes[(words.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
