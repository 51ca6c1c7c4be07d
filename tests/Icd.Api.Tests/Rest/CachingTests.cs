using System.Net;
using System.Net.Http.Headers;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

public sealed class CachingTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Get_WithTheTagOfBefore_IsNotModified()
    {
        using var client = server.CreateClient();
        using var first = await client.GetAsync("/api/v1/entities/5A11?lang=nb");
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false }, first.Headers.CacheControl?.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/entities/5A11?lang=nb");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_InAnotherLanguage_HasAnotherTag()
    {
        using var client = server.CreateClient();
        using var nb = await client.GetAsync("/api/v1/entities/5A11?lang=nb");
        using var en = await client.GetAsync("/api/v1/entities/5A11?lang=en");
        Assert.NotEqual(nb.Headers.ETag, en.Headers.ETag);
        Assert.Contains("Accept-Language", nb.Headers.Vary);
        Assert.Equal(["nb"], nb.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("/api/v1/search?q=diabetes")]
    [InlineData("/api/v1/validate?expression=5A11")]
    [InlineData("/api/v1/map?code=E11.9")]
    [InlineData("/api/v1/dual/derive?icd10=E11.9")]
    public async Task Get_Question_IsLeftOnNoDisk(string address)
    {
        using var client = server.CreateClient();
        using var response = await client.GetAsync(address);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Head_HasTheHeadersOfGetAndNoBody()
    {
        using var client = server.CreateClient();
        using var get = await client.GetAsync("/api/v1/entities/5A11");
        using var head = await client.SendAsync(new(HttpMethod.Head, "/api/v1/entities/5A11"));
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Get_WhereAskedFor_IsCompressed(string encoding)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/chapters");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 4000);
    }

    [Theory]
    [InlineData("nn-NO,nb;q=0.9,en;q=0.8", "nb")]
    [InlineData("en-GB,en;q=0.9,nb;q=0.5", "en")]
    [InlineData("sv,da;q=0.9", "nb")]
    [InlineData("en;q=0.2, no;q=0.9", "nb")]
    [InlineData(";;,q=,en;q=x", "nb")]
    public async Task AcceptLanguage_FirstThatWeHave_IsTaken(string header, string expected)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/entities/5A11");
        request.Headers.TryAddWithoutValidation("Accept-Language", header);
        using var response = await client.SendAsync(request);
        Assert.Equal([expected], response.Content.Headers.ContentLanguage);
    }
}
