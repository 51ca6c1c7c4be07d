using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Icd.Api.Hosting;

/// <summary>Keys of clients: 256 random bits, of which the server keeps the SHA-256 only.</summary>
/// <remarks>A slow hash protects what people choose; 256 random bits cannot be guessed however fast the hash is, and a slow one would let anybody wear the server out.</remarks>
internal static class ApiKey
{
    private const string Prefix = "icd_", HashPrefix = "sha256:";

    private const int Bytes = 32;

    /// <summary>A new key with its hash.</summary>
    public static (string Key, string Hash) Create()
    {
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (key, Hash(key));
    }

    public static string Hash(string key) => HashPrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static bool IsHash(string text) => text.StartsWith(HashPrefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(HashPrefix.Length), out var bytes) && bytes == SHA256.HashSizeInBytes;

    /// <summary>Prints a new key for a client and the hash of it for the configuration.</summary>
    public static int PrintNew(TextWriter output)
    {
        var (key, hash) = Create();
        output.WriteLine($"Key, for the client (header X-Api-Key). It is shown now and never again:\n  {key}\n\nHash, for the server's configuration:\n  Icd__Security__ApiKeys__0__Name=NAME-OF-CLIENT\n  Icd__Security__ApiKeys__0__Hash={hash}");
        return 0;
    }
}
