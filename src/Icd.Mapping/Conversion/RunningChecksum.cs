using System.Globalization;
using System.Security.Cryptography;
using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>A checksum that goes on: SHA-256, or CRC-32C where that is all that is asked for.</summary>
internal sealed class RunningChecksum : IDisposable
{
    private readonly IncrementalHash? _sha256;
    private uint _crc;

    public RunningChecksum(bool isSha256) => _sha256 = isSha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    public void Append(ReadOnlySpan<byte> bytes) => Append(bytes, PartOf(bytes));

    /// <summary>Appends what <see cref="PartOf"/> has summed.</summary>
    public void Append(ReadOnlySpan<byte> bytes, uint part)
    {
        if (_sha256 is not null) _sha256.AppendData(bytes);
        else _crc = Crc32C.Combine(_crc, part, bytes.Length);
    }

    /// <summary>What can be summed before the bytes have their turn, by any thread; SHA-256 has nothing of the kind.</summary>
    public uint PartOf(ReadOnlySpan<byte> bytes) => _sha256 is null ? Crc32C.Of(bytes) : 0;

    /// <summary>Algorithm and digest, such as <c>crc32c:e3069283</c>.</summary>
    public override string ToString() => _sha256 is not null
        ? "sha256:" + Convert.ToHexStringLower(_sha256.GetCurrentHash())
        : "crc32c:" + _crc.ToString("x8", CultureInfo.InvariantCulture);

    public void Dispose() => _sha256?.Dispose();
}
