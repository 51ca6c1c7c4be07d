using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Hosting;

/// <summary>Clients that break the rules of HTTP, against the real web server: refused with the right status, and none of them is the server's fault.</summary>
public sealed class HostileClientTests(RealServer server) : IClassFixture<RealServer>
{
    private readonly int _port = server.Address.Port;

    public static TheoryData<string, int[], string> Requests => new()
    {
        { "GET /api/v1/search?q=a HTTP/1.1\r\n\r\n", [400], "no Host" },
        { "GET /api/v1/search?q=a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", [400], "two Hosts" },
        { "GET /api/v1/search?q=a HTTP/1.1\r\nHost: evil.example\r\n\r\n", [400], "another Host" },
        { "GET http://evil.example/api/v1/releases HTTP/1.1\r\nHost: localhost\r\n\r\n", [400], "absolute form of another server" },
        { "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", [400], "null in the path" },
        { "GET /api/v1/entities/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", [400], "null in a code" },
        { "GET /api/v1/search?q=%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", [400], "null in a query" },
        { "GET /api/v1/search?q=%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n", [200], "bytes that are no UTF-8 are text that finds nothing" },
        { "GET /api/v1/search?q=%zz&%=% HTTP/1.1\r\nHost: localhost\r\n\r\n", [400], "percent signs that escape nothing" },
        { "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", [404], "traversal" },
        { "GET /api/v1/entities/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost\r\n\r\n", [404], "encoded traversal" },
        { "GET /api/v1/entities/..%5c..%5cwindows HTTP/1.1\r\nHost: localhost\r\n\r\n", [404], "backslashes" },
        { "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", [404], "encoded points" },
        { "GET //api/v1/releases HTTP/1.1\r\nHost: localhost\r\n\r\n", [404], "two slashes" },
        { "FOO /api/v1/releases HTTP/1.1\r\nHost: localhost\r\n\r\n", [405], "no method" },
        { "GET /api/v1/releases HTTP/9.9\r\nHost: localhost\r\n\r\n", [400, 505], "no version" },
        { "\0\u0001\u0002\u0003\r\n\r\n", [400], "no HTTP" },
        { "GET /api/v1/search?q=a HTTP/1.1\r\nHost: localhost\r\nX: a\r\n\tfolded\r\n\r\n", [400], "a folded header" },
        { "GET /api/v1/search?q=a HTTP/1.1\r\nHost: localhost\r\nX : a\r\n\r\n", [400], "space before the colon" },
        { "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n0\r\n\r\n", [400], "two lengths" },
        { "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", [400], "a negative length" },
        { "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n", [400], "a length beyond numbers" },
        { "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", [400], "a chunk without length" },
        { "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n{", [413], "ten megabytes announced" },
        { "POST /fhir/$validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\nContent-Length: 10485760\r\n\r\n{", [404, 413, 400], "ten megabytes for FHIR" },
        { $"GET /api/v1/search?q={new string('a', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", [414], "a long address" },
        { $"GET /api/v1/search?q=a HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n"))}\r\n", [431], "many headers" },
        { $"GET /api/v1/search?q=a HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 20_000)}\r\n\r\n", [431], "a long header" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task Request_ThatBreaksRules_IsRefusedWithoutAnErrorOfTheServer(string request, int[] expected, string why)
    {
        var answer = await SendAsync(Encoding.Latin1.GetBytes(request));
        Assert.True(answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), $"{why}: '{answer}'");
        Assert.True(expected.Contains(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture)), $"{why}: {answer}");
    }

    [Fact]
    public async Task Body_TenMegabytesInChunks_IsCutOff()
    {
        using var client = new TcpClient("127.0.0.1", _port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        var chunk = Encoding.ASCII.GetBytes($"8000\r\n{new string(' ', 0x8000)}\r\n");
        var reading = ReadAsync(stream);
        try
        {
            for (var i = 0; i < 320; i++) await stream.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // The server has hung up, which is its right.
        }

        Assert.StartsWith("HTTP/1.1 413", await reading);
    }

    [Fact]
    public async Task Clients_SlowHalfOpenAndGone_HoldNobodyElseUp()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 300; i++)
            {
                var client = new TcpClient("127.0.0.1", _port);
                clients.Add(client);
                var text = (i % 3) switch
                {
                    0 => "GET /api/v1/search?q=a HTTP/1.1\r\nHost: loc",
                    1 => "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"expr",
                    _ => "POST /api/v1/batch/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n5A11\n\r\n",
                };
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
                if (i % 5 == 0) client.Client.Close(0);
            }

            Assert.StartsWith("HTTP/1.1 200", await SendAsync("GET /api/v1/search?q=diabetes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray()));
        }
        finally
        {
            foreach (var client in clients) client.Dispose();
        }
    }

    [Fact]
    public async Task Batch_AnswersWhileLinesStillCome()
    {
        using var client = new TcpClient("127.0.0.1", _port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST /api/v1/batch/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n5A11\n\r\n"u8.ToArray());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[8192];
        var text = "";
        while (!text.Contains("\"verdict\":\"valid\"", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, patience.Token);
            Assert.NotEqual(0, read);
            text += Encoding.UTF8.GetString(buffer, 0, read);
        }
    }

    private async Task<string> SendAsync(byte[] request)
    {
        using var client = new TcpClient("127.0.0.1", _port);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request);
        }
        catch (IOException)
        {
            // Refused before all of it was sent; the answer may still be there.
        }

        return await ReadAsync(stream);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        try
        {
            return Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, patience.Token));
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
    }
}
