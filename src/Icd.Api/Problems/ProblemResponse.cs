using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Api.Rest;
using Icd.Core.Codes;

namespace Icd.Api.Problems;

/// <summary>Writes problems as <c>application/problem+json</c>, in the reader's language.</summary>
internal static class ProblemResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How an interface with error formats of its own writes what the server itself has to say, by the beginning of the path.</summary>
    public static Dictionary<string, Func<HttpContext, ProblemKind, string, Task>> Formats { get; } = [];

    public static Task WriteAsync(HttpContext http, ProblemException problem) => WriteDetailAsync(http, problem.Kind, problem.Detail(ReaderLanguage.Of(http.Request)), problem.Parameter);

    public static Task WriteAsync(HttpContext http, ProblemKind kind, string nb, string en) =>
        WriteDetailAsync(http, kind, ReaderLanguage.Of(http.Request) == MessageLanguage.Bokmal ? nb : en, parameter: null);

    private static async Task WriteDetailAsync(HttpContext http, ProblemKind kind, string detail, string? parameter)
    {
        var response = http.Response;
        response.StatusCode = kind.Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (prefix, format) in Formats)
        {
            if (!http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            await format(http, kind, detail).ConfigureAwait(false);
            return;
        }

        var language = ReaderLanguage.Of(http.Request);
        var nb = language == MessageLanguage.Bokmal;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = nb ? "nb" : "en";
        response.Headers.Vary = "Accept-Language";
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options)) WriteJson(writer, http, kind, detail, parameter, language);

        response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted).ConfigureAwait(false);
    }

    public static void WriteJson(Utf8JsonWriter writer, HttpContext http, ProblemKind kind, string detail, string? parameter, MessageLanguage language)
    {
        var nb = language == MessageLanguage.Bokmal;
        writer.WriteStartObject();
        writer.WriteString("type", ProblemKind.TypePrefix + kind.Code);
        writer.WriteString("title", nb ? kind.TitleNb : kind.TitleEn);
        writer.WriteNumber("status", kind.Status);
        writer.WriteString("detail", detail);
        writer.WriteString("code", kind.Code);
        writer.WriteString("remedy", nb ? kind.RemedyNb : kind.RemedyEn);
        writer.WriteString("parameter", parameter);
        writer.WriteString("traceId", Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);
        writer.WriteEndObject();
    }
}
