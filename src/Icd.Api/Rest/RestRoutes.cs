using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icd.Toolkit;

namespace Icd.Api.Rest;

/// <summary>The REST interface, <c>/api/v1</c>.</summary>
internal static class RestRoutes
{
    public const string Prefix = "/api/v1";

    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Post = [HttpMethods.Post];

    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Prefix);
        var host = routes.ServiceProvider.GetRequiredService<ReleaseHost>();
        var executor = new RestExecutor(host);
        // A list may take as long as its sender takes; one that stalls is cut by the least rate of data.
        group.MapPost(BatchOperations.Path, (RequestDelegate)new BatchExecutor(host).PostAsync).DisableRequestTimeout();
        group.MapPost(ConvertOperation.Operation.Path, (RequestDelegate)new ConvertOperation(host).PostAsync).DisableRequestTimeout();
        group.MapMethods(OpenApiDocument.Path, GetAndHead, (RequestDelegate)WriteOpenApi);
        foreach (var operation in RestOperations.All)
        {
            if (!operation.IsCommand) group.MapMethods(operation.Path, GetAndHead, (RequestDelegate)(http => executor.GetAsync(http, operation))).WithMetadata(operation).DisableRequestTimeout();
            if (operation.IsQuestion) group.MapMethods(operation.Path, Post, (RequestDelegate)(http => executor.PostAsync(http, operation))).WithMetadata(operation);
            // Loading releases may have to compile the search index, which takes as long as it takes.
            if (operation.IsCommand) group.MapMethods(operation.Path, Post, (RequestDelegate)(http => executor.PostAsync(http, operation))).WithMetadata(operation).DisableRequestTimeout();
        }
    }

    private static Task WriteOpenApi(HttpContext http)
    {
        var buffer = new ArrayBufferWriter<byte>(64 << 10);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) OpenApiDocument.Write(writer);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = buffer.WrittenCount;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted).AsTask();
    }
}
