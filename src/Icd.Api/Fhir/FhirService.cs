using System.Runtime.CompilerServices;
using System.Text.Json;
using Icd.Api.Fhir.Operations;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Api.Hosting;
using Icd.Mapping.Export;
using Icd.Toolkit;

namespace Icd.Api.Fhir;

/// <summary>A request without its transport: batches send the same ones.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The segments after the base, decoded: <c>CodeSystem</c>, <c>$lookup</c>.</param>
/// <param name="Query">The parameters of the address.</param>
/// <param name="Body">The resource sent, if any.</param>
/// <param name="AcceptLanguage">The header of that name.</param>
/// <param name="BaseUrl">The address of the base.</param>
internal sealed record FhirRequest(string Method, IReadOnlyList<string> Path, IReadOnlyList<KeyValuePair<string, string>> Query, JsonElement? Body, string? AcceptLanguage, string BaseUrl);

/// <summary>Answers FHIR requests over the releases that are loaded.</summary>
internal sealed class FhirService(ReleaseHost releases, FhirOptions options)
{
    private static readonly string[] Types = ["CodeSystem", "ValueSet", "ConceptMap"];

    private readonly ResourceCache _cache = new();

    /// <summary>Made once for each set of releases, and gone with it.</summary>
    private readonly ConditionalWeakTable<LoadedReleases, Terminology> _terminologies = [];

    public FhirOptions Options => options;

    /// <summary>Answers; what is wrong comes back as an OperationOutcome.</summary>
    public FhirResult Answer(FhirRequest request, FhirVersion version)
    {
        try
        {
            return Dispatch(request, new(version, _terminologies.GetValue(releases.Current, loaded => new(loaded, options)), options, _cache, request.BaseUrl));
        }
        catch (FhirException problem)
        {
            return FhirResult.Outcome(problem.Status, problem.Issues, version);
        }
    }

    private FhirResult Dispatch(FhirRequest request, FhirContext context) => request.Path switch
    {
        [] when request.Method == "POST" => BatchOperation.Run(context, request, inner => Answer(inner, context.Version)),
        ["metadata"] => Metadata(request, context),
        ["$versions"] => FhirResult.Ok(writer => Capabilities.WriteVersions(writer, context.Version)),
        [var type] when Types.Contains(type) && request.Method == "GET" => ResourceReads.Search(context, type, InputOf(request, type)),
        [var type, "_search"] when Types.Contains(type) => ResourceReads.Search(context, type, InputOf(request, type)),
        [var type, ['$', ..] operation] when Types.Contains(type) => Operate(request, context, type, operation, null),
        [var type, var id] when Types.Contains(type) && request.Method == "GET" => ResourceReads.Read(context, type, id),
        [var type, var id, ['$', ..] operation] when Types.Contains(type) => Operate(request, context, type, operation, id),
        [var type, ..] when Types.Contains(type) => throw new FhirException(405, TxIssue.Error("not-supported", "not-supported", $"{request.Method} on {string.Join('/', request.Path)} is not offered: resources are read-only here.")),
        _ => throw FhirException.NotFound($"There is nothing at '{string.Join('/', request.Path)}'. See metadata for what is offered."),
    };

    private static FhirResult Metadata(FhirRequest request, FhirContext context)
    {
        var mode = request.Query.FirstOrDefault(pair => pair.Key == "mode").Value;
        return mode switch
        {
            "terminology" => FhirResult.Ok(writer => Capabilities.WriteTerminology(writer, context)),
            null or "" or "full" or "normative" => FhirResult.Ok(writer => Capabilities.WriteStatement(writer, context.Version)),
            _ => throw FhirException.Invalid($"The mode '{mode}' is none of full, normative and terminology.", "mode"),
        };
    }

    private static FhirResult Operate(FhirRequest request, FhirContext context, string type, string operation, string? id)
    {
        var input = InputOf(request, type);
        return (type, operation) switch
        {
            ("CodeSystem", "$lookup") => LookupOperation.Run(context, input, System()),
            ("CodeSystem", "$validate-code") => ValidateCodeOperation.RunOnCodeSystem(context, input, System()),
            ("CodeSystem", "$subsumes") => SubsumesOperation.Run(context, input, System()),
            ("ValueSet", "$expand") => ExpandOperation.Run(context, input, id is null ? null : ResourceReads.ValueSet(context, id)),
            ("ValueSet", "$validate-code") => ValidateCodeOperation.RunOnValueSet(context, input, id is null ? null : ResourceReads.ValueSet(context, id)),
            ("ConceptMap", "$translate") => TranslateOperation.Run(context, input, id is null ? null : ResourceReads.ConceptMap(id)),
            _ => throw FhirException.NotSupported($"The operation {operation} is not offered on {type}. See metadata for what is offered.", 404),
        };

        CodeSystemVersion? System() => id is null ? null : ResourceReads.CodeSystem(context, id);
    }

    private static OperationInput InputOf(FhirRequest request, string type)
    {
        if (SplitExpression.Find(request.Query) is { } lost) throw FhirException.Invalid(SplitExpression.Explain(lost), "code");
        var input = new OperationInput { AcceptLanguage = request.AcceptLanguage };
        foreach (var (name, value) in request.Query) input.Add(name, value);
        if (request.Body is { } body) input.AddBody(body, type);
        return input;
    }
}
