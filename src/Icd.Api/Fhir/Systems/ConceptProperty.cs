namespace Icd.Api.Fhir.Systems;

/// <summary>A property of a concept.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Type">Its type as in <c>value[x]</c>, such as <c>valueCode</c>.</param>
/// <param name="Value">Its value; <c>true</c> or <c>false</c> for <c>valueBoolean</c>.</param>
internal sealed record ConceptProperty(string Code, string Type, string Value)
{
    /// <summary>What the value means, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Parts of the property.</summary>
    public IReadOnlyList<ConceptProperty> Parts { get; init; } = [];

    public static ConceptProperty OfCode(string code, string value) => new(code, "valueCode", value);

    public static ConceptProperty OfText(string code, string value) => new(code, "valueString", value);

    public static ConceptProperty OfBoolean(string code, bool value) => new(code, "valueBoolean", value ? "true" : "false");
}

/// <summary>A property that a code system declares.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Type">Its FHIR type in a CodeSystem.</param>
/// <param name="Description">What it means.</param>
internal sealed record PropertyDefinition(string Code, string Type, string Description);

/// <summary>Another name of a concept.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Value">The name.</param>
/// <param name="Use">A code of HL7's designation-usage: <c>display</c> or <c>alternate</c>.</param>
/// <param name="IsAuthored">Whether it is ours, not the publisher's.</param>
internal sealed record Designation(string Language, string Value, string Use, bool IsAuthored);
