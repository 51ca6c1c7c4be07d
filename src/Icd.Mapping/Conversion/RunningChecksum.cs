using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Icd.Mapping.Conversion;

/// <summary>A checksum that goes on: SHA-256, or CRC-32C where that is all that is asked for.</summary>
internal sealed class RunningChecksum : IDisposable
{
    private readonly IncrementalHash? _sha256;
    private uint _crc = uint.MaxValue;

    public RunningChecksum(bool isSha256) => _sha256 = isSha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_sha256 is not null)
        {
            _sha256.AppendData(bytes);
            return;
        }

        var crc = _crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) crc = BitOperations.Crc32C(crc, value);
        _crc = crc;
    }

    /// <summary>Algorithm and digest, such as <c>crc32c:e3069283</c>.</summary>
    public override string ToString() => _sha256 is not null
        ? "sha256:" + Convert.ToHexStringLower(_sha256.GetCurrentHash())
        : "crc32c:" + (~_crc).ToString("x8", CultureInfo.InvariantCulture);

    public void Dispose() => _sha256?.Dispose();
}
