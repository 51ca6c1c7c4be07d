using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Icd.Import.Http;
using Polly;

namespace Icd.Import.Crawl;

/// <summary>Reads JSON from an ICD-API v2 server.</summary>
internal sealed class IcdApiClient : IDisposable
{
    /// <summary>The host in WHO's canonical URIs; the path is the same on every server.</summary>
    private const string CanonicalHost = "id.who.int";

    private readonly HttpClient _http;
    private readonly CrawlOptions _options;
    private readonly TokenSource? _tokens;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public IcdApiClient(CrawlOptions options)
    {
        _options = options;
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        _pipeline = PoliteHttp.Pipeline(options.RetryDelay, options.Waiting);
        _tokens = options.Credentials is { } credentials ? new(_http, credentials, _pipeline) : null;
    }

    /// <summary>The address at which this server answers for a canonical URI.</summary>
    public Uri AddressOf(string canonical) =>
        // A server may live below a path; only its own URIs have that path already.
        !Uri.TryCreate(canonical, UriKind.Absolute, out var uri) ? throw Stranger(canonical)
        : uri.Host == CanonicalHost ? new Uri($"{_options.Server.AbsoluteUri.TrimEnd('/')}{uri.PathAndQuery}")
        : uri.Host == _options.Server.Host ? new Uri(_options.Server, uri.PathAndQuery)
        : throw Stranger(canonical);

    private ImportException Stranger(string canonical) =>
         new(_options.Server.ToString(), $"the server names '{canonical}', which is not one of WHO's URIs", "Check that it is an ICD-API v2 server.");

    /// <summary>The JSON at an address.</summary>
    /// <exception cref="ImportException">The server refuses, or answers something else.</exception>
    public async Task<JsonElement> GetAsync(Uri address, string language, CancellationToken cancellation)
    {
        using var response = await SendAsync(address, language, cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw Refused(address, response.StatusCode);
        try
        {
            using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), cancellationToken: cancellation).ConfigureAwait(false);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw NotTheApi(address, null);
        }
        catch (JsonException exception)
        {
            throw NotTheApi(address, exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string language, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    var response = await SendOnceAsync(address, language, token).ConfigureAwait(false);
                    if (response.StatusCode != HttpStatusCode.Unauthorized || _tokens is null) return response;
                    // The token may have been withdrawn early; one new one is worth a try.
                    _tokens.Forget(response.RequestMessage!.Headers.Authorization);
                    response.Dispose();
                    return await SendOnceAsync(address, language, token).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ImportException(address.ToString(), $"the server does not answer ({exception.Message.TrimEnd('.')})", "Check the address and the network; the same command goes on where this one stopped.", inner: exception);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Uri address, string language, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        request.Headers.Add("API-Version", "v2");
        if (_tokens is not null) request.Headers.Authorization = await _tokens.GetAsync(cancellation).ConfigureAwait(false);
        return await _http.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private static ImportException Refused(Uri address, HttpStatusCode status) => new(
        address.ToString(),
        $"the server answers {(int)status}",
        status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Set ICD_CLIENT_ID and ICD_CLIENT_SECRET; WHO gives them out at https://icd.who.int/icdapi.",
            HttpStatusCode.NotFound => "Check the server's address, the release and the linearization.",
            _ => "Try again later; the same command goes on where this one stopped.",
        });

    private static ImportException NotTheApi(Uri address, Exception? inner) =>
        new(address.ToString(), "the answer is not the JSON of an ICD-API", "Check the server's address.", inner: inner);

    public void Dispose()
    {
        _tokens?.Dispose();
        _http.Dispose();
    }
}
