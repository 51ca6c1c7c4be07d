using System.Text.Json;

namespace Icd.Api.Fhir.Protocol;

/// <summary>A code that a client sent, and where in the request it stands.</summary>
/// <param name="System">Its system, where given.</param>
/// <param name="Version">Its system's version, where given.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">Its display, where given.</param>
/// <param name="Path">What issues call its elements: empty for parameters, <c>Coding.</c> for a coding.</param>
internal sealed record FhirCoding(string? System, string? Version, string Code, string? Display, string Path = "")
{
    /// <summary>What an issue about one of the elements points to.</summary>
    public string At(string element) => Path + element;

    public static FhirCoding Read(JsonElement coding, string path)
    {
        if (coding.ValueKind != JsonValueKind.Object) throw FhirException.Invalid($"{path.TrimEnd('.')} is no Coding.");
        return new(Text("system"), Text("version"), Text("code") ?? throw FhirException.Required($"{path.TrimEnd('.')} has no code."), Text("display"), path);

        string? Text(string name) => coding.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }
}
