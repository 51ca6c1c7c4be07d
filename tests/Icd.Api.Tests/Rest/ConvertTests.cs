using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

public sealed class ConvertTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task Post_File_HasEveryRowWithItsAnswer()
    {
        var (status, text) = await SendAsync("column=dx&add=title", "id;dx;name\r\n1;E11.9;Æ\r\n2;;\r\n3;nonsense;x\r\n");
        Assert.Equal(HttpStatusCode.OK, status);
        var rows = text.TrimEnd().Split("\r\n");
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("id;dx;name;", rows[0]);
        Assert.StartsWith("1;E11.9;Æ;5A11;", rows[1]);
        Assert.StartsWith("2;;;", rows[2]);
        Assert.StartsWith("3;nonsense;x;", rows[3]);
    }

    [Fact]
    public async Task Post_LargeFile_IsConvertedWhileItComes()
    {
        const int Rows = 400_000;
        var file = new StringBuilder("id,dx\n");
        for (var i = 0; i < Rows; i++) file.Append(i).Append(",E11.9\n");
        // Over a socket: a client that reads while it sends.
        using var client = new TcpClient("127.0.0.1", server.Address.Port) { ReceiveTimeout = 60_000 };
        var stream = client.GetStream();
        var bytes = Encoding.ASCII.GetBytes(file.ToString());
        var head = Encoding.ASCII.GetBytes($"POST /api/v1/convert?column=dx HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n");
        var sending = Task.Run(async () =>
        {
            await stream.WriteAsync(head);
            await stream.WriteAsync(bytes);
        });
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        await sending;
        var text = Encoding.ASCII.GetString(answer.ToArray());
        Assert.StartsWith("HTTP/1.1 200", text);
        Assert.Equal(Rows, text.Split(",5A11,").Length - 1);
    }

    [Theory]
    [InlineData("", "missing-parameter")]
    [InlineData("column=dx&direction=sideways", "invalid-parameter")]
    [InlineData("column=dx&delimiter=ab", "invalid-parameter")]
    [InlineData("column=dx&add=everything", "invalid-parameter")]
    [InlineData("column=dx&release=2031-01", "release-not-loaded")]
    [InlineData("column=missing", "conversion-refused")]
    public async Task Post_ThatMakesNoSense_IsRefused(string query, string code)
    {
        var (status, text) = await SendAsync(query, "id,dx\n1,E11.9\n");
        Assert.True((int)status is 400 or 404, text);
        Assert.Contains($"\"code\":\"{code}\"", text);
    }

    [Theory]
    [InlineData("nb", "Det er ingen kolonne 'missing'. Kolonnene er: id, dx.")]
    [InlineData("en", "There is no column 'missing'. There are: id, dx.")]
    public async Task Post_ThatIsRefused_SaysWhyInTheReadersLanguage(string language, string why)
    {
        var (_, text) = await SendAsync($"column=missing&lang={language}", "id,dx\n1,E11.9\n");

        Assert.StartsWith(why, JsonElement.Parse(text).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string query, string file)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.PostAsync($"/api/v1/convert?{query}", new StringContent(file, Encoding.UTF8, "text/csv"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
