using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Icd.Api.Tests.Support;

/// <summary>An OpenID Connect issuer on this machine: its configuration, its keys, and tokens signed with them.</summary>
internal sealed class TokenIssuer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly RSA _key = RSA.Create(2048);

    public TokenIssuer()
    {
        for (var port = 20_000 + RandomNumberGenerator.GetInt32(20_000); ; port++)
        {
            Authority = $"http://localhost:{port}";
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Authority + "/");
                _listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
                // The port is taken; the next one.
            }
        }

        _ = Task.Run(ServeAsync);
    }

    public string Authority { get; }

    public string Token(string audience, string scope, string? issuer = null, TimeSpan? lifetime = null) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer ?? Authority,
        Audience = audience,
        NotBefore = DateTime.UtcNow.AddMinutes(-10),
        Expires = DateTime.UtcNow + (lifetime ?? TimeSpan.FromMinutes(5)),
        Subject = new ClaimsIdentity([new("scope", scope), new("client_id", "epj")]),
        SigningCredentials = new(new RsaSecurityKey(_key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>A token that says of itself that it needs no signature.</summary>
    public string Unsigned(string audience, string scope) =>
        $"{Part("""{"alg":"none"}""")}.{Part($$"""{"iss":"{{Authority}}","aud":"{{audience}}","scope":"{{scope}}","exp":{{DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()}}}""")}.";

    public void Dispose()
    {
        _listener.Close();
        _key.Dispose();
    }

    private static string Part(string text) => Base64UrlEncoder.Encode(text);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var parameters = _key.ExportParameters(false);
            var json = context.Request.Url!.AbsolutePath == "/keys"
                ? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"one","alg":"RS256","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}]}"""
                : $$"""{"issuer":"{{Authority}}","jwks_uri":"{{Authority}}/keys"}""";
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
            context.Response.Close();
        }
    }
}
