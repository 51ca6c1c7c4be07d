namespace Icd.Api.Rest;

/// <summary>An object of the interface's JSON.</summary>
/// <param name="Name">What documentation and generated clients call it.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Properties">Its properties: always all of them.</param>
internal sealed record JsonShape(string Name, string Meaning, params IReadOnlyList<JsonProperty> Properties);

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name; a contract.</param>
/// <param name="Type">
/// <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>date-time</c>, <c>titles</c> (texts by language) or the name of a shape; <c>[]</c> behind it for an array of them, <c>?</c> where it may be null.
/// </param>
/// <param name="Meaning">What it says.</param>
internal sealed record JsonProperty(string Name, string Type, string Meaning)
{
    /// <summary>The values that a string takes; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it is there only where the request asks for it.</summary>
    public bool IsOptional { get; init; }

    public bool IsNullable => Type.EndsWith('?');

    public bool IsArray => Type.TrimEnd('?').EndsWith("[]", StringComparison.Ordinal);

    /// <summary>The type without marks.</summary>
    public string Element => Type.TrimEnd('?').Replace("[]", "", StringComparison.Ordinal);

    public static implicit operator JsonProperty((string Name, string Type, string Meaning) property) => new(property.Name, property.Type, property.Meaning);
}
