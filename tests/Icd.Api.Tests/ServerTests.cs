using System.Net;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests;

public sealed class ServerTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Get_UnknownAddress_IsNotFound()
    {
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
