namespace Icd.Import.Crawl;

/// <summary>OAuth2 client credentials for WHO's public ICD-API (https://icd.who.int/icdapi).</summary>
/// <param name="ClientId">The id that WHO gives out.</param>
/// <param name="ClientSecret">Its secret; never logged.</param>
/// <param name="TokenAddress">The token endpoint.</param>
public sealed record ClientCredentials(string ClientId, string ClientSecret, Uri TokenAddress)
{
    /// <summary>WHO's token endpoint.</summary>
    public static Uri WhoTokenAddress { get; } = new("https://icdaccessmanagement.who.int/connect/token");

    /// <summary>What the API's tokens are asked for.</summary>
    internal const string Scope = "icdapi_access";

    /// <summary>The credentials without the secret.</summary>
    public override string ToString() => $"{ClientId} at {TokenAddress}";
}
