using System.Net.Http.Headers;
using System.Text.Json;
using Polly;

namespace Icd.Import.Crawl;

/// <summary>Gets access tokens and keeps each until shortly before it expires.</summary>
internal sealed class TokenSource(HttpClient client, ClientCredentials credentials, ResiliencePipeline<HttpResponseMessage> pipeline) : IDisposable
{
    /// <summary>A token that expires under way would only be refused.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private AuthenticationHeaderValue? _header;
    private DateTimeOffset _expires;

    public async Task<AuthenticationHeaderValue> GetAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_header is null || DateTimeOffset.UtcNow >= _expires) await RequestAsync(cancellation).ConfigureAwait(false);
            return _header!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets a token that the server refused.</summary>
    public void Forget(AuthenticationHeaderValue? refused)
    {
        if (ReferenceEquals(refused, _header)) _expires = default;
    }

    private async Task RequestAsync(CancellationToken cancellation)
    {
        if (credentials.TokenAddress is { IsLoopback: false, Scheme: not "https" })
            throw new ImportException(credentials.TokenAddress.ToString(), "the client secret would travel unencrypted", "Use an https address.");
        using var response = await pipeline.ExecuteAsync(
            async token =>
            {
                using var form = new FormUrlEncodedContent(
                [
                    new("grant_type", "client_credentials"), new("scope", ClientCredentials.Scope),
                    new("client_id", credentials.ClientId), new("client_secret", credentials.ClientSecret),
                ]);
                return await client.PostAsync(credentials.TokenAddress, form, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new ImportException(credentials.TokenAddress.ToString(), $"the server gives no token (status {(int)response.StatusCode})", "Check ICD_CLIENT_ID and ICD_CLIENT_SECRET; WHO gives them out at https://icd.who.int/icdapi.");

        try
        {
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), cancellationToken: cancellation).ConfigureAwait(false);
            var lifetime = answer.RootElement.TryGetProperty("expires_in", out var seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : TimeSpan.FromMinutes(5);
            _header = new("Bearer", answer.RootElement.GetProperty("access_token").GetString());
            _expires = DateTimeOffset.UtcNow + lifetime - Margin;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // Without the cause: what the server sent may be a token, and no message shows one.
            throw new ImportException(credentials.TokenAddress.ToString(), "the answer is not an access token", "Check the token address.");
        }
    }

    public void Dispose() => _one.Dispose();
}
