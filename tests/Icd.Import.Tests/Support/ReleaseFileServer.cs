using System.Globalization;
using System.Net;

namespace Icd.Import.Tests.Support;

/// <summary>A file server like WHO's, with ranges and ETags, that can be told to misbehave.</summary>
internal sealed class ReleaseFileServer : IDisposable
{
    private int _cuts;

    public ReleaseFileServer() => Server = new(AnswerAsync);

    public LoopbackServer Server { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public string Tag { get; set; } = "\"one\"";

    public bool SupportsRange { get; set; } = true;

    /// <summary>Whether the answers say how long they are.</summary>
    public bool StatesLength { get; set; } = true;

    /// <summary>After how many bytes of an answer the connection is cut, and how many times.</summary>
    public (int After, int Times) Cut { get; set; }

    /// <summary>Status instead of a file, for as many requests.</summary>
    public (int Code, int Times) Failure { get; set; }

    /// <summary>The ranges that were asked for, in order; empty for a whole file.</summary>
    public List<string> Ranges { get; } = [];

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        lock (Ranges) Ranges.Add(request.Headers["Range"] ?? "");
        if (Failure.Times > 0)
        {
            Failure = (Failure.Code, Failure.Times - 1);
            response.StatusCode = Failure.Code;
            return;
        }

        if (!Files.TryGetValue(request.Url!.AbsolutePath, out var file))
        {
            response.StatusCode = 404;
            return;
        }

        var from = 0;
        if (Tag.Length > 0) response.Headers["ETag"] = Tag;
        if (SupportsRange && request.Headers["Range"] is { } range && (request.Headers["If-Range"] is not { } tag || tag == Tag))
        {
            from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            if (from >= file.Length)
            {
                response.StatusCode = 416;
                return;
            }

            response.StatusCode = 206;
            response.Headers["Content-Range"] = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }

        if (StatesLength) response.ContentLength64 = file.Length - from;
        else response.SendChunked = true;
        if (_cuts < Cut.Times)
        {
            _cuts++;
            await response.OutputStream.WriteAsync(file.AsMemory(from, Math.Min(Cut.After, file.Length - from)));
            await response.OutputStream.FlushAsync();
            // The bytes must arrive before the connection is reset.
            await Task.Delay(50);
            response.Abort();
            return;
        }

        await response.OutputStream.WriteAsync(file.AsMemory(from));
    }

    public void Dispose() => Server.Dispose();
}
