using System.Net;
using System.Threading.RateLimiting;
using Icd.Api.Problems;
using Icd.Api.Rest;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Icd.Api.Hosting;

/// <summary>Who may do what: reading takes the scope <c>read</c>, administration <c>admin</c>. Without configured authentication only this machine is served.</summary>
/// <remarks>What carries <see cref="IAllowAnonymous"/> needs nobody's name: health, and pages, which ask with their reader's key themselves.</remarks>
internal sealed class AccessControl : IDisposable
{
    public const string KeyHeader = "X-Api-Key";

    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly RequestDelegate _next;
    private readonly SecurityOptions _options;
    private readonly Dictionary<string, Client> _keys;
    private readonly TokenReader? _tokens;
    private readonly PartitionedRateLimiter<HttpContext> _failures = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress ?? IPAddress.None, _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public AccessControl(RequestDelegate next, IOptions<SecurityOptions> options)
    {
        (_next, _options) = (next, options.Value);
        // Looking a hash up tells by its time at most what an attacker cannot use: how the hash begins, not the key.
        _keys = _options.ApiKeys.ToDictionary(key => key.Hash, key => new Client(key.Name, key.Scopes.Contains("read"), key.Scopes.Contains("admin")), StringComparer.Ordinal);
        _tokens = _options.Jwt.IsConfigured ? new(_options.Jwt) : null;
    }

    /// <summary>The client of a request, once it is known.</summary>
    public static Client? Of(HttpContext http) => http.Features.Get<Client>();

    public Task InvokeAsync(HttpContext http) => !IsKnownHost(http.Request.Host)
        ? ProblemResponse.WriteAsync(http, ProblemKind.MalformedRequest, "Tjeneren svarer ikke på dette navnet (Host).", "The server does not answer to this name (Host).")
        : _options.IsConfigured ? InvokeWithClientAsync(http)
        : InvokeLocally(http);

    public void Dispose() => _failures.Dispose();

    /// <summary>A page elsewhere may have its name point here (DNS rebinding); it cannot change what the browser says it asked for.</summary>
    private bool IsKnownHost(HostString host)
    {
        var names = _options.Hosts.Count > 0 ? _options.Hosts : _options.IsConfigured ? (IReadOnlyList<string>)[] : LoopbackNames;
        return names.Count == 0 || names.Contains("*") || names.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
    }

    private Task InvokeLocally(HttpContext http)
    {
        // A test server has no connection and so no address.
        if (http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
            return ProblemResponse.WriteAsync(http, ProblemKind.SecurityNotConfigured, "Bare denne maskinen slipper til.", "Only this machine is let in.");
        var headers = http.Request.Headers;
        if (headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("Forwarded"))
            return ProblemResponse.WriteAsync(http, ProblemKind.SecurityNotConfigured, "Forespørselen kommer gjennom en mellomtjener.", "The request comes through a proxy.");
        // A page of another origin may send a simple POST here without asking.
        if (IsForAdministrators(http) && IsFromAnotherPage(http.Request))
            return ProblemResponse.WriteAsync(http, ProblemKind.NotAllowed, "Sider på andre adresser har ikke tilgang til administrasjonen.", "Pages of other addresses have no access to the administration.");
        http.Features.Set(Client.Local);
        return _next(http);
    }

    private async Task InvokeWithClientAsync(HttpContext http)
    {
        // Unknown addresses say 404 to everybody; preflight requests carry no credentials by design and are answered before.
        if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            var client = await ClientOfAsync(http).ConfigureAwait(false);
            if (client is null)
            {
                using var lease = _failures.AttemptAcquire(http);
                if (!lease.IsAcquired)
                {
                    http.Response.Headers.RetryAfter = "60";
                    await ProblemResponse.WriteAsync(http, ProblemKind.TooManyRequests, "For mange mislykkede forsøk.", "Too many failed attempts.").ConfigureAwait(false);
                    return;
                }

                http.Response.Headers.WWWAuthenticate = _tokens is null ? "ApiKey" : "Bearer";
                await ProblemResponse.WriteAsync(http, ProblemKind.NotAuthenticated, "Nøkkel eller token mangler eller er ugyldig.", "A key or token is missing or not valid.").ConfigureAwait(false);
                return;
            }

            var isForAdministrators = IsForAdministrators(http);
            if (isForAdministrators ? !client.MayAdminister : !client.MayRead)
            {
                var scope = isForAdministrators ? "admin" : "read";
                await ProblemResponse.WriteAsync(http, ProblemKind.NotAllowed, $"Tilgangen {scope} mangler.", $"The scope {scope} is missing.").ConfigureAwait(false);
                return;
            }

            http.Features.Set(client);
        }

        await _next(http).ConfigureAwait(false);
    }

    private async Task<Client?> ClientOfAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (headers[KeyHeader] is { Count: 1 } keys) return keys[0] is { Length: > 0 and < 200 } key && _keys.TryGetValue(ApiKey.Hash(key), out var known) ? known : null;
        return _tokens is not null && headers.Authorization is { Count: 1 } authorization && authorization[0] is { } text && text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? await _tokens.ReadAsync(text[7..].Trim()).ConfigureAwait(false)
            : null;
    }

    private static bool IsForAdministrators(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<RestOperation>() is { IsForAdministrators: true };

    private static bool IsFromAnotherPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
        || (request.Headers.Origin.ToString() is { Length: > 0 } origin && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
}
