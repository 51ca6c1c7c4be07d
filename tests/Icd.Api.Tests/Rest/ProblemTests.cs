using System.Net;
using System.Text;
using Icd.Api.Problems;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

public sealed class ProblemTests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string, string, string?> Bad => new()
    {
        { "/api/v1/search", "missing-parameter", "q" },
        { "/api/v1/search?q=a&q=b", "repeated-parameter", "q" },
        { "/api/v1/search?q=a&queri=b", "unknown-parameter", "queri" },
        { "/api/v1/search?Q=a", "unknown-parameter", "Q" },
        { "/api/v1/search?q=a&limit=0", "invalid-parameter", "limit" },
        { "/api/v1/search?q=a&limit=101", "invalid-parameter", "limit" },
        { "/api/v1/search?q=a&limit=-1", "invalid-parameter", "limit" },
        { "/api/v1/search?q=a&limit=1e1", "invalid-parameter", "limit" },
        { "/api/v1/search?q=a&limit=99999999999", "invalid-parameter", "limit" },
        { "/api/v1/search?q=a&system=icd9", "invalid-parameter", "system" },
        { "/api/v1/search?q=a&facets=yes", "invalid-parameter", "facets" },
        { "/api/v1/search?q=a&lang=sv", "invalid-parameter", "lang" },
        { "/api/v1/search?q=%00", "invalid-parameter", "q" },
        { "/api/v1/search?q=a&release=nonsense", "invalid-parameter", "release" },
        { "/api/v1/search?q=a&release=2031-01", "release-not-loaded", "release" },
        { "/api/v1/entities/BA41.3", "entity-not-found", "code" },
        { "/api/v1/entities?id=%2e%2e%2f%2e%2e%2fetc%2fpasswd", "entity-not-found", "id" },
        { "/api/v1/entities/5A11?release=2031-01", "release-not-loaded", "release" },
        { "/api/v1/entities?id=http://id.who.int/icd/release/11/2031-01/mms/119724091", "release-not-loaded", "release" },
        { "/api/v1/entities?id=http://id.who.int/icd/release/11/2031-01/mms/119724091&release=2024-01", "invalid-parameter", "release" },
        { "/api/v1/entities/ZZZ/children", "entity-not-found", "code" },
        { "/api/v1/entities/ZZZ/ancestors", "entity-not-found", "code" },
        { "/api/v1/chapters?system=icf", "release-not-loaded", "system" },
        { "/api/v1/axes/XK8G", "stem-not-found", "stem" },
        { "/api/v1/axes/ZZ99", "stem-not-found", "stem" },
        { "/api/v1/axes/NC32.Z/nonsense", "axis-not-found", "axis" },
        { "/api/v1/axes/NC32.Z/laterality?below=5A11", "invalid-parameter", "below" },
        { "/api/v1/axes/NC32.Z/laterality?below=XK8G&find=a", "invalid-parameter", "below" },
        { "/api/v1/validate?expression=5A11&release=2031-01", "release-not-loaded", "release" },
        { "/api/v1/dual/check?icd10=E11.9", "missing-parameter", "icd11" },
        { "/api/v1/dual/check?icd10=hello&icd11=5A11", "malformed-code", "icd10" },
        { "/api/v1/dual/check?icd10=E11.9&icd11=BA4O", "malformed-code", "icd11" },
        { "/api/v1/dual/derive", "missing-parameter", "icd10" },
        { "/api/v1/dual/derive?icd10=E11.9&icd11=5A11", "invalid-parameter", "icd10" },
        { "/api/v1/admin/reload", "method-not-allowed", null },
        { "/api/v1/nothing", "no-such-route", null },
        { "/api/v2/search?q=a", "no-such-route", null },
        { "/no-such-page", "no-such-route", null },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task Get_BadQuestion_SaysWhatIsWrongAndHowToMendIt(string address, string code, string? parameter)
    {
        foreach (var language in (string[])["nb", "en"])
        {
            var (status, json) = await server.AskAsync(address, headers: ("Accept-Language", language));
            var kind = ProblemKind.All.Single(candidate => candidate.Code == code);
            Assert.True((int)status == kind.Status && json.GetProperty("code").GetString() == code, $"{address}: {(int)status} {json}");
            Shapes.AssertIs("problem", json);
            Assert.Equal(parameter, json.GetProperty("parameter").GetString());
            Assert.Equal(language == "nb" ? kind.TitleNb : kind.TitleEn, json.GetProperty("title").GetString());
            Assert.Equal(language == "nb" ? kind.RemedyNb : kind.RemedyEn, json.GetProperty("remedy").GetString());
        }
    }

    [Theory]
    [InlineData("", "application/json", "malformed-json")]
    [InlineData("{", "application/json", "malformed-json")]
    [InlineData("[]", "application/json", "malformed-json")]
    [InlineData("null", "application/json", "malformed-json")]
    [InlineData("{}", "application/json", "missing-parameter")]
    [InlineData("""{"expression":"5A11","x":1}""", "application/json", "unknown-parameter")]
    [InlineData("""{"expression":"5A11","expression":"5A10"}""", "application/json", "repeated-parameter")]
    [InlineData("""{"expression":["5A11"]}""", "application/json", "invalid-parameter")]
    [InlineData("""{"expression":"\ud800"}""", "application/json", "invalid-parameter")]
    [InlineData("""{"\ud800":"5A11"}""", "application/json", "malformed-json")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""", "application/json", "malformed-json")]
    [InlineData("expression=5A11", "application/x-www-form-urlencoded", "unsupported-media-type")]
    [InlineData("5A11", "text/plain", "unsupported-media-type")]
    public async Task Post_BadBody_SaysWhatIsWrong(string body, string type, string code)
    {
        var (status, json) = await server.AskAsync("/api/v1/validate", HttpMethod.Post, new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(code, json.GetProperty("code").GetString());
        Assert.Equal(ProblemKind.All.Single(kind => kind.Code == code).Status, (int)status);
        Shapes.AssertIs("problem", json);
    }

    [Fact]
    public async Task Post_LargeBody_IsRefused()
    {
        var (status, json) = await server.AskAsync("/api/v1/validate", HttpMethod.Post, new StringContent($$"""{"expression":"{{new string('A', 70_000)}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-large"), (status, json.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Post_QuestionInAddress_IsRefused()
    {
        var (_, json) = await server.AskAsync("/api/v1/validate?expression=5A11", HttpMethod.Post, new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal("invalid-parameter", json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Delete_Anywhere_NamesWhatIsAllowed()
    {
        using var client = server.CreateClient();
        using var response = await client.DeleteAsync("/api/v1/search");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public void Codes_AreUniqueAndSayBothLanguages()
    {
        Assert.Equal(ProblemKind.All.Count, ProblemKind.All.Select(kind => kind.Code).Distinct().Count());
        Assert.Equal(typeof(ProblemKind).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Count(field => field.FieldType == typeof(ProblemKind)), ProblemKind.All.Count);
        Assert.All(ProblemKind.All, kind => Assert.NotEqual(kind.TitleNb, kind.TitleEn));
    }
}
