using Icd.Api.Problems;

namespace Icd.Api.Who;

/// <summary>What the server itself has to say to a client of the ICD-API: whatever JSON stood in the body, WHO's tools would take it for an entity.</summary>
internal static class WhoErrors
{
    public static Task WriteAsync(HttpContext http, ProblemKind kind, string detail)
    {
        var response = http.Response;
        response.Headers["API-Version"] = WhoRoutes.Version;
        if (kind.Status is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)
        {
            response.ContentLength = 0;
            return Task.CompletedTask;
        }

        response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.WriteAsync(detail, http.RequestAborted);
    }
}
