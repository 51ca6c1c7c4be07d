using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Icd.Api.Who.Ect;

/// <summary>The page <c>/ect</c>: WHO's Embedded Classification Tool, as its npm package has it, against this server.</summary>
internal static class EctRoutes
{
    /// <summary>
    /// Everything from this server; styles in the markup, because the tool sets them. No form leaves the page and nobody frames it.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Maps the page, what we wrote for it, and the package, which the build puts beside the program where it has Node.js.</summary>
    public static void MapEct(this IEndpointRouteBuilder routes)
    {
        var own = new EmbeddedFileProvider(typeof(EctRoutes).Assembly, typeof(EctRoutes).Namespace);
        var folder = Path.Combine(AppContext.BaseDirectory, "ect");
        IFileProvider tool = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
        var group = routes.MapGroup("/ect").ExcludeFromDescription().AllowAnonymous();
        group.MapGet("", (HttpContext http) => Page(http, own));
        group.MapGet("/{name}", (string name) => name.EndsWith(".html", StringComparison.Ordinal) ? Results.NotFound() : Send(own, name));
        group.MapGet("/whoicd/{name}", (string name) => Send(tool, name));
    }

    private static IResult Page(HttpContext http, IFileProvider own)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Send(own, "ect.html");
    }

    private static IResult Send(IFileProvider files, string name) =>
        files.GetFileInfo(name) is { Exists: true } file
            ? Results.Stream(file.CreateReadStream(), (Types.TryGetContentType(name, out var type) ? type : "application/octet-stream") is var found && found.StartsWith("text/", StringComparison.Ordinal) ? $"{found}; charset=utf-8" : found)
            : Results.NotFound();
}
