using System.Numerics;

namespace Icd.SyntheticRegistry;

/// <summary>Xoshiro256**: the same numbers from the same seed under every version of .NET, which <see cref="Random"/> does not promise.</summary>
internal sealed class RegistryRandom
{
    private ulong _a, _b, _c, _d;

    public RegistryRandom(ulong seed)
    {
        _a = Spread(ref seed);
        _b = Spread(ref seed);
        _c = Spread(ref seed);
        _d = Spread(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to <paramref name="below"/>, which is not among them.</summary>
    public int Next(int below) => (int)(((Next() >> 32) * (ulong)below) >> 32);

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="below"/>, which is not among them.</summary>
    public int Next(int from, int below) => from + Next(below - from);

    /// <summary>Whether something happens that happens so many times in a million.</summary>
    public bool Happens(double timesInAMillion) => (Next() >> 11) * (1.0 / (1UL << 53)) < timesInAMillion / 1e6;

    /// <summary>SplitMix64: seeds that differ in one bit give states that differ in half of them.</summary>
    private static ulong Spread(ref ulong seed)
    {
        var z = seed += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
