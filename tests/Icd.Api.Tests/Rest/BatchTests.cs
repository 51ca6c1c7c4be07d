using System.Net;
using System.Text;
using System.Text.Json;
using Icd.Api.Rest;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

public sealed class BatchTests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string, string> Lines => new()
    {
        { "search", "diabetes" }, { "parse", "NC32.Z&XK8G" }, { "validate", "NC32.Z&XK8G" }, { "canonicalise", "NC32.Z&XA8U33" }, { "describe", "E11.9" }, { "map", "E11.9" },
    };

    [Theory, MemberData(nameof(Lines))]
    public async Task Post_List_HasALineForEveryLineInOrder(string operation, string line)
    {
        var shape = RestOperations.All.Single(candidate => candidate.Id == operation).Answer;
        foreach (var (body, type) in new[] { ($"{line}\n{line}\r\n{line}", "text/plain"), ($"\"{line}\"\n{{\"{BatchOperations.Inputs[operation]}\":\"{line}\"}}\n\"{line}\"\n", "application/x-ndjson") })
        {
            var answers = await SendAsync(operation, body, type);
            Assert.Equal(3, answers.Count);
            Assert.All(answers, answer => Shapes.AssertIs(shape, answer));
            Assert.Equal(answers[0].ToString(), answers[1].ToString());
        }
    }

    [Fact]
    public async Task Post_LineThatCannotBeRead_GetsAProblemInItsPlace()
    {
        var answers = await SendAsync("validate", $"\"5A11\"\nkaputt\n17\n{{\"expression\":\"5A11\",\"x\":1}}\n{{}}\n\n\"{new string('A', 70_000)}\"\n\"5A11\"\n", "application/x-ndjson");
        Assert.Equal(8, answers.Count);
        Assert.Equal("valid", answers[0].GetProperty("verdict").GetString());
        Assert.Equal(
            ["malformed-json", "malformed-json", "unknown-parameter", "missing-parameter", "malformed-json", "invalid-parameter"],
            answers[1..7].Select(answer => answer.GetProperty("code").GetString()));
        Assert.Equal("valid", answers[7].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Post_NotUtf8_LosesNoLine()
    {
        using var client = server.CreateClient();
        using var content = new ByteArrayContent([.. "5A11\n"u8, 0xFF, 0xFE, (byte)'\n', .. "5A11"u8]);
        content.Headers.ContentType = new("text/plain");
        using var response = await client.PostAsync("/api/v1/batch/validate", content);
        var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, answers.Length);
        Assert.Contains("syntax-error", answers[1]);
    }

    [Fact]
    public async Task Post_LongList_IsAnsweredWhole()
    {
        var answers = await SendAsync("map", string.Concat(Enumerable.Repeat("E11.9\n", 20_000)), "text/plain");
        Assert.Equal(20_000, answers.Count);
    }

    [Theory]
    [InlineData("/api/v1/batch/validate", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/api/v1/batch/validate?expression=5A11", "text/plain", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/batch/validate?release=2031-01", "text/plain", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/batch/nothing", "text/plain", HttpStatusCode.NotFound)]
    public async Task Post_BadList_IsRefusedWhole(string address, string type, HttpStatusCode expected)
    {
        var (status, json) = await server.AskAsync(address, HttpMethod.Post, new StringContent("5A11", Encoding.UTF8, type));
        Assert.Equal(expected, status);
        Shapes.AssertIs("problem", json);
    }

    private async Task<List<JsonElement>> SendAsync(string operation, string body, string type)
    {
        using var client = server.CreateClient();
        using var response = await client.PostAsync($"/api/v1/batch/{operation}", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
