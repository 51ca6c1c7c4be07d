using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Microsoft.AspNetCore.WebUtilities;

namespace Icd.Api.Fhir.Operations;

/// <summary>A Bundle of requests, each answered by itself: one that fails leaves the others alone.</summary>
internal static class BatchOperation
{
    public static FhirResult Run(FhirContext context, FhirRequest request, Func<FhirRequest, FhirResult> answer)
    {
        if (request.Body is not { ValueKind: JsonValueKind.Object } bundle || Text(bundle, "resourceType") != "Bundle") throw FhirException.Invalid("POST a Bundle of type batch here.");
        if (Text(bundle, "type") is not "batch" and var type) throw FhirException.NotSupported($"A Bundle of type '{type}' is not taken: nothing is written here, so only batch makes sense.");
        if (!bundle.TryGetProperty("entry", out var entries)) return FhirResult.Ok(WriteEmpty);
        if (entries.ValueKind != JsonValueKind.Array) throw FhirException.Invalid("Bundle.entry is no array.", "Bundle.entry");
        if (entries.GetArrayLength() > context.Options.MaxBatchEntries) throw new FhirException(413, TxIssue.Error("too-costly", "too-costly", $"The batch has {entries.GetArrayLength()} entries, more than {context.Options.MaxBatchEntries}."));
        var results = entries.EnumerateArray().Select((entry, i) => Entry(entry, i, request, context, answer)).ToList();
        return new(200, (writer, cancellation) => WriteAsync(writer, results, cancellation));
    }

    private static FhirResult Entry(JsonElement entry, int index, FhirRequest outer, FhirContext context, Func<FhirRequest, FhirResult> answer)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("request", out var request) || request.ValueKind != JsonValueKind.Object || Text(request, "method") is not { } method || Text(request, "url") is not { } url)
            return FhirResult.Outcome(400, [TxIssue.Error("required", "invalid-data", $"Entry {index} has no request with method and url.", $"Bundle.entry[{index}].request")], context.Version);
        if (method is not ("GET" or "POST")) return FhirResult.Outcome(405, [TxIssue.Error("not-supported", "not-supported", $"Entry {index} has the method {method}; resources are read-only here.", $"Bundle.entry[{index}].request.method")], context.Version);
        if (url.StartsWith(outer.BaseUrl + "/", StringComparison.Ordinal)) url = url[(outer.BaseUrl.Length + 1)..];
        var at = url.IndexOf('?', StringComparison.Ordinal);
        var path = (at < 0 ? url : url[..at]).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        // A batch inside a batch would be a way round the limit.
        if (path.Count == 0) return FhirResult.Outcome(400, [TxIssue.Error("invalid", "invalid-data", $"Entry {index} names nothing.", $"Bundle.entry[{index}].request.url")], context.Version);
        var query = at < 0 ? [] : QueryHelpers.ParseQuery(url[at..]).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        return answer(new(method, path, query, entry.TryGetProperty("resource", out var body) ? body : null, outer.AcceptLanguage, outer.BaseUrl));
    }

    private static async ValueTask WriteAsync(Utf8JsonWriter writer, List<FhirResult> results, CancellationToken cancellation)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Bundle");
        writer.WriteString("type", "batch-response");
        if (results.Count > 0)
        {
            writer.WriteStartArray("entry");
            foreach (var result in results)
            {
                writer.WriteStartObject();
                if (result.Status >= 400)
                {
                    writer.WriteStartObject("response");
                    writer.WriteString("status", Status(result.Status));
                    writer.WritePropertyName("outcome");
                    await result.Write(writer, cancellation);
                    writer.WriteEndObject();
                }
                else
                {
                    writer.WritePropertyName("resource");
                    await result.Write(writer, cancellation);
                    writer.WriteStartObject("response");
                    writer.WriteString("status", Status(result.Status));
                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
                if (writer.BytesPending > FhirResult.FlushThreshold) await writer.FlushAsync(cancellation);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Bundle");
        writer.WriteString("type", "batch-response");
        writer.WriteEndObject();
    }

    private static string Status(int status) => $"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
