using System.Text.Json;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Protocol;

/// <summary>Writes a resource; long ones flush the writer as they go.</summary>
internal delegate ValueTask WriteResource(Utf8JsonWriter writer, CancellationToken cancellation);

/// <summary>An answer: its HTTP status and how to write its resource.</summary>
internal sealed record FhirResult(int Status, WriteResource Write)
{
    /// <summary>Bytes that a writer may gather before they are sent.</summary>
    public const int FlushThreshold = 32 * 1024;

    public static FhirResult Ok(Action<Utf8JsonWriter> write) => Of(200, write);

    public static FhirResult Of(int status, Action<Utf8JsonWriter> write) => new(status, (writer, _) =>
    {
        write(writer);
        return ValueTask.CompletedTask;
    });

    public static FhirResult Outcome(int status, IReadOnlyList<TxIssue> issues, FhirVersion version) => Of(status, writer => OutcomeWriter.Write(writer, issues, version));
}
