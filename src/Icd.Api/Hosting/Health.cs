using System.Text.Json;
using Icd.Api.Rest;
using Icd.Toolkit;

namespace Icd.Api.Hosting;

/// <summary>Liveness and readiness for whoever runs the server.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var host = routes.ServiceProvider.GetRequiredService<ReleaseHost>();
        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        routes.MapMethods("/health/live", ["GET", "HEAD"], (RequestDelegate)(http => WriteAsync(http, 200, "live", null))).AllowAnonymous();
        routes.MapMethods("/health/ready", ["GET", "HEAD"], (RequestDelegate)(http =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested) return WriteAsync(http, 503, "stopping", null);
            if (!host.IsReady) return WriteAsync(http, 503, "starting", null);
            var loaded = host.Current;
            // What is left can be used, and each request for what is damaged says so: taking the whole server away would help nobody.
            return WriteAsync(http, 200, loaded.Refused.Count > 0 ? "degraded" : "ready", loaded);
        })).AllowAnonymous();
    }

    private static async Task WriteAsync(HttpContext http, int status, string text, LoadedReleases? loaded)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, RestExecutor.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("status", text);
        writer.WriteStartArray("releases");
        foreach (var key in loaded?.Catalog.Keys ?? []) writer.WriteStringValue(key.ToString());
        writer.WriteEndArray();
        writer.WriteStartArray("refused");
        foreach (var refused in loaded?.Refused ?? []) writer.WriteStringValue(refused.File);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
