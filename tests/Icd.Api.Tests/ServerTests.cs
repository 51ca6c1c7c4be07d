using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Icd.Api.Tests;

public sealed class ServerTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task Get_UnknownAddress_IsNotFound()
    {
        using var client = factory.CreateClient();
        using var response = await client.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
