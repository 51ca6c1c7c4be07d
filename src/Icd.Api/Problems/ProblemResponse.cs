using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Rest;
using Icd.Api.Who;
using Icd.Core.Codes;

namespace Icd.Api.Problems;

/// <summary>Writes problems in the reader's language: as <c>application/problem+json</c>, or in the form of the interface that was asked.</summary>
internal static class ProblemResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How interfaces with error formats of their own write what the server itself has to say, by the beginning of the path.</summary>
    private static readonly (PathString Path, Func<HttpContext, ProblemKind, string, Task> WriteAsync)[] Formats = [("/fhir", OutcomeResponse.WriteAsync), ("/icd", WhoErrors.WriteAsync)];

    public static Task WriteAsync(HttpContext http, ProblemException problem) => WriteDetailAsync(http, problem.Kind, problem.Detail(ReaderLanguage.Of(http.Request)), problem.Parameter);

    public static Task WriteAsync(HttpContext http, ProblemKind kind, string nb, string en) =>
        WriteDetailAsync(http, kind, ReaderLanguage.Of(http.Request) == MessageLanguage.Bokmal ? nb : en, parameter: null);

    private static async Task WriteDetailAsync(HttpContext http, ProblemKind kind, string detail, string? parameter)
    {
        var response = http.Response;
        response.StatusCode = kind.Status;
        response.Headers.CacheControl = "no-store";
        if (Array.Find(Formats, format => http.Request.Path.StartsWithSegments(format.Path, StringComparison.OrdinalIgnoreCase)).WriteAsync is { } writeAsync)
        {
            await writeAsync(http, kind, detail).ConfigureAwait(false);
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
