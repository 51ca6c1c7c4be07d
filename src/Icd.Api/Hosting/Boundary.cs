using System.Diagnostics;
using Icd.Api.Problems;
using Icd.Core.Releases;

namespace Icd.Api.Hosting;

/// <summary>The outermost of what handles a request: headers for every answer, and a problem for whatever has no answer.</summary>
internal sealed partial class Boundary(RequestDelegate next, ILogger<Boundary> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        SecurityHeaders.Set(http);
        try
        {
            await next(http).ConfigureAwait(false);
            if (http.Response is { HasStarted: false, StatusCode: 404 or 405, ContentType: null, ContentLength: null }) await WriteEmptyAsync(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException exception)
        {
            await WriteAsync(http, new(KindOf(exception.StatusCode), "Forespørselen kunne ikke leses.", "The request could not be read.")).ConfigureAwait(false);
        }
        catch (ProblemException problem) when (!http.Response.HasStarted)
        {
            await ProblemResponse.WriteAsync(http, problem).ConfigureAwait(false);
        }
        catch (ReleaseFormatException exception)
        {
            await WriteAsync(http, ProblemException.Damaged(exception)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A message may quote what was asked for, which may say what ails somebody; where it happened is enough to mend it.
            LogFailed(RouteOf(http), exception.GetType().FullName, exception.StackTrace);
            await WriteAsync(http, new(ProblemKind.InternalError, "Noe gikk galt i tjeneren.", "Something went wrong in the server.")).ConfigureAwait(false);
        }
    }

    /// <summary>The route that a request took, without what stood in it.</summary>
    public static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";

    private static Task WriteEmptyAsync(HttpContext http) => http.Response.StatusCode == 405
        ? ProblemResponse.WriteAsync(http, ProblemKind.MethodNotAllowed, $"Tillatt er {http.Response.Headers.Allow}.", $"Allowed is {http.Response.Headers.Allow}.")
        : ProblemResponse.WriteAsync(http, ProblemKind.NoSuchRoute, "Ingenting svarer på denne adressen.", "Nothing answers at this address.");

    private static Task WriteAsync(HttpContext http, ProblemException problem)
    {
        Activity.Current?.SetStatus(problem.Kind.Status >= 500 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        if (!http.Response.HasStarted)
        {
            http.Response.Clear();
            SecurityHeaders.Set(http);
            return ProblemResponse.WriteAsync(http, problem);
        }

        // Half an answer must not look like a whole one.
        http.Abort();
        return Task.CompletedTask;
    }

    private static ProblemKind KindOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => ProblemKind.BodyTooLarge,
        StatusCodes.Status408RequestTimeout => ProblemKind.RequestTimeout,
        _ => ProblemKind.MalformedRequest,
    };

    [LoggerMessage(21, LogLevel.Error, "{Route} failed: {Type}\n{Stack}")]
    private partial void LogFailed(string route, string? type, string? stack);
}
