using System.Net;
using System.Text;
using Icd.Api.Rest;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

public sealed class RouteTests(ApiServer server) : IClassFixture<ApiServer>
{
    /// <summary>Each operation with a question that it answers from what the program carries.</summary>
    public static TheoryData<string, string, string> Good => new()
    {
        { "search", "/search?q=diabetes&limit=5", "a word" },
        { "search", "/search?q=", "nothing typed yet" },
        { "search", "/search?q=brudd&group=true&facets=true&system=icd10&selectable=true&sex=female&offset=2", "everything asked for" },
        { "search", "/search?q=diab&within=IV", "inside a chapter" },
        { "search", "/search?q=diabetes&favourites=E11.9,5A11", "favourites" },
        { "entity", "/entities/5A11?depth=2", "a stem" },
        { "entity", "/entities/5A11/", "a trailing slash" },
        { "entity", "/entities/E11.9", "ICD-10" },
        { "entity", "/entities/05?system=mms", "a chapter" },
        { "entity", "/entities/E10-E14", "a block" },
        { "entity", "/entities/http:%2F%2Fid.who.int%2Ficd%2Fentity%2F119724091", "a URI in the path" },
        { "entityById", "/entities?id=http://id.who.int/icd/release/11/mms/119724091&lang=en", "a URI in the query" },
        { "entityById", "/entities?id=119724091", "an entity's number" },
        { "children", "/entities/E11/children", "below a category" },
        { "ancestors", "/entities/E11.9/ancestors", "above a code" },
        { "chapters", "/chapters?system=icd10", "chapters of ICD-10" },
        { "chapters", "/chapters?depth=1", "chapters of ICD-11" },
        { "axes", "/axes/NC32.Z", "axes" },
        { "axes", "/axes/NC32.Z?find=venstre&limit=3", "values by text" },
        { "axisValues", "/axes/NC32.Z/laterality", "values at the top" },
        { "axisValues", "/axes/NC32.Z/laterality?below=1435602785&limit=2&offset=1", "values below one" },
        { "axisValues", "/axes/NC32.Z/laterality?find=ven", "values of an axis by text" },
        { "parse", "/parse?expression=NC32.Z%26XK8G", "well-formed" },
        { "parse", "/parse?expression=BA4O", "not well-formed" },
        { "parse", "/parse?expression=E119&system=icd10", "ICD-10" },
        { "validate", "/validate?expression=NC32.Z%26XK8G", "valid" },
        { "validate", "/validate?expression=5A11%26XK8G&lenient=true&lang=en", "doubtful" },
        { "validate", "/validate?expression=BA4O", "a syntax error is an answer" },
        { "validate", "/validate?expression=b280.2", "ICF without a release of it" },
        { "canonicalise", "/canonicalise?expression=NC32.Z%26XA8U33", "a combination" },
        { "describe", "/describe?expression=NC32.Z%26XK8G", "an expression" },
        { "describe", "/describe?expression=A17.0%2B+G01*", "a pair" },
        { "describe", "/describe?expression=E11.9", "ICD-10" },
        { "describe", "/describe?expression=ZZ99", "unknown" },
        { "describe", "/describe?expression=%26", "malformed" },
        { "map", "/map?code=E11.9", "forwards" },
        { "map", "/map?code=5A11", "backwards" },
        { "map", "/map?code=A17.0%2B+G01*", "a pair" },
        { "map", "/map?code=xyz", "no code" },
        { "dualCheck", "/dual/check?icd10=E11.9&icd11=5A11", "both sides" },
        { "dualDerive", "/dual/derive?icd10=E11.9", "from ICD-10" },
        { "dualDerive", "/dual/derive?icd11=5A11", "from ICD-11" },
        { "releases", "/releases", "releases" },
        { "problems", "/problems?lang=en", "problems" },
        { "status", "/admin/status", "status" },
    };

    [Theory, MemberData(nameof(Good))]
    public async Task Get_GoodQuestion_AnswersInItsShape(string operation, string address, string why)
    {
        var (status, json) = await server.AskAsync(RestRoutes.Prefix + address);
        Assert.True(status == HttpStatusCode.OK, $"{why}: {(int)status} {json}");
        Shapes.AssertIs(RestOperations.All.Single(candidate => candidate.Id == operation).Answer, json);
    }

    [Fact]
    public void Good_HasEveryOperation() =>
        Assert.Equal(RestOperations.All.Where(operation => !operation.IsCommand).Select(operation => operation.Id).Order(), Good.Select(row => (string)row[0]).Distinct().Order());

    [Theory]
    [InlineData("/search", """{"q":"diabetes","limit":3,"facets":true}""")]
    [InlineData("/parse", """{"expression":"NC32.Z&XK8G"}""")]
    [InlineData("/validate", """{"expression":"NC32.Z&XK8G","lenient":false}""")]
    [InlineData("/canonicalise", """{"expression":"NC32.Z&XA8U33","release":null}""")]
    [InlineData("/describe", """{"expression":"NC32.Z&XK8G"}""")]
    [InlineData("/map", """{"code":"A17.0+ G01*"}""")]
    [InlineData("/dual/check", """{"icd10":"E11.9","icd11":"5A11"}""")]
    [InlineData("/dual/derive", """{"icd11":"5A11"}""")]
    public async Task Post_GoodQuestion_AnswersAsGetDoes(string path, string body)
    {
        var (status, json) = await server.AskAsync(RestRoutes.Prefix + path, HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True(status == HttpStatusCode.OK, $"{(int)status} {json}");
        Shapes.AssertIs(RestOperations.All.Single(candidate => candidate.Path == path).Answer, json);
    }

    [Fact]
    public async Task Search_Page_ContinuesWhereTheOneBeforeEnded()
    {
        var (_, all) = await server.AskAsync("/api/v1/search?q=diabetes&limit=6");
        var (_, rest) = await server.AskAsync("/api/v1/search?q=diabetes&limit=3&offset=3");
        Assert.Equal(Codes(all).Skip(3), Codes(rest));

        static IEnumerable<string?> Codes(System.Text.Json.JsonElement found) => found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Describe_Expression_IsReadOutInBothLanguages()
    {
        var (_, json) = await server.AskAsync("/api/v1/describe?expression=NC32.Z%26XK8G");
        Assert.Contains("Venstre", json.GetProperty("nb").GetString());
        Assert.Contains("Left", json.GetProperty("en").GetString());
        Assert.Equal("laterality", json.GetProperty("members")[1].GetProperty("axis").GetString());
        Assert.Equal(0, json.GetProperty("members")[1].GetProperty("axisOf").GetInt32());
    }

    [Fact]
    public async Task Releases_FilesAndDirectory_AreNoClientsBusiness()
    {
        using var client = server.CreateClient();
        Assert.DoesNotContain(server.DataDirectory, await client.GetStringAsync("/api/v1/releases"));
    }

    [Fact]
    public async Task Derive_Time_IsNow()
    {
        var (_, json) = await server.AskAsync("/api/v1/dual/derive?icd10=E11.9");
        Assert.InRange(json.GetProperty("time").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }
}
