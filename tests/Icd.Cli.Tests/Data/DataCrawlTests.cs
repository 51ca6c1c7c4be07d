using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Data;

public class DataCrawlTests
{
    [Fact]
    public void Crawl_SmallServer_ReleaseHasItsScales()
    {
        using var server = SmallIcdApi.Start();
        using var folder = new TestFolder();

        var crawl = IcdProcess.Run("data", "crawl", "--server", server.Address, "--data-dir", folder.Path).Exits(0);
        var show = IcdProcess.Run("show", "1A00", "--json", "--data-dir", folder.Path).Exits(0);

        Assert.Equal($"mms-2030-01: 4 entities, en, with postcoordination scales -> {folder.File("mms-2030-01.icdrel")}\n", crawl.Out);
        var scale = Assert.Single(show.Json.GetProperty("entities")[0].GetProperty("scales").EnumerateArray());
        Assert.Equal(("laterality", true, "NotAllowed", "who-api"), (scale.GetProperty("axis").GetString(), scale.GetProperty("required").GetBoolean(), scale.GetProperty("allowMultipleValues").GetString(), scale.GetProperty("source").GetString()));
        Assert.Equal("XK8G", scale.GetProperty("roots")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Crawl_Json_IsTheRelease()
    {
        using var server = SmallIcdApi.Start();
        using var folder = new TestFolder();

        var json = IcdProcess.Run("data", "crawl", "--server", server.Address, "--release", "2030-01", "--json", "--data-dir", folder.Path).Exits(0).Json;

        Assert.Equal(("2030-01", true), (json.GetProperty("release").GetString(), json.GetProperty("scales").GetBoolean()));
        Assert.Equal("who-api", json.GetProperty("sources")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Crawl_NotAnIcdApi_SaysSo()
    {
        using var server = new LoopbackServer(_ => "<html></html>"u8.ToArray());

        var result = IcdProcess.Run("data", "crawl", "--server", server.Address, "--release", "2024-01").Exits(3);

        Assert.Equal($"icd: {server.Address}icd/release/11/2024-01/mms: the answer is not the JSON of an ICD-API. Check the server's address.\n", result.Error);
    }

    [Fact]
    public void Crawl_NoSuchRelease_SaysSo()
    {
        using var server = SmallIcdApi.Start();

        var result = IcdProcess.Run("data", "crawl", "--server", server.Address, "--release", "2024-01").Exits(3);

        Assert.Contains("the server answers 404. Check the server's address, the release and the linearization.", result.Error, StringComparison.Ordinal);
    }
}
