using System.Net;
using Microsoft.Extensions.Options;

namespace Icd.Api.Hosting;

/// <summary>Who may use the server and how much, section <c>Icd:Security</c>; <c>docs/security.md</c> and <c>docs/operations.md</c> document it.</summary>
internal sealed class SecurityOptions
{
    /// <summary>Keys that clients send in <c>X-Api-Key</c>, as hashes.</summary>
    public List<ApiKeyOptions> ApiKeys { get; set; } = [];

    /// <summary>Tokens of an OpenID Connect issuer.</summary>
    public JwtOptions Jwt { get; set; } = new();

    /// <summary>Origins whose pages may call the server from a browser, such as <c>https://epj.example.no</c>.</summary>
    public List<string> Cors { get; set; } = [];

    /// <summary>Names that the server is reached by; others are refused. Without authentication the loopback names, else any.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>Addresses of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    public List<string> Proxies { get; set; } = [];

    /// <summary>How many requests a second a client may send on average; 0 for no limit. Default: 100 with authentication, else none.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>How many requests a client may send at once, above the average.</summary>
    public int Burst { get; set; } = 200;

    /// <summary>Whether clients must say who they are.</summary>
    public bool IsConfigured => ApiKeys.Count > 0 || Jwt.IsConfigured;

    public int EffectiveRate => RequestsPerSecond ?? (IsConfigured ? 100 : 0);
}

/// <summary>A key of a client.</summary>
internal sealed class ApiKeyOptions
{
    /// <summary>Whose it is, for limits and logs.</summary>
    public string Name { get; set; } = "";

    /// <summary>What <c>hash-key</c> prints.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What it may do: <c>read</c>, <c>admin</c>.</summary>
    public List<string> Scopes { get; set; } = ["read"];
}

/// <summary>An issuer of tokens, as HelseID is one.</summary>
internal sealed class JwtOptions
{
    /// <summary>The issuer's address; its keys are read from <c>/.well-known/openid-configuration</c> below it.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Who the token must be for.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Who the token must be from; default: what the issuer's configuration says.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The scope that reading takes.</summary>
    public string ReadScope { get; set; } = "";

    /// <summary>The scope that administration takes; empty where tokens allow none.</summary>
    public string AdminScope { get; set; } = "";

    /// <summary>Whether the issuer must be reached by TLS. For tests only.</summary>
    public bool RequireHttps { get; set; } = true;

    public bool IsConfigured => Authority.Length > 0;
}

/// <summary>How much a request may be, section <c>Icd:Limits</c>.</summary>
internal sealed class LimitOptions
{
    /// <summary>The largest body that is no stream, in bytes.</summary>
    public long BodyBytes { get; set; } = 4 << 20;

    /// <summary>The most connections at once.</summary>
    public long Connections { get; set; } = 2000;

    /// <summary>How long a request that is no stream may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Says at start what is wrong with the settings.</summary>
internal sealed class SecurityOptionsValidation : IValidateOptions<SecurityOptions>
{
    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        var problems = new List<string>();
        foreach (var (i, key) in options.ApiKeys.Index())
        {
            if (key.Name.Length == 0) problems.Add($"Icd:Security:ApiKeys:{i}:Name is empty. Say whose key it is.");
            if (!ApiKey.IsHash(key.Hash)) problems.Add($"Icd:Security:ApiKeys:{i}:Hash is not a hash. `dotnet run --project src/Icd.Api -- hash-key` makes a key and its hash; the key itself does not belong in a file.");
            if (key.Scopes.Exists(scope => scope is not ("read" or "admin"))) problems.Add($"Icd:Security:ApiKeys:{i}:Scopes may hold read and admin.");
        }

        if (options.ApiKeys.GroupBy(key => key.Hash, StringComparer.Ordinal).Any(group => group.Count() > 1)) problems.Add("Icd:Security:ApiKeys has one hash twice. Give each client a key of its own.");
        if (options.Jwt.IsConfigured)
        {
            if (!Uri.TryCreate(options.Jwt.Authority, UriKind.Absolute, out var authority) || (options.Jwt.RequireHttps && authority.Scheme != "https")) problems.Add("Icd:Security:Jwt:Authority is not an https address.");
            if (options.Jwt.Audience.Length == 0) problems.Add("Icd:Security:Jwt:Audience is empty. A token for another service would do here.");
            if (options.Jwt.ReadScope.Length == 0) problems.Add("Icd:Security:Jwt:ReadScope is empty. Any token for this audience would do.");
        }

        foreach (var origin in options.Cors.Where(origin => origin == "*" || !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin))
            problems.Add($"Icd:Security:Cors has '{origin}'. Expected is an origin such as https://epj.example.no, without a path.");
        foreach (var proxy in options.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _))) problems.Add($"Icd:Security:Proxies has '{proxy}', which is no IP address.");
        if (options.EffectiveRate < 0 || options.Burst < 1) problems.Add("Icd:Security:RequestsPerSecond must not be below 0, nor Burst below 1.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
