using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Icd.Api.Page;

/// <summary>A file of the clinician's page, carried in the assembly.</summary>
internal sealed record PageFile(string Path, string ContentType, byte[] Bytes)
{
    private const string Prefix = "web/";

    /// <summary>Names under this folder hold a hash of the contents, so what lies there never changes.</summary>
    private const string HashedFolder = "assets/";

    /// <summary>Changes with the contents.</summary>
    public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8))}\"");

    /// <summary>How long a browser may keep the file without asking.</summary>
    public string CacheControl => Path.StartsWith(HashedFolder, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>All files of the page; none where it was built without Node.js.</summary>
    public static IEnumerable<PageFile> All()
    {
        var assembly = typeof(PageFile).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
            yield return new(name[Prefix.Length..], TypeOf(System.IO.Path.GetExtension(name)), Read(assembly, name));
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new NotSupportedException($"The page has a file of a kind that the server does not know: {extension}."),
    };
}
