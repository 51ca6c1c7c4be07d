namespace Icd.Api.Fhir.Protocol;

/// <summary>Ends a request with an OperationOutcome.</summary>
internal sealed class FhirException(int status, params TxIssue[] issues) : Exception(issues.Length > 0 ? issues[0].Text : null)
{
    public int Status => status;

    public IReadOnlyList<TxIssue> Issues => issues;

    /// <summary>The request itself is wrong.</summary>
    public static FhirException Invalid(string text, string? expression = null) => new(400, TxIssue.Error("invalid", "invalid-data", text, expression));

    /// <summary>A parameter is missing.</summary>
    public static FhirException Required(string text) => new(400, TxIssue.Error("required", "invalid-data", text));

    /// <summary>What is asked for is not there.</summary>
    public static FhirException NotFound(string text, string? expression = null, string? messageId = null) => new(404, TxIssue.Error("not-found", "not-found", text, expression, messageId));

    /// <summary>Understood, but not offered.</summary>
    public static FhirException NotSupported(string text, int status = 422) => new(status, TxIssue.Error("not-supported", "not-supported", text));
}
