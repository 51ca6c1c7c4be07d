using System.Buffers;
using System.Text.Json;
using Icd.Api.Problems;
using Icd.Api.Rest;
using Icd.Core.Codes;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Protocol;

/// <summary>What the server itself has to say to a FHIR client, as an OperationOutcome.</summary>
internal static class OutcomeResponse
{
    private static readonly PathString R5 = "/fhir/r5";

    /// <summary>What a problem is to FHIR, in its issue types and HL7's tx-issue-type; the latter has nothing for what is no matter of terminology.</summary>
    private static readonly Dictionary<ProblemKind, (string Code, string? TxCode)> Types = new()
    {
        [ProblemKind.MalformedRequest] = ("invalid", "invalid-data"),
        [ProblemKind.NotAuthenticated] = ("login", null),
        [ProblemKind.NotAllowed] = ("forbidden", null),
        [ProblemKind.SecurityNotConfigured] = ("forbidden", null),
        [ProblemKind.NoSuchRoute] = ("not-found", "not-found"),
        [ProblemKind.MethodNotAllowed] = ("not-supported", "not-supported"),
        [ProblemKind.RequestTimeout] = ("timeout", null),
        [ProblemKind.BodyTooLarge] = ("too-long", null),
        [ProblemKind.TooManyRequests] = ("throttled", null),
        [ProblemKind.Starting] = ("transient", null),
        [ProblemKind.ReleaseDamaged] = ("no-store", null),
        [ProblemKind.DataMissing] = ("no-store", null),
    };

    public static async Task WriteAsync(HttpContext http, ProblemKind kind, string detail)
    {
        var version = http.Request.Path.StartsWithSegments(R5, StringComparison.OrdinalIgnoreCase) ? FhirVersion.R5 : ContentNegotiation.VersionOf(http.Request) ?? FhirVersion.R4;
        var remedy = ReaderLanguage.Of(http.Request) == MessageLanguage.Bokmal ? kind.RemedyNb : kind.RemedyEn;
        var (code, txCode) = Types.GetValueOrDefault(kind, ("exception", null));
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, RestExecutor.WriterOptions)) OutcomeWriter.Write(writer, [new("error", code, txCode, $"{detail} {remedy}")], version);
        http.Response.ContentType = ContentNegotiation.TypeOf(version);
        http.Response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted).ConfigureAwait(false);
    }
}
