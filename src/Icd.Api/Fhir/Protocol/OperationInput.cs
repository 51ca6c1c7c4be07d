using System.Globalization;
using System.Text.Json;

namespace Icd.Api.Fhir.Protocol;

/// <summary>The parameters of an operation, from the query, a Parameters resource, or both.</summary>
internal sealed class OperationInput
{
    private readonly List<Input> _inputs = [];

    /// <summary>What the client's Accept-Language header says; <see langword="null"/> where there is none.</summary>
    public string? AcceptLanguage { get; init; }

    public void Add(string name, string value) => _inputs.Add(new(name, value, default));

    /// <summary>Adds what a body holds: a Parameters resource, or the resource that an operation is about.</summary>
    public void AddBody(JsonElement body, string resourceType)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("resourceType", out var type) || type.ValueKind != JsonValueKind.String)
            throw FhirException.Invalid("The body is no FHIR resource: it has no resourceType.");
        if (type.GetString() == "Parameters")
        {
            if (!body.TryGetProperty("parameter", out var parameters)) return;
            if (parameters.ValueKind != JsonValueKind.Array) throw FhirException.Invalid("Parameters.parameter is no array.");
            foreach (var parameter in parameters.EnumerateArray()) AddParameter(parameter);
        }
        else if (type.GetString() == resourceType)
        {
            _inputs.Add(new(char.ToLowerInvariant(resourceType[0]) + resourceType[1..], null, body));
        }
        else
        {
            throw FhirException.Invalid($"The body is a {type.GetString()}; expected is a Parameters resource.");
        }
    }

    private void AddParameter(JsonElement parameter)
    {
        if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
            throw FhirException.Invalid("A parameter has no name.");
        foreach (var property in parameter.EnumerateObject())
        {
            if (property.Name == "resource") _inputs.Add(new(name.GetString()!, null, property.Value));
            if (!property.Name.StartsWith("value", StringComparison.Ordinal)) continue;
            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => property.Value.GetRawText(),
                _ => null,
            };
            _inputs.Add(new(name.GetString()!, text, property.Value));
        }
    }

    /// <summary>The values of a repeatable parameter.</summary>
    public IEnumerable<string> All(string name) => _inputs.Where(input => input.Name == name && !string.IsNullOrEmpty(input.Text)).Select(input => input.Text!);

    /// <summary>The complex values or resources of a parameter.</summary>
    public IEnumerable<JsonElement> Elements(string name) => _inputs.Where(input => input.Name == name && input.Element.ValueKind == JsonValueKind.Object).Select(input => input.Element);

    public bool Has(string name) => _inputs.Exists(input => input.Name == name);

    /// <summary>The value of a parameter that may stand once.</summary>
    public string? Text(string name)
    {
        string? found = null;
        foreach (var input in _inputs)
        {
            if (input.Name != name) continue;
            if (input.Text is null) throw FhirException.Invalid($"The parameter {name} must have a simple value.", name);
            if (found is not null && found != input.Text) throw FhirException.Invalid($"The parameter {name} stands twice, with different values.", name);
            found = input.Text;
        }

        return string.IsNullOrEmpty(found) ? null : found;
    }

    /// <summary>The first of several names that has a value: FHIR releases name the same parameter differently.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { } found) return found;
        }

        return null;
    }

    public bool? Boolean(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw FhirException.Invalid($"The parameter {name} must be true or false, not '{other}'.", name),
    };

    public int? Count(string name)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw FhirException.Invalid($"The parameter {name} must be a whole number from 0, not '{text}'.", name);
    }

    /// <summary>A resource or complex value that may stand once.</summary>
    public JsonElement? Element(string name)
    {
        var found = _inputs.FindAll(input => input.Name == name);
        if (found.Count == 0) return null;
        if (found.Count > 1) throw FhirException.Invalid($"The parameter {name} stands twice.", name);
        return found[0].Element.ValueKind == JsonValueKind.Object ? found[0].Element : throw FhirException.Invalid($"The parameter {name} has a value of the wrong type.", name);
    }

    /// <summary>A coding; in a GET as <c>system|code</c>.</summary>
    public FhirCoding? Coding(string name, string path = "Coding.")
    {
        if (!Has(name)) return null;
        if (_inputs.Find(input => input.Name == name) is not { Text: { Length: > 0 } text }) return FhirCoding.Read(Element(name)!.Value, path);
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0) throw FhirException.Invalid($"The parameter {name} must be a Coding, or system|code in a GET.", name);
        return new(bar == 0 ? null : text[..bar], null, text[(bar + 1)..], null, path);
    }

    private sealed record Input(string Name, string? Text, JsonElement Element);
}
