using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Rest;

/// <summary>Answers a request by its operation: parameters, releases, ETag, the answer in one piece.</summary>
/// <remarks>
/// An answer is written to a buffer of the thread first, so that one that fails half-way leaves nothing on the wire. Handlers are synchronous: they
/// compute for microseconds and wait for nothing.
/// </remarks>
internal sealed class RestExecutor(ReleaseHost host)
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Scratch? _scratch;

    public Task GetAsync(HttpContext http, RestOperation operation) => host.IsReady ? Get(http, operation) : GetLaterAsync(http, operation);

    public async Task PostAsync(HttpContext http, RestOperation operation)
    {
        try
        {
            await ReadyAsync(http).ConfigureAwait(false);
            var values = await RestValues.FromBodyAsync(http.Request, operation).ConfigureAwait(false);
            // A rule of caches (RFC 9111): answers to POST are kept by none; so they need no tag.
            await Answer(http, operation, values, host.Current, tag: null).ConfigureAwait(false);
        }
        catch (ProblemException problem)
        {
            await ProblemResponse.WriteAsync(http, problem).ConfigureAwait(false);
        }
    }

    private async Task GetLaterAsync(HttpContext http, RestOperation operation)
    {
        try
        {
            await ReadyAsync(http).ConfigureAwait(false);
        }
        catch (ProblemException problem)
        {
            await ProblemResponse.WriteAsync(http, problem).ConfigureAwait(false);
            return;
        }

        await Get(http, operation).ConfigureAwait(false);
    }

    /// <summary>Who comes while the server starts waits with it for a while.</summary>
    private async Task ReadyAsync(HttpContext http)
    {
        if (host.IsReady) return;
        try
        {
            await host.WhenReady.WaitAsync(TimeSpan.FromSeconds(20), http.RequestAborted).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            http.Response.Headers.RetryAfter = "5";
            throw new ProblemException(ProblemKind.Starting, "Utgavene lastes fortsatt.", "The releases are still being loaded.");
        }
    }

    private Task Get(HttpContext http, RestOperation operation)
    {
        try
        {
            var loaded = host.Current;
            var values = RestValues.FromQuery(http.Request, operation);
            var language = ReaderLanguage.Of(http.Request);
            var tag = $"W/\"{loaded.Fingerprint}-{language.Code()}\"";
            if (!operation.IsVolatile && IsKnown(http.Request, tag))
            {
                SetHeaders(http, operation, language, tag);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            return Answer(http, operation, values, loaded, operation.IsVolatile ? null : tag);
        }
        catch (ProblemException problem)
        {
            return ProblemResponse.WriteAsync(http, problem);
        }
        catch (ReleaseFormatException exception)
        {
            return ProblemResponse.WriteAsync(http, ProblemException.Damaged(exception));
        }
    }

    private static Task Answer(HttpContext http, RestOperation operation, string?[] values, LoadedReleases loaded, string? tag)
    {
        var language = ReaderLanguage.Of(http.Request);
        var request = new RestRequest(http, operation, loaded, values, language);
        var scratch = _scratch ??= new();
        scratch.Clear();
        try
        {
            operation.Handle(request, scratch.Writer);
        }
        catch (ReleaseFormatException exception)
        {
            return ProblemResponse.WriteAsync(http, ProblemException.Damaged(exception));
        }

        scratch.Writer.Flush();
        SetHeaders(http, operation, language, tag);
        var response = http.Response;
        response.ContentType = "application/json; charset=utf-8";
        var length = scratch.Buffer.WrittenCount;
        response.ContentLength = length;
        if (HttpMethods.IsHead(http.Request.Method)) return Task.CompletedTask;
        response.BodyWriter.Write(scratch.Buffer.WrittenSpan);
        // A few large answers must not stay with every thread for ever.
        if (length > Scratch.MostKept) _scratch = null;
        return length < 16 << 10 ? Task.CompletedTask : response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }

    private static bool IsKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch is { Count: > 0 } known && known.ToString().Contains(tag, StringComparison.Ordinal);

    private static void SetHeaders(HttpContext http, RestOperation operation, Core.Codes.MessageLanguage language, string? tag)
    {
        var headers = http.Response.Headers;
        headers.ContentLanguage = language.Code();
        headers.Vary = "Accept-Language";
        if (tag is not null) headers.ETag = tag;
        // What was typed for a patient is left on no disk. The rest is asked for again with its tag, which costs a 304.
        headers.CacheControl = operation.IsQuestion || operation.IsVolatile || tag is null ? "no-store" : "private, no-cache";
    }

    private sealed class Scratch
    {
        public const int MostKept = 1 << 20;

        public Scratch() => Writer = new(Buffer, WriterOptions);

        public ArrayBufferWriter<byte> Buffer { get; } = new(16 << 10);

        public Utf8JsonWriter Writer { get; }

        public void Clear()
        {
            Buffer.ResetWrittenCount();
            Writer.Reset(Buffer);
        }
    }
}
