using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Icd.Toolkit;

namespace Icd.Api.Who;

/// <summary>A request to the ICD-API: the releases it is answered from, and how its answer is to look.</summary>
internal sealed class WhoRequest
{
    private WhoRequest(HttpContext http)
    {
        Http = http;
        Loaded = http.RequestServices.GetRequiredService<ReleaseHost>().Current;
        Languages = ReaderLanguages.Of(http.Request.Headers.AcceptLanguage);
    }

    public HttpContext Http { get; }

    public LoadedReleases Loaded { get; }

    public ReaderLanguages Languages { get; }

    /// <summary>Reads a request; called by the framework.</summary>
    public static ValueTask<WhoRequest?> BindAsync(HttpContext context) => new(new WhoRequest(context));

    /// <summary>A parameter of the query; empty where it is missing.</summary>
    public string Query(string name) => Http.Request.Query[name].ToString();

    /// <summary>The parameters of the query.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters => Http.Request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()));

    /// <summary>Whether a parameter is <c>true</c>.</summary>
    public bool Asks(string name) => Query(name).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a list of parts to include has one.</summary>
    public bool Includes(string part) => Query("include").Split(',', StringSplitOptions.TrimEntries).Contains(part, StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer in the media type asked for, or 404 without a body where there is none.</summary>
    public static IResult Answer<T>(T? answer, JsonTypeInfo<T> shape) where T : class => answer is null ? NotFound : new JsonAnswer<T>(answer, shape);

    /// <summary>WHO's server answers so; anything in the body might be taken for an entity.</summary>
    public static IResult NotFound { get; } = new Nothing();

    private sealed class JsonAnswer<T>(T answer, JsonTypeInfo<T> shape) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, shape);
            var wantsLinkedData = httpContext.Request.Headers.Accept.ToString().Contains("application/ld+json", StringComparison.OrdinalIgnoreCase);
            httpContext.Response.ContentType = wantsLinkedData ? "application/ld+json" : "application/json; charset=utf-8";
            httpContext.Response.ContentLength = bytes.Length;
            return httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
        }
    }

    /// <summary>404 with a body that is said to be empty, so that nothing further out fills it.</summary>
    private sealed class Nothing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            httpContext.Response.ContentLength = 0;
            return Task.CompletedTask;
        }
    }
}
