using System.IO.Compression;
using System.Net;
using System.Threading.RateLimiting;
using Icd.Api.Problems;
using Icd.Toolkit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Icd.Api.Hosting;

/// <summary>Sets the server up: limits, security, logs, and the order in which a request meets them.</summary>
internal static class IcdHosting
{
    public static void AddServer(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["urls"] is not { Length: > 0 } && configuration["HTTP_PORTS"] is not { Length: > 0 } && configuration["HTTPS_PORTS"] is not { Length: > 0 } && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Exposure.DefaultAddress);
        builder.Services.AddIcd(options => configuration.GetSection("Icd").Bind(options));
        builder.Services.AddOptions<SecurityOptions>().Bind(configuration.GetSection("Icd:Security")).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidation>();
        builder.Services.AddOptions<LimitOptions>().Bind(configuration.GetSection("Icd:Limits")).Validate(limits => limits.BodyBytes > 0 && limits.Connections > 0 && limits.Timeout > TimeSpan.Zero, "Icd:Limits: BodyBytes, Connections and Timeout must be above zero.").ValidateOnStart();
        builder.Services.AddSingleton<IcdMetrics>();
        builder.Services.AddHostedService<Telemetry>();
        AddLogging(builder);
        AddLimits(builder);
        builder.Services.AddCors();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddResponseCompression(options =>
        {
            // Nothing secret is in an answer that an attacker could make longer or shorter by what he adds.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/fhir+json", "application/x-ndjson", "text/csv"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>The way of a request, from outside to inside.</summary>
    public static void UseServer(this WebApplication app)
    {
        var security = app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value;
        if (security.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            foreach (var proxy in security.Proxies) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            app.UseForwardedHeaders(forwarded);
        }

        app.UseMiddleware<Boundary>();
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(next => http => Telemetry.Name(http, next));
        if (security.Cors.Count > 0)
            app.UseCors(policy => policy.WithOrigins([.. security.Cors]).WithMethods("GET", "HEAD", "POST").WithHeaders(AccessControl.KeyHeader, "Authorization", "Content-Type", "Accept-Language", "If-None-Match", "API-Version").WithExposedHeaders("ETag", "Retry-After", "API-Version").SetPreflightMaxAge(TimeSpan.FromHours(1)));
        app.UseMiddleware<AccessControl>();
        if (security.EffectiveRate > 0) app.UseRateLimiter(RateLimits(security));
        app.UseRequestTimeouts();
    }

    /// <summary>Says where to go once the server listens, and stops it where it listens to more than it may.</summary>
    public static void Greet(this WebApplication app)
    {
        var isOpen = !app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.IsConfigured;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToList() ?? [];
            if (isOpen && addresses.Find(address => !Exposure.IsLoopback(address)) is { } exposed)
            {
                Console.Error.WriteLine(Exposure.Refusal(exposed));
                Environment.ExitCode = 1;
                app.Lifetime.StopApplication();
                return;
            }

            if (addresses.Count > 0) _ = Task.Run(() => Greeting.Write(Console.Error, app.Services.GetRequiredService<ReleaseHost>(), addresses, isOpen));
        });
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        // Where nobody looks, a line is one JSON object for whatever collects it.
        if (Console.IsOutputRedirected && builder.Configuration["Logging:Console:FormatterName"] is null)
            builder.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName = ConsoleFormatterNames.Json);
        if (builder.Configuration.GetValue("Icd:LogRequests", false)) return;
        // The framework logs addresses at level Information and below, and in scopes; a query or a code may say what ails somebody.
        foreach (var category in (string[])["Microsoft.AspNetCore", "Microsoft.Extensions.Http", "System.Net.Http", "Microsoft.IdentityModel"]) builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static void AddLimits(WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Icd:Limits").Get<LimitOptions>() ?? new();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
            kestrel.Limits.MaxConcurrentConnections = limits.Connections;
            kestrel.Limits.MaxRequestLineSize = 8 << 10;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(65);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            kestrel.Limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        });
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new()
        {
            Timeout = limits.Timeout,
            WriteTimeoutResponse = http => ProblemResponse.WriteAsync(http, ProblemKind.RequestTimeout, $"Grensen er {limits.Timeout.TotalSeconds} sekunder.", $"The limit is {limits.Timeout.TotalSeconds} seconds."),
        });
    }

    private static Microsoft.AspNetCore.RateLimiting.RateLimiterOptions RateLimits(SecurityOptions security) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.StartsWithSegments("/health")
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(
                AccessControl.Of(http) is { } client && client != Client.Local ? client.Name : $"{http.Connection.RemoteIpAddress}",
                _ => new() { TokenLimit = security.Burst, TokensPerPeriod = Math.Max(1, security.EffectiveRate / 10), ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(0.1, 1.0 / security.EffectiveRate)), QueueLimit = 0, AutoReplenishment = true })),
        OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new(ProblemResponse.WriteAsync(rejected.HttpContext, ProblemKind.TooManyRequests, $"Grensen er {security.EffectiveRate} i sekundet.", $"The limit is {security.EffectiveRate} a second."));
        },
    };
}
