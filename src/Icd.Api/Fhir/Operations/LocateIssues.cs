using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.Operations;

/// <summary>The issue for a text that is no code.</summary>
internal static class LocateIssues
{
    /// <summary>In <c>$validate-code</c>: the code is not valid.</summary>
    public static TxIssue Invalid(CodeSystemVersion system, string code, LocateFailure failure, string expression) =>
        TxIssue.Error("code-invalid", "invalid-code", Text(system, code, failure), expression, "Unknown_Code_in_Version");

    /// <summary>Where a code is needed: it is not found, or a rule is broken.</summary>
    public static FhirException Exception(CodeSystemVersion system, string code, LocateFailure failure) => failure.IsRule
        ? new(422, TxIssue.Error("code-invalid", "invalid-code", Text(system, code, failure), "code"))
        : new(404, TxIssue.Error("not-found", "invalid-code", Text(system, code, failure), "code", "Unknown_Code_in_Version"));

    private static string Text(CodeSystemVersion system, string code, LocateFailure failure)
    {
        var text = failure.IsRule
            ? $"The expression '{code}' is not valid in the CodeSystem '{system.Url}' version '{system.Version}'"
            : $"Unknown code '{code}' in the CodeSystem '{system.Url}' version '{system.Version}'";
        return failure.Reason.Length == 0 ? text : $"{text}. {failure.Reason}";
    }
}
