using System.Buffers.Binary;
using System.Numerics;

namespace Icd.Core.Codes;

/// <summary>Up to eight ASCII characters in a 64-bit integer, first character in the highest byte.</summary>
/// <remarks>Packed this way integers sort like their text, compare in one instruction and hash for free.</remarks>
internal static class PackedText
{
    public const int MaxLength = 8;

    public static int Length(ulong packed) => packed == 0 ? 0 : MaxLength - (BitOperations.TrailingZeroCount(packed) >> 3);

    public static byte CharAt(ulong packed, int index) => (byte)(packed >> (56 - (index << 3)));

    /// <summary>Left-aligns <paramref name="length"/> characters that were shifted in from the right.</summary>
    public static ulong Align(ulong shiftedIn, int length) => length == 0 ? 0 : shiftedIn << ((MaxLength - length) << 3);

    /// <summary>Packs text as it is; 0 where it is empty, longer than eight characters or not ASCII.</summary>
    public static ulong FromAscii(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength) return 0;
        ulong packed = 0;
        foreach (var c in text)
        {
            if (c is '\0' or > '\x7F') return 0;
            packed = (packed << 8) | c;
        }

        return Align(packed, text.Length);
    }

    /// <summary>Writes the text; <see langword="false"/> where the destination is too short.</summary>
    public static bool TryFormat(ulong packed, Span<char> destination, out int written)
    {
        var length = Length(packed);
        if (destination.Length < length)
        {
            written = 0;
            return false;
        }

        for (var i = 0; i < length; i++) destination[i] = (char)CharAt(packed, i);
        written = length;
        return true;
    }

    /// <inheritdoc cref="TryFormat(ulong, Span{char}, out int)"/>
    public static bool TryFormat(ulong packed, Span<byte> destination, out int written)
    {
        written = Length(packed);
        Span<byte> all = stackalloc byte[MaxLength];
        BinaryPrimitives.WriteUInt64BigEndian(all, packed);
        if (all[..written].TryCopyTo(destination)) return true;
        written = 0;
        return false;
    }

    public static string ToString(ulong packed) =>
        string.Create(Length(packed), packed, static (span, value) => TryFormat(value, span, out _));
}
