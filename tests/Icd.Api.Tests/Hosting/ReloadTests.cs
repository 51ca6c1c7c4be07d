using System.Net;
using System.Text.Json;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Hosting;

/// <summary>New releases without downtime, and files that are no releases.</summary>
public class ReloadTests
{
    [Fact]
    public async Task Reload_NewRelease_AnswersFromThenOn()
    {
        await using var server = new DirectoryServer([]);
        var before = await TitleAsync(server);
        using var client = server.CreateClient();
        using var tagged = await client.GetAsync("/api/v1/entities/5A11");
        Put(server, 2031, "As of 2031");
        var report = await ReloadAsync(server);
        Shapes.AssertIs("reloaded", report);
        Assert.True(report.GetProperty("swapped").GetBoolean());
        Assert.Equal("mms-2031-01", Assert.Single(report.GetProperty("added").EnumerateArray()).GetString());
        Assert.Equal("As of 2031", await TitleAsync(server));
        Assert.NotEqual("As of 2031", before);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/entities/5A11");
        request.Headers.IfNoneMatch.Add(tagged.Headers.ETag!);
        using var after = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);

        // The same again is no change.
        Assert.False((await ReloadAsync(server)).GetProperty("swapped").GetBoolean());
    }

    [Fact]
    public async Task Reload_DamagedFile_IsRefusedAndTheOldOneGoesOn()
    {
        await using var server = new DirectoryServer([]);
        Put(server, 2031, "As of 2031");
        Assert.Equal("As of 2031", await TitleAsync(server));
        var whole = SmallRelease.Of(2031, "Half written", out var name);
        File.WriteAllBytes(Path.Combine(server.DataDirectory, name), whole[..(whole.Length / 2)]);
        SmallRelease.Of(2032, "", out var newer);
        File.WriteAllText(Path.Combine(server.DataDirectory, newer), "no release at all");

        var report = await ReloadAsync(server);
        Assert.Equal([name, newer], report.GetProperty("refused").EnumerateArray().Select(file => file.GetProperty("file").GetString()).Order());
        Assert.Equal("As of 2031", await TitleAsync(server));
        var (_, releases) = await server.AskAsync("/api/v1/releases");
        Assert.Equal(2, releases.GetProperty("refused").GetArrayLength());
        Assert.DoesNotContain(server.DataDirectory, releases.ToString());
        var (status, ready) = await server.AskAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, ready.GetProperty("status").GetString()));
        var (_, asked) = await server.AskAsync("/api/v1/validate?expression=5A11&release=2032-01");
        Assert.Equal("release-not-loaded", asked.GetProperty("code").GetString());
        Assert.Contains(newer, asked.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Start_NewestIsDamaged_NoOlderOneAnswersInItsPlace()
    {
        await using var server = new DirectoryServer([]);
        Put(server, 2030, "As of 2030");
        SmallRelease.Of(2031, "", out var name);
        File.WriteAllText(Path.Combine(server.DataDirectory, name), "damaged");

        foreach (var address in (string[])["/api/v1/validate?expression=5A11", "/api/v1/search?q=diabetes", "/api/v1/axes/5A11", "/api/v1/map?code=E11.9", "/api/v1/chapters"])
        {
            var (status, json) = await server.AskAsync(address);
            Assert.True((HttpStatusCode.ServiceUnavailable, "release-damaged") == (status, json.GetProperty("code").GetString()), $"{address}: {json}");
            Assert.Contains(name, json.GetProperty("detail").GetString());
        }

        const string Mms = "http://id.who.int/icd/release/11/mms";
        var (refused, outcome) = await server.AskAsync($"/fhir/r4/CodeSystem/$lookup?system={Mms}&code=5A11");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OperationOutcome", "no-store"), (refused, outcome.GetProperty("resourceType").GetString(), outcome.GetProperty("issue")[0].GetProperty("code").GetString()));
        Assert.Contains(name, outcome.ToString());
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync($"/fhir/r4/CodeSystem/$lookup?system={Mms}&code=5A11&version=2030-01")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/fhir/r4/CodeSystem/$lookup?system=urn:oid:2.16.578.1.12.4.1.1.7110&code=E119")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/fhir/r4/metadata?mode=terminology")).Status);
        using var client = server.CreateClient();
        foreach (var address in (string[])["/icd/release/11/2031-01/mms", "/icd/entity/119724091"])
        {
            using var response = await client.GetAsync(address);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }

        // The rest works: other classifications, and the older release where it is asked for by name.
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/api/v1/search?q=diabetes&system=icd10")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/api/v1/entities/E11.9")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/api/v1/validate?expression=5A11&release=2030-01")).Status);
        var (_, releases) = await server.AskAsync("/api/v1/releases");
        Assert.Contains(releases.GetProperty("releases").EnumerateArray(), release => release.GetProperty("release").GetString() == "2031-01" && release.GetProperty("problem").GetString() is { Length: > 0 });

        Put(server, 2031, "As of 2031");
        Assert.True((await ReloadAsync(server)).GetProperty("swapped").GetBoolean());
        Assert.Equal("As of 2031", await TitleAsync(server));
    }

    [Fact]
    public async Task Watch_FileDroppedIn_IsLoadedAndRemovedOnesStayUntilAskedFor()
    {
        await using var server = new DirectoryServer(new() { ["Icd:Watch"] = "00:00:00.2" });
        Put(server, 2031, "As of 2031");
        var file = Put(server, 2032, "As of 2032");
        await UntilAsync(async () => await TitleAsync(server) == "As of 2032");
        File.Delete(file);
        Put(server, 2033, "As of 2033");
        await UntilAsync(async () => await TitleAsync(server) == "As of 2033");
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("/api/v1/validate?expression=5A11&release=2032-01")).Status);
        Assert.Equal("mms-2032-01", Assert.Single((await ReloadAsync(server)).GetProperty("withdrawn").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.AskAsync("/api/v1/validate?expression=5A11&release=2032-01")).Status);
    }

    [Fact]
    public async Task Swap_UnderRequests_FailsNone()
    {
        await using var server = new DirectoryServer([]);
        Put(server, 2031, "As of 2031");
        Assert.Equal("As of 2031", await TitleAsync(server));
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var asking = Task.Run(async () =>
        {
            using var client = server.CreateClient();
            while (!stop.IsCancellationRequested)
            {
                using var response = await client.GetAsync("/api/v1/entities/5A11?system=mms");
                var text = await response.Content.ReadAsStringAsync();
                Assert.True(response.StatusCode == HttpStatusCode.OK && text.Contains("As of 203", StringComparison.Ordinal), text);
                asked++;
                // Compiling the index needs the processor too.
                await Task.Delay(2);
            }
        });
        for (var year = 2032; year < 2034; year++)
        {
            Put(server, year, $"As of {year}");
            Assert.True((await ReloadAsync(server)).GetProperty("swapped").GetBoolean());
        }

        await stop.CancelAsync();
        await asking;
        Assert.True(asked > 20, $"{asked} requests");
    }

    [Fact]
    public async Task Reload_DirectoryGone_TheOldGoesOn()
    {
        await using var server = new DirectoryServer([]);
        Put(server, 2031, "As of 2031");
        Assert.Equal("As of 2031", await TitleAsync(server));
        Directory.Move(server.DataDirectory, server.DataDirectory + "-away");
        var report = await ReloadAsync(server);
        Assert.NotNull(report.GetProperty("problem").GetString());
        Assert.Equal("As of 2031", await TitleAsync(server));
        Directory.Move(server.DataDirectory + "-away", server.DataDirectory);
    }

    private static string Put(ApiServer server, int year, string title)
    {
        var bytes = SmallRelease.Of(year, title, out var name);
        var path = Path.Combine(server.DataDirectory, name);
        // As an import does it: whole or not at all.
        File.WriteAllBytes(path + ".tmp", bytes);
        File.Move(path + ".tmp", path, overwrite: true);
        return path;
    }

    private static async Task<JsonElement> ReloadAsync(ApiServer server)
    {
        var (status, json) = await server.AskAsync("/api/v1/admin/reload", HttpMethod.Post);
        Assert.True(status == HttpStatusCode.OK, json.ToString());
        return json;
    }

    private static async Task<string?> TitleAsync(ApiServer server)
    {
        var (status, json) = await server.AskAsync("/api/v1/entities/5A11?system=mms&lang=en");
        Assert.True(status == HttpStatusCode.OK, json.ToString());
        return json.GetProperty("entities")[0].GetProperty("title").GetString();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come about in a minute.");
    }
}
