using Icd.Mapping.Export;
using Microsoft.Net.Http.Headers;

namespace Icd.Api.Fhir.Protocol;

/// <summary>JSON is spoken here, and nothing else: who insists on XML is told so.</summary>
internal static class ContentNegotiation
{
    private static readonly string[] Json = ["application/fhir+json", "application/json", "application/json+fhir", "text/json", "json"];

    /// <summary>Refuses what can be neither read nor written.</summary>
    /// <exception cref="FhirException">406 for the answer's format, 415 for the body's.</exception>
    public static void Check(HttpRequest request)
    {
        var format = request.Query["_format"].ToString();
        if (format.Length > 0)
        {
            // A plus sign that nobody encoded arrives as a space.
            var type = format.Split(';')[0].Trim().Replace(' ', '+');
            if (!Json.Contains(type, StringComparer.OrdinalIgnoreCase)) throw NotAcceptable(format);
        }
        else if (request.Headers.Accept is { Count: > 0 } accept && !Accepts(accept!))
        {
            throw NotAcceptable(accept.ToString());
        }

        if (!HttpMethods.IsPost(request.Method) || request.HasFormContentType || request.ContentType is not { Length: > 0 } content) return;
        if (!Json.Contains(content.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            throw new FhirException(415, TxIssue.Error("not-supported", "not-supported", $"Bodies of the type {content} are not read; send application/fhir+json."));
    }

    /// <summary>The FHIR release that the client's media types name.</summary>
    public static FhirVersion? VersionOf(HttpRequest request)
    {
        foreach (var text in new[] { request.Query["_format"].ToString(), request.Headers.Accept.ToString(), request.ContentType ?? "" })
        {
            var at = text.IndexOf("fhirVersion=", StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var number = text[(at + "fhirVersion=".Length)..].TrimStart('"', ' ');
            if (number.StartsWith('5')) return FhirVersion.R5;
            if (number.StartsWith('4')) return FhirVersion.R4;
        }

        return null;
    }

    /// <summary>The media type of an answer.</summary>
    public static string TypeOf(FhirVersion version) => $"application/fhir+json; charset=utf-8; fhirVersion={(version == FhirVersion.R5 ? "5.0" : "4.0")}";

    /// <summary>A list that cannot be read asks for nothing; browsers that take anything take JSON.</summary>
    private static bool Accepts(IList<string> accept) =>
        !MediaTypeHeaderValue.TryParseList(accept, out var types) || types.Any(type => type.Quality is not 0 && (type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) || Json.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)));

    private static FhirException NotAcceptable(string asked) => new(406, TxIssue.Error("not-supported", "not-supported", $"Answers in {asked} are not given; ask for application/fhir+json."));
}
