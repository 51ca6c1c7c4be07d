using Microsoft.Net.Http.Headers;

namespace Icd.Api.Page;

/// <summary>The clinician's page, at <c>/</c>.</summary>
internal static class PageRoutes
{
    private const string Missing = """
        <!doctype html><html lang="nb"><meta charset="utf-8"><title>ICD-11 på norsk</title>
        <p>Denne byggingen er uten nettsiden, fordi Node.js manglet da den ble laget. Installer Node.js 20.19 eller nyere og bygg på nytt. REST, FHIR og WHO ICD-API virker.</p>
        <p lang="en">This build lacks the web page, because Node.js was missing when it was made. Install Node.js 20.19 or newer and build again. REST, FHIR and WHO's ICD-API work.</p></html>
        """;

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        var files = PageFile.All().ToList();
        foreach (var file in files)
        {
            Map(routes, $"/{file.Path}", file);
            if (file.Path == "index.html") Map(routes, "/", file);
        }

        if (files.Count == 0) routes.MapGet("/", () => TypedResults.Content(Missing, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Map(IEndpointRouteBuilder routes, string path, PageFile file) =>
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
        {
            response.Headers[HeaderNames.CacheControl] = file.CacheControl;
            return TypedResults.Bytes(file.Bytes, file.ContentType, entityTag: file.Tag);
        }).AllowAnonymous().ExcludeFromDescription();
}
