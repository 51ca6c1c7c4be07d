using System.Globalization;
using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Microsoft.AspNetCore.Http.Features;

namespace Icd.Api.Rest;

/// <summary>Reads the parameters of a request and checks them against its operation.</summary>
internal static class RestValues
{
    public static string?[] FromQuery(HttpRequest request, RestOperation operation)
    {
        var values = new string?[operation.Parameters.Count];
        FromPath(request, operation, values);
        foreach (var (name, given) in request.Query)
        {
            var index = IndexOf(operation, name);
            if (given.Count != 1) throw new ProblemException(ProblemKind.RepeatedParameter, $"«{name}» er gitt {given.Count} ganger.", $"'{name}' is given {given.Count} times.", name);
            values[index] = Checked(operation.Parameters[index], given[0] ?? "");
        }

        return Complete(operation, values);
    }

    public static async Task<string?[]> FromBodyAsync(HttpRequest request, RestOperation operation)
    {
        var values = new string?[operation.Parameters.Count];
        FromPath(request, operation, values);
        foreach (var (name, given) in request.Query)
        {
            // Beside a body only what says how, not what.
            var index = IndexOf(operation, name);
            if (operation.Parameters[index].IsRequired) throw new ProblemException(ProblemKind.InvalidParameter, $"«{name}» skal stå i kroppen, ikke i adressen.", $"'{name}' belongs in the body, not in the address.", name);
            if (given.Count != 1) throw new ProblemException(ProblemKind.RepeatedParameter, $"«{name}» er gitt {given.Count} ganger.", $"'{name}' is given {given.Count} times.", name);
            values[index] = Checked(operation.Parameters[index], given[0] ?? "");
        }

        using var body = await ReadAsync(request, operation).ConfigureAwait(false);
        if (body is null) return Complete(operation, values);
        if (body.RootElement.ValueKind != JsonValueKind.Object) throw new ProblemException(ProblemKind.MalformedJson, "Kroppen er ikke et JSON-objekt.", "The body is not a JSON object.");
        foreach (var property in body.RootElement.EnumerateObject())
        {
            var index = IndexOf(operation, NameOf(property));
            if (values[index] is not null) throw new ProblemException(ProblemKind.RepeatedParameter, $"«{property.Name}» er gitt flere ganger.", $"'{property.Name}' is given more than once.", property.Name);
            values[index] = TextOf(operation.Parameters[index], property.Value) is { } text ? Checked(operation.Parameters[index], text) : null;
        }

        return Complete(operation, values);
    }

    /// <summary>A line of a list: the text that it stands for, or an object with parameters.</summary>
    public static void FromLine(JsonElement line, RestOperation operation, string input, string?[] values)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            if (line.ValueKind != JsonValueKind.String) throw new ProblemException(ProblemKind.MalformedJson, "Linjen er verken en streng eller et objekt.", "The line is neither a string nor an object.");
            FromText(TextOf(operation.Parameters[IndexOf(operation, input)], line)!, operation, input, values);
            return;
        }

        foreach (var property in line.EnumerateObject())
        {
            var index = IndexOf(operation, NameOf(property));
            values[index] = TextOf(operation.Parameters[index], property.Value) is { } text ? Checked(operation.Parameters[index], text) : null;
        }

        Complete(operation, values);
    }

    public static void FromText(string text, RestOperation operation, string input, string?[] values)
    {
        var index = IndexOf(operation, input);
        values[index] = Checked(operation.Parameters[index], text);
    }

    private static async Task<JsonDocument?> ReadAsync(HttpRequest request, RestOperation operation)
    {
        var hasBody = request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;
        if (!hasBody && !operation.IsQuestion) return null;
        if (request.ContentLength > operation.MaxBody) throw new ProblemException(ProblemKind.BodyTooLarge, $"Grensen er {operation.MaxBody} byte.", $"The limit is {operation.MaxBody} bytes.");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = operation.MaxBody;
        if (!request.HasJsonContentType()) throw new ProblemException(ProblemKind.UnsupportedMediaType, "Ventet er application/json.", "Expected is application/json.");
        try
        {
            return await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            // The reader's own message may quote the body; where the fault lies is enough.
            var (line, at) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            throw new ProblemException(ProblemKind.MalformedJson, $"Feil i linje {line}, byte {at}.", $"Wrong at line {line}, byte {at}.");
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(ProblemKind.MalformedJson, "Kroppen er ikke gyldig UTF-8.", "The body is not valid UTF-8.");
        }
    }

    private static void FromPath(HttpRequest request, RestOperation operation, string?[] values)
    {
        for (var i = 0; i < operation.Parameters.Count; i++)
        {
            var parameter = operation.Parameters[i];
            // The server leaves an encoded slash as it is, since it would part the path.
            if (parameter.IsInPath && request.RouteValues[parameter.Name] is string text) values[i] = Checked(parameter, text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string?[] Complete(RestOperation operation, string?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = operation.Parameters[i];
            if (values[i] is null && parameter.IsRequired) throw new ProblemException(ProblemKind.MissingParameter, $"«{parameter.Name}» mangler.", $"'{parameter.Name}' is missing.", parameter.Name);
        }

        return values;
    }

    private static int IndexOf(RestOperation operation, string name)
    {
        for (var i = 0; i < operation.Parameters.Count; i++)
        {
            if (operation.Parameters[i].Name == name && !operation.Parameters[i].IsInPath) return i;
        }

        var known = string.Join(", ", operation.Parameters.Where(parameter => !parameter.IsInPath).Select(parameter => parameter.Name));
        var quoted = name.Length > 40 ? name[..40] + "…" : name;
        throw new ProblemException(ProblemKind.UnknownParameter, $"«{quoted}» er ikke en parameter her. De som finnes: {known}.", $"'{quoted}' is no parameter here. There are: {known}.", quoted);
    }

    private static string NameOf(System.Text.Json.JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(ProblemKind.MalformedJson, "En nøkkel er ikke gyldig Unicode.", "A key is not valid Unicode.");
        }
    }

    private static string? TextOf(RestParameter parameter, JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => value.GetRawText(),
                _ => throw Invalid(parameter, "en enkelt verdi", "a single value"),
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, "\ud800", is JSON but no text.
            throw Invalid(parameter, "gyldig Unicode", "valid Unicode");
        }
    }

    private static string Checked(RestParameter parameter, string text)
    {
        if (text.Length > parameter.MaxLength) throw Invalid(parameter, $"høyst {parameter.MaxLength} tegn", $"at most {parameter.MaxLength} characters");
        if (text.Contains('\0')) throw Invalid(parameter, "tekst uten nulltegn", "text without a null character");
        if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(text)) throw Invalid(parameter, $"en av {string.Join(", ", parameter.Choices)}", $"one of {string.Join(", ", parameter.Choices)}");
        return parameter.Type switch
        {
            RestType.Flag when text is not ("true" or "false") => throw Invalid(parameter, "true eller false", "true or false"),
            RestType.Number when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < parameter.Min || number > parameter.Max =>
                throw Invalid(parameter, $"et tall fra {parameter.Min} til {parameter.Max}", $"a number from {parameter.Min} to {parameter.Max}"),
            RestType.Release when !ReleaseId.TryParse(text, out _) => throw Invalid(parameter, "en utgave som 2024-01", "a release such as 2024-01"),
            _ => text,
        };
    }

    private static ProblemException Invalid(RestParameter parameter, string nb, string en) =>
        new(ProblemKind.InvalidParameter, $"«{parameter.Name}»: ventet er {nb}.", $"'{parameter.Name}': expected is {en}.", parameter.Name);
}
