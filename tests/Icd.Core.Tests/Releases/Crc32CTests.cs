using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class Crc32CTests
{
    [Fact]
    public void Of_CheckTextOfTheStandard_IsItsCheckValue() => Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 15) - 1)]
    [InlineData(1 << 15)]
    [InlineData((1 << 15) + 7)]
    [InlineData((1 << 15) + 24)]
    [InlineData(1_000_003)]
    public void Of_AnyLength_IsTheSumBitByBit(int length)
    {
        var bytes = Bytes(length);
        Assert.Equal(BitByBit(bytes, uint.MaxValue), Crc32C.Of(bytes));
        Assert.Equal(BitByBit(bytes, 0x12345678), Crc32C.Of(bytes, 0x12345678));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(1, 70_000)]
    [InlineData(100_000, 3)]
    public void Combine_TwoParts_IsTheSumOfTheWhole(int first, int second)
    {
        var bytes = Bytes(first + second);
        Assert.Equal(Crc32C.Of(bytes), Crc32C.Combine(Crc32C.Of(bytes.AsSpan(..first)), Crc32C.Of(bytes.AsSpan(first..)), second));
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes, uint register)
    {
        foreach (var value in bytes)
        {
            register ^= value;
            for (var bit = 0; bit < 8; bit++) register = (register >> 1) ^ ((register & 1) == 0 ? 0 : 0x82F63B78);
        }

        return ~register;
    }
}
