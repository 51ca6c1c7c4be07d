using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Icd.Api.Hosting;

/// <summary>Reads bearer tokens (RFC 9068, as HelseID issues them) by the keys that their issuer publishes.</summary>
internal sealed class TokenReader
{
    private readonly JwtOptions _options;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _parameters;

    public TokenReader(JwtOptions options)
    {
        _options = options;
        // Keys are kept and read anew when one is unknown, so that an issuer may change them.
        var configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.Authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = options.RequireHttps });
        _parameters = new()
        {
            ConfigurationManager = configuration,
            ValidAudience = options.Audience,
            ValidIssuer = options.Issuer.Length > 0 ? options.Issuer : null,
            // A signature by a secret that both sides know is none of ours, and "none" is no signature.
            ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>The client of a token.</summary>
    /// <returns><see langword="null"/> where the token is not valid here.</returns>
    public async Task<Client?> ReadAsync(string token)
    {
        if (token.Length > 16 << 10) return null;
        var result = await _handler.ValidateTokenAsync(token, _parameters).ConfigureAwait(false);
        if (!result.IsValid) return null;
        var scopes = result.ClaimsIdentity.FindAll("scope").SelectMany(claim => claim.Value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var name = result.ClaimsIdentity.FindFirst("client_id")?.Value ?? result.ClaimsIdentity.FindFirst("sub")?.Value ?? "unnamed";
        return new("token " + name, scopes.Contains(_options.ReadScope), _options.AdminScope.Length > 0 && scopes.Contains(_options.AdminScope));
    }
}
