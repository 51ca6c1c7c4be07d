using System.Text.Json;
using Icd.Api.Problems;

namespace Icd.Api.Rest;

/// <summary>The interface as OpenAPI 3.1, written from the same operations and shapes that answer, so that the two cannot part.</summary>
internal static class OpenApiDocument
{
    public const string Path = "/openapi.json";

    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        writer.WriteStartObject("info");
        writer.WriteString("title", "ICD-11 transition toolkit");
        writer.WriteString("version", ServerHandler.Version);
        writer.WriteString("description", "ICD-10 and ICD-11 for Norway: search, entities, postcoordination, mapping. Every name is a contract. Errors are application/problem+json with a stable code.");
        writer.WriteStartObject("license");
        writer.WriteString("name", "MIT");
        writer.WriteString("identifier", "MIT");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("servers");
        writer.WriteStartObject();
        writer.WriteString("url", RestRoutes.Prefix);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("security");
        foreach (var scheme in (string?[])[null, "apiKey", "bearer"])
        {
            writer.WriteStartObject();
            if (scheme is not null)
            {
                writer.WriteStartArray(scheme);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("paths");
        foreach (var operation in RestOperations.All) WritePath(writer, operation);
        BatchOperations.WriteOpenApi(writer);
        ConvertOperation.WriteOpenApi(writer);
        writer.WriteEndObject();
        WriteComponents(writer);
        writer.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter writer, RestOperation operation)
    {
        writer.WriteStartObject(operation.Path);
        if (!operation.IsCommand)
        {
            writer.WriteStartObject("get");
            WriteHead(writer, operation.Id, operation.Summary, operation.Remarks, operation.IsForAdministrators);
            writer.WriteStartArray("parameters");
            foreach (var parameter in operation.Parameters) WriteParameter(writer, parameter);
            writer.WriteEndArray();
            WriteResponses(writer, operation, hasTag: !operation.IsVolatile);
            writer.WriteEndObject();
        }

        if (operation.IsQuestion || operation.IsCommand)
        {
            writer.WriteStartObject("post");
            WriteHead(writer, operation.IsCommand ? operation.Id : operation.Id + "Privately", operation.Summary, operation.IsQuestion ? "The same as GET, with what was typed in the body instead of the address." : "", operation.IsForAdministrators);
            if (operation.IsQuestion) WriteBody(writer, operation);
            WriteResponses(writer, operation, hasTag: false);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void WriteHead(Utf8JsonWriter writer, string id, string summary, string remarks, bool isForAdministrators)
    {
        writer.WriteString("operationId", id);
        writer.WriteString("summary", summary);
        if (remarks.Length > 0) writer.WriteString("description", remarks);
        if (isForAdministrators) writer.WriteString("x-scope", "admin");
    }

    public static void WriteParameter(Utf8JsonWriter writer, RestParameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("in", parameter.IsInPath ? "path" : "query");
        writer.WriteBoolean("required", parameter.IsRequired);
        writer.WriteString("description", parameter.Description);
        writer.WritePropertyName("schema");
        WriteParameterSchema(writer, parameter);
        writer.WriteEndObject();
    }

    private static void WriteParameterSchema(Utf8JsonWriter writer, RestParameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("type", parameter.Type switch { RestType.Number => "integer", RestType.Flag => "boolean", _ => "string" });
        if (parameter.Choices.Count > 0) OpenApiSchemas.WriteChoices(writer, parameter.Choices, isNullable: false);
        if (parameter.Type == RestType.Release) writer.WriteString("pattern", "^[0-9]{4}(-[0-9]{2})?$");
        if (parameter is { Type: RestType.Text, Choices.Count: 0 }) writer.WriteNumber("maxLength", parameter.MaxLength);
        if (parameter.Type == RestType.Number)
        {
            writer.WriteNumber("minimum", parameter.Min);
            writer.WriteNumber("maximum", parameter.Max);
        }

        if (parameter.Default is { } value)
        {
            writer.WritePropertyName("default");
            if (parameter.Type == RestType.Text) writer.WriteStringValue(value);
            else writer.WriteRawValue(value);
        }

        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, RestOperation operation)
    {
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", true);
        writer.WriteStartObject("content");
        writer.WriteStartObject("application/json");
        writer.WriteStartObject("schema");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartArray("required");
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired)) writer.WriteStringValue(parameter.Name);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var parameter in operation.Parameters)
        {
            writer.WritePropertyName(parameter.Name);
            WriteParameterSchema(writer, parameter);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResponses(Utf8JsonWriter writer, RestOperation operation, bool hasTag)
    {
        writer.WriteStartObject("responses");
        writer.WriteStartObject("200");
        writer.WriteString("description", "The answer");
        if (hasTag)
        {
            writer.WriteStartObject("headers");
            writer.WriteStartObject("ETag");
            writer.WriteString("description", "Changes with the releases; send it as If-None-Match");
            writer.WriteStartObject("schema");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        WriteContent(writer, "application/json", operation.Answer);
        writer.WriteEndObject();
        if (hasTag)
        {
            writer.WriteStartObject("304");
            writer.WriteString("description", "What If-None-Match names still holds");
            writer.WriteEndObject();
        }

        WriteProblem(writer);
        writer.WriteEndObject();
    }

    public static void WriteProblem(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("default");
        writer.WriteString("description", "A problem: " + string.Join(", ", ProblemKind.All.Select(kind => kind.Code)));
        WriteContent(writer, "application/problem+json", "problem");
        writer.WriteEndObject();
    }

    public static void WriteContent(Utf8JsonWriter writer, string type, string shape)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(type);
        writer.WriteStartObject("schema");
        writer.WriteString("$ref", OpenApiSchemas.Reference(shape));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Text of those types, without a shape that JSON could tell.</summary>
    public static void WriteText(Utf8JsonWriter writer, params ReadOnlySpan<string> types)
    {
        writer.WriteStartObject("content");
        foreach (var type in types)
        {
            writer.WriteStartObject(type);
            writer.WriteStartObject("schema");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("components");
        writer.WriteStartObject("securitySchemes");
        writer.WriteStartObject("apiKey");
        writer.WriteString("type", "apiKey");
        writer.WriteString("in", "header");
        writer.WriteString("name", "X-Api-Key");
        writer.WriteEndObject();
        writer.WriteStartObject("bearer");
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "bearer");
        writer.WriteString("bearerFormat", "JWT");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("schemas");
        foreach (var shape in JsonShapes.All) OpenApiSchemas.Write(writer, shape);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
