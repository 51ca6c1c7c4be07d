using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.Operations;

/// <summary>What a request is answered from.</summary>
/// <param name="Version">The FHIR release that it speaks.</param>
/// <param name="Terminology">The code systems, the same for the whole request.</param>
/// <param name="Options">Choices and limits.</param>
/// <param name="Cache">What clients sent before.</param>
/// <param name="BaseUrl">The address that the client reached this server by, without a slash at its end.</param>
internal sealed record FhirContext(FhirVersion Version, Terminology Terminology, FhirOptions Options, ResourceCache Cache, string BaseUrl)
{
    /// <summary>The code system of an operation that names it by a parameter, <c>coding</c> or the resource's id.</summary>
    public static string? SystemOf(OperationInput input, CodeSystemVersion? instance, FhirCoding? coding, string parameter) =>
        instance?.Url ?? (input.Text(parameter) is { } given ? Canonical.Parse(given).Url : coding?.System);

    /// <summary>The version that an operation on a code system asks for.</summary>
    /// <exception cref="FhirException">Two are asked for: 400.</exception>
    public static string? VersionOf(OperationInput input, CodeSystemVersion? instance, FhirCoding? coding, params ReadOnlySpan<string> parameters)
    {
        var (stated, canonical) = (input.Text("version"), input.Text(parameters) is { } given ? Canonical.Parse(given).Version : null);
        if (stated is not null && canonical is not null && stated != canonical) throw FhirException.Invalid($"The version is said to be '{stated}' and '{canonical}'.", "version");
        return instance?.Version ?? stated ?? canonical ?? coding?.Version;
    }
}
