namespace Icd.Api.Hosting;

/// <summary>Headers that tell browsers what not to do with an answer.</summary>
internal static class SecurityHeaders
{
    /// <summary>For JSON: nothing in it is to be run, shown in a frame or loaded from.</summary>
    private const string ForData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>For pages: scripts, styles and calls of this server only, none inline.</summary>
    private const string ForPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static readonly string[] DataPaths = ["/api", "/fhir", "/icd", "/health"];

    /// <summary>Sets them; a page that needs another policy sets its own over it.</summary>
    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers.ContentSecurityPolicy = IsData(http.Request.Path) ? ForData : ForPages;
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    private static bool IsData(PathString path)
    {
        foreach (var prefix in DataPaths)
        {
            if (path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
