using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Icd.Api.Hosting;

/// <summary>Sends traces and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; the SDK's other variables hold too.</summary>
/// <remarks>
/// The web server's own activity is used, which has no address in it. Instrumentation that adds <c>url.path</c> and <c>url.query</c> is left out on
/// purpose: they would carry what was typed.
/// </remarks>
internal sealed class Telemetry(IConfiguration configuration, IcdMetrics metrics) : IHostedService, IDisposable
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The web server's source of activities.</summary>
    public const string Source = "Microsoft.AspNetCore";

    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", IcdMetrics.Name];

    private TracerProvider? _traces;
    private MeterProvider? _meters;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = metrics;
        if (configuration[EndpointVariable] is not { Length: > 0 }) return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("icd-api", serviceVersion: Rest.ServerHandler.Version).AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Source).AddOtlpExporter().Build();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter((OtlpExporterOptions _) => { }).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(5000);
        _meters?.ForceFlush(5000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
    }

    /// <summary>Names the activity of a request by its route, once that is known.</summary>
    public static Task Name(HttpContext http, RequestDelegate next)
    {
        if (Activity.Current is { IsAllDataRequested: true } activity)
        {
            var route = Boundary.RouteOf(http);
            activity.DisplayName = $"{http.Request.Method} {route}";
            activity.SetTag("http.route", route);
            activity.SetTag("http.request.method", http.Request.Method);
        }

        return next(http);
    }
}
