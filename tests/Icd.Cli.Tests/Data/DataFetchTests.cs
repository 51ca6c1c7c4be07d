using System.Security.Cryptography;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Data;

/// <summary>Downloads from a server on this machine that has WHO's own file.</summary>
public class DataFetchTests
{
    private const string Name = "SimpleTabulation-ICD-11-MMS-en.zip";

    [WhoDataFact]
    public void Fetch_ThenAgain_DownloadsOnceAndImports()
    {
        using var server = Server();
        using var folder = new TestFolder();

        var first = Fetch(server, folder, "--no-mapping").Exits(0);
        var second = Fetch(server, folder, "--no-mapping").Exits(0);

        Assert.Matches($@"^mms-2024-01: 36044 entities, en, \d\.\d MB -> {folder.File("mms-2024-01.icdrel")}\n$", first.Out);
        Assert.Contains($"{folder.File("downloads", "2024-01", Name)}  sha256 {Hash()}\n", first.Error, StringComparison.Ordinal);
        Assert.Contains($"  sha256 {Hash()}  (was there already)\n", second.Error, StringComparison.Ordinal);
        Assert.Equal($"/2024-01/{Name}", Assert.Single(server.Requests));
        Assert.Equal($"{Hash()}  {Name}\n", File.ReadAllText(folder.File("downloads", "2024-01", "SHA256SUMS")));
    }

    [WhoDataFact]
    public void Fetch_JsonWithoutImport_ListsTheFiles()
    {
        using var server = Server();
        using var folder = new TestFolder();

        var json = Fetch(server, folder, "--no-mapping", "--no-import", "--json", "--sha256", $"{Name}={Hash().ToUpperInvariant()}").Exits(0).Json;

        var file = Assert.Single(json.GetProperty("files").EnumerateArray());
        Assert.Equal((folder.File("downloads", "2024-01", Name), Hash(), false), (file.GetProperty("path").GetString(), file.GetProperty("sha256").GetString(), file.GetProperty("wasThere").GetBoolean()));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.icdrel"));
    }

    [WhoDataFact]
    public void Fetch_OtherChecksum_KeepsNothing()
    {
        using var server = Server();
        using var folder = new TestFolder();
        var expected = new string('0', 64);

        var result = Fetch(server, folder, "--no-mapping", "--sha256", $"{Name}={expected}").Exits(3);

        Assert.EndsWith($"icd: {server.Address}2024-01/{Name}: the file's SHA-256 is {Hash()}, expected is {expected}. Download it again; if it stays so, it is another file than you expect.\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.File("downloads", "2024-01"), "*.zip"));
    }

    [Fact]
    public void Fetch_ServerHasNoSuchRelease_SaysWhatNamesLookLike()
    {
        using var server = new LoopbackServer(_ => null);
        using var folder = new TestFolder();

        var result = Fetch(server, folder).Exits(3);

        Assert.Equal("", result.Out);
        Assert.Equal($"icd: {server.Address}2024-01/{Name}: the server answers 404. WHO has no such release or language there. Releases are named like 2024-01; languages like en, es, fr.\n", result.Error);
    }

    [Fact]
    public void Fetch_PageInsteadOfAnArchive_IsNotTakenForTheFile()
    {
        using var server = new LoopbackServer(_ => "<html>Please log in</html>"u8.ToArray());
        using var folder = new TestFolder();

        var result = Fetch(server, folder).Exits(3);

        Assert.Contains($"icd: {server.Address}2024-01/{Name}: this is not a zip archive, or it is damaged.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.File("downloads", "2024-01")), file => Path.GetExtension(file) is ".zip" or ".part");
    }

    [Fact]
    public void Fetch_Languages_AreSeparatedByCommasOrRepeated()
    {
        using var server = new LoopbackServer(_ => EmptyZip());
        using var folder = new TestFolder();

        Fetch(server, folder, "--language", "en,es", "--language", "fr", "--no-import").Exits(0);

        Assert.Equal(
            ["/2024-01/SimpleTabulation-ICD-11-MMS-en.zip", "/2024-01/SimpleTabulation-ICD-11-MMS-es.zip", "/2024-01/SimpleTabulation-ICD-11-MMS-fr.zip", "/2024-01/mapping.zip"],
            server.Requests);
    }

    private static byte[] EmptyZip()
    {
        using var bytes = new MemoryStream();
        using (new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create))
        {
            // No entries: the end record alone is an archive.
        }

        return bytes.ToArray();
    }

    private static LoopbackServer Server() => new(path => path.EndsWith(Name, StringComparison.Ordinal) ? File.ReadAllBytes(WhoData.File("2024-01", Name)) : null);

    private static string Hash() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(WhoData.File("2024-01", Name))));

    // The address without its slash at the end, as people type it.
    private static IcdResult Fetch(LoopbackServer server, TestFolder folder, params string[] more) =>
        IcdProcess.Run(["data", "fetch", "2024-01", "--base-url", server.Address.TrimEnd('/'), "--data-dir", folder.Path, .. more]);
}
