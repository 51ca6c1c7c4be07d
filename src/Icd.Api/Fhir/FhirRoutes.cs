using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Mapping.Export;
using Icd.Toolkit;
using Microsoft.Extensions.Primitives;

namespace Icd.Api.Fhir;

/// <summary>FHIR terminology over HTTP, <c>/fhir/r4</c> and <c>/fhir/r5</c>; <c>/fhir</c> is R4 unless the client asks for <c>fhirVersion=5.0</c>.</summary>
internal static class FhirRoutes
{
    private const string BasePath = "/fhir";

    /// <summary>Titles are UTF-8 as they are; nothing here is embedded in HTML.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonWriterOptions Pretty = Plain with { Indented = true };

    public static void MapFhir(this IEndpointRouteBuilder routes)
    {
        var options = new FhirOptions();
        routes.ServiceProvider.GetRequiredService<IConfiguration>().GetSection("Fhir").Bind(options);
        var service = new FhirService(routes.ServiceProvider.GetRequiredService<ReleaseHost>(), options);
        var group = routes.MapGroup(BasePath);
        group.Map("/{**path}", context => ServeAsync(context, service));
    }

    private static async Task ServeAsync(HttpContext context, FhirService service)
    {
        var request = context.Request;
        var segments = (request.RouteValues["path"] as string ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        FhirVersion? fixedVersion = segments is [var first, ..] && first is "r4" or "r5" ? segments[0] == "r5" ? FhirVersion.R5 : FhirVersion.R4 : null;
        if (fixedVersion is not null) segments.RemoveAt(0);
        var version = fixedVersion ?? ContentNegotiation.VersionOf(request) ?? FhirVersion.R4;
        var baseUrl = $"{request.Scheme}://{request.Host}{request.PathBase}{BasePath}{(fixedVersion is null ? "" : fixedVersion == FhirVersion.R5 ? "/r5" : "/r4")}";
        var result = await AnswerAsync(context, service, segments, version, baseUrl);
        await WriteAsync(context, result, version);
    }

    private static async Task<FhirResult> AnswerAsync(HttpContext context, FhirService service, List<string> path, FhirVersion version, string baseUrl)
    {
        var request = context.Request;
        JsonDocument? document = null;
        try
        {
            ContentNegotiation.Check(request);
            var query = Pairs(request.Query).ToList();
            if (HttpMethods.IsPost(request.Method))
            {
                if (request.HasFormContentType) query.AddRange(Pairs(await request.ReadFormAsync(context.RequestAborted)));
                else document = await ReadBodyAsync(context);
            }

            var isGet = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
            var method = isGet ? "GET" : request.Method;
            if (!isGet && !HttpMethods.IsPost(request.Method))
            {
                context.Response.Headers.Allow = "GET, HEAD, POST";
                throw new FhirException(405, TxIssue.Error("not-supported", "not-supported", $"{request.Method} is not offered: resources are read-only here."));
            }

            // The header says what the client's person reads; parameters win over it.
            var result = service.Answer(new(method, path, query, document?.RootElement, request.Headers.AcceptLanguage is { Count: > 0 } languages ? languages.ToString() : null, baseUrl), version);
            if (document is not null) context.Response.RegisterForDispose(document);
            // Past the time limit that is said, not half an answer sent.
            context.RequestAborted.ThrowIfCancellationRequested();
            return result;
        }
        catch (FhirException problem)
        {
            document?.Dispose();
            return FhirResult.Outcome(problem.Status, problem.Issues, version);
        }
    }

    private static async Task<JsonDocument?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength == 0) return null;
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = 64 }, context.RequestAborted);
        }
        catch (JsonException problem) when (context.Request.ContentLength is null && problem is { LineNumber: 0, BytePositionInLine: 0 })
        {
            // Chunked and empty: an operation whose parameters are all in the address.
            return null;
        }
        catch (JsonException problem)
        {
            throw new FhirException(400, TxIssue.Error("structure", "invalid-data", $"The body is not JSON: {problem.Message}"));
        }
        catch (BadHttpRequestException problem)
        {
            throw new FhirException(problem.StatusCode, TxIssue.Error(problem.StatusCode == 413 ? "too-long" : "invalid", "invalid-data", problem.Message));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<KeyValuePair<string, StringValues>> given) =>
        given.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));

    private static async Task WriteAsync(HttpContext context, FhirResult result, FhirVersion version)
    {
        var response = context.Response;
        response.StatusCode = result.Status;
        response.ContentType = ContentNegotiation.TypeOf(version);
        // What was asked may say what ails somebody: a shared workstation keeps it on no disk.
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Language";
        var isPretty = context.Request.Query["_pretty"] == "true";
        await using var writer = new Utf8JsonWriter(response.Body, isPretty ? Pretty : Plain);
        try
        {
            await result.Write(writer, context.RequestAborted);
            await writer.FlushAsync(context.RequestAborted);
        }
        catch
        {
            // Disposing would send what is written so far, as if it were the answer.
            writer.Reset();
            throw;
        }
    }
}
