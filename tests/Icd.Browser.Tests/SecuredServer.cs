using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Icd.Browser.Tests;

/// <summary>A server that asks for a key, on what the program carries.</summary>
public sealed class SecuredServer : WhoServer
{
    public const string Key = "icd_a-key-of-a-test";

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Icd:Security:ApiKeys:0:Name", "test"),
        new("Icd:Security:ApiKeys:0:Hash", "sha256:" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
    ];

    protected override void Fill(string directory)
    {
    }
}
