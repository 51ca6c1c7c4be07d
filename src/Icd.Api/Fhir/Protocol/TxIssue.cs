namespace Icd.Api.Fhir.Protocol;

/// <summary>An issue of an OperationOutcome, with the coding that terminology clients compare.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>information</c>.</param>
/// <param name="Code">FHIR's issue type.</param>
/// <param name="TxCode">The code in HL7's tx-issue-type; <see langword="null"/> where it has none.</param>
/// <param name="Text">What is wrong, naming what is at fault.</param>
/// <param name="Expression">The input at fault, such as <c>code</c> or <c>Coding.display</c>.</param>
/// <param name="MessageId">HL7's id of the message, where it has one.</param>
internal sealed record TxIssue(string Severity, string Code, string? TxCode, string Text, string? Expression = null, string? MessageId = null)
{
    public const string TypeSystem = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    public bool IsError => Severity == "error";

    public static TxIssue Error(string code, string txCode, string text, string? expression = null, string? messageId = null) => new("error", code, txCode, text, expression, messageId);
}
