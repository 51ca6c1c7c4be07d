using System.Net;
using System.Text.Json;
using Icd.Tests;

namespace Icd.Api.Tests.Who;

/// <summary>Calls in the order and form in which public clients of WHO's API make them.</summary>
[Collection(OfficialServerTests.Name)]
public sealed class OtherClientTests(OfficialServer server)
{
    /// <summary>A Python client's: is it an ICD-API, which release is the latest, then the tree from the top, everything of every entity.</summary>
    [WhoDataFact]
    public async Task PythonClient_WalksTheTree()
    {
        using var probe = new HttpRequestMessage(HttpMethod.Head, "/icd/entity");
        using var probed = await server.Client.SendAsync(probe);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, probed.StatusCode);

        var root = await AskAsync(new Uri((await AskAsync("/icd/release/11/mms")).Strings("release")[0]).AbsolutePath);
        var open = new Stack<(string Address, string Parent)>(root.Strings("child").Reverse().Take(14).Select(child => (child, root.Text("@id"))));
        var seen = 0;
        for (; seen < 400 && open.TryPop(out var next); seen++)
        {
            var entity = await AskAsync(new Uri(next.Address).AbsolutePath + "?include=diagnosticCriteria");
            Assert.Equal(next.Address, entity.Text("@id"));
            Assert.Equal([next.Parent], entity.Strings("parent"));
            Assert.NotEmpty(entity.Value("title"));
            Assert.NotEmpty(entity.Text("browserUrl"));
            Assert.Contains(entity.Text("classKind"), (string[])["chapter", "block", "category"]);
            Assert.Equal(entity.Text("classKind") == "block", entity.Text("code").Length == 0);
            if (entity.Has("postcoordinationScale"))
                Assert.All(entity.Items("postcoordinationScale").SelectMany(scale => scale.Strings("scaleEntity")), value => Assert.Contains("/mms/", value, StringComparison.Ordinal));
            if (!entity.Has("child")) continue;
            foreach (var child in entity.Strings("child").Reverse()) open.Push((child, next.Address));
        }

        Assert.Equal(400, seen);
    }

    /// <summary>A hospital's: a search, then each hit by the path of its address on its own server.</summary>
    [WhoDataFact]
    public async Task HospitalClient_FollowsHitsByPath()
    {
        var found = await AskAsync("/icd/release/11/2024-01/mms/search?q=diabetes&flatResults=true&medicalCodingMode=true");
        Assert.InRange(found.Items("destinationEntities").Count, 10, int.MaxValue);
        foreach (var hit in found.Items("destinationEntities"))
        {
            foreach (var part in hit.Text("id").Split(" / "))
                Assert.Equal(hit.Text("theCode"), (await AskAsync(new Uri(part).AbsolutePath)).Text("code"));
        }
    }

    /// <summary>With the headers that the Python client sends besides: parameters once more, and an authorisation that is none.</summary>
    private async Task<JsonElement> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("API-Version", "v2");
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("accept", "application/json");
        request.Headers.Add("releaseId", "2024-01");
        request.Headers.Add("linearizationname", "mms");
        request.Headers.Add("id", "1");
        request.Headers.Add("code", "1A00");
        request.Headers.TryAddWithoutValidation("Authorization", "");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
