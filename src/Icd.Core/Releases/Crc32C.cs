using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Icd.Core.Releases;

/// <summary>CRC-32C (Castagnoli), the checksum of all compiled files; in hardware it reads many gigabytes a second, so every open can afford it.</summary>
public static class Crc32C
{
    /// <summary>The polynomial, its highest coefficients in the lowest bits as in the sum itself.</summary>
    private const uint Polynomial = 0x82F63B78;

    /// <summary>From so many bytes on, putting parts together costs less than summing them side by side saves.</summary>
    private const int WorthDividing = 1 << 15;

    /// <summary>x to the power of the bits of 1, 2, 4 … bytes, modulo the polynomial.</summary>
    private static readonly uint[] Powers = PowersOfTwo();

    /// <summary>The checksum of some bytes.</summary>
    /// <param name="bytes">What is summed.</param>
    /// <param name="seed">Where the sum begins: the complement of the checksum of what goes before, if anything does.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = uint.MaxValue)
    {
        var crc = seed;
        if (bytes.Length >= WorthDividing)
        {
            var third = bytes.Length / 3 & -sizeof(ulong);
            crc = OfThirds(bytes[..(3 * third)], crc);
            bytes = bytes[(3 * third)..];
        }

        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) crc = Add(crc, word);
        foreach (var b in bytes[(words.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }

    /// <summary>The checksum of two texts, one after the other, from those of each.</summary>
    /// <param name="first">The checksum of the first one.</param>
    /// <param name="second">The checksum of the second one.</param>
    /// <param name="length">How long the second one is, in bytes.</param>
    public static uint Combine(uint first, uint second, long length) => Product(PowerOfBytes(length), first) ^ second;

    /// <summary>A processor begins a step each cycle and has its result three cycles later: three sums beside each other take the time of one.</summary>
    private static uint OfThirds(ReadOnlySpan<byte> bytes, uint seed)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var third = words.Length / 3;
        var one = words[..third];
        var two = words.Slice(third, third);
        var three = words.Slice(2 * third, third);
        var (first, second, last) = (seed, 0u, 0u);
        for (var i = 0; i < one.Length && i < two.Length && i < three.Length; i++)
        {
            first = Add(first, one[i]);
            second = Add(second, two[i]);
            last = Add(last, three[i]);
        }

        var power = PowerOfBytes(third * (long)sizeof(ulong));
        return Product(power, Product(power, first) ^ second) ^ last;
    }

    private static uint Add(uint crc, ulong word) => BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));

    /// <summary>What bytes of zero do to the sum before them: x to the power of their bits, modulo the polynomial.</summary>
    private static uint PowerOfBytes(long count)
    {
        var power = 1u << 31;
        for (var i = 0; count > 0; i++, count >>= 1)
        {
            if ((count & 1) != 0) power = Product(Powers[i], power);
        }

        return power;
    }

    private static uint[] PowersOfTwo()
    {
        var powers = new uint[63];
        powers[0] = 1u << 23;
        for (var i = 1; i < powers.Length; i++) powers[i] = Product(powers[i - 1], powers[i - 1]);
        return powers;
    }

    /// <summary>The product of two polynomials, modulo the polynomial.</summary>
    private static uint Product(uint one, uint other)
    {
        var product = 0u;
        for (; one != 0; one <<= 1)
        {
            if ((one & (1u << 31)) != 0) product ^= other;
            other = (other >> 1) ^ ((other & 1) != 0 ? Polynomial : 0);
        }

        return product;
    }
}
