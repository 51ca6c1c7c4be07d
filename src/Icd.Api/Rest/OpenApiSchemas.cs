using System.Text.Json;

namespace Icd.Api.Rest;

/// <summary>Writes the shapes of answers as schemas of OpenAPI.</summary>
internal static class OpenApiSchemas
{
    public static void Write(Utf8JsonWriter writer, JsonShape shape)
    {
        writer.WriteStartObject(shape.Name);
        writer.WriteString("type", "object");
        writer.WriteString("description", shape.Meaning);
        writer.WriteStartArray("required");
        foreach (var property in shape.Properties.Where(property => !property.IsOptional)) writer.WriteStringValue(property.Name);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var property in shape.Properties)
        {
            writer.WriteStartObject(property.Name);
            writer.WriteString("description", property.Meaning);
            WriteType(writer, property);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, JsonProperty property)
    {
        if (property.IsArray)
        {
            WriteTypeName(writer, "array", property.IsNullable);
            writer.WriteStartObject("items");
            WriteElement(writer, property, isNullable: false);
            writer.WriteEndObject();
            return;
        }

        WriteElement(writer, property, property.IsNullable);
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonProperty property, bool isNullable)
    {
        switch (property.Element)
        {
            case "string" or "integer" or "number" or "boolean":
                WriteTypeName(writer, property.Element, isNullable);
                break;
            case "date-time":
                WriteTypeName(writer, "string", isNullable);
                writer.WriteString("format", "date-time");
                break;
            case "titles":
                writer.WriteString("type", "object");
                writer.WriteStartObject("additionalProperties");
                writer.WriteString("type", "string");
                writer.WriteEndObject();
                break;
            default:
                if (!isNullable)
                {
                    writer.WriteString("$ref", Reference(property.Element));
                    break;
                }

                writer.WriteStartArray("oneOf");
                writer.WriteStartObject();
                writer.WriteString("$ref", Reference(property.Element));
                writer.WriteEndObject();
                writer.WriteStartObject();
                writer.WriteString("type", "null");
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
        }

        if (property.Choices.Count > 0) WriteChoices(writer, property.Choices, isNullable);
    }

    private static void WriteTypeName(Utf8JsonWriter writer, string type, bool isNullable)
    {
        if (!isNullable)
        {
            writer.WriteString("type", type);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    public static void WriteChoices(Utf8JsonWriter writer, IReadOnlyList<string> choices, bool isNullable)
    {
        writer.WriteStartArray("enum");
        foreach (var choice in choices) writer.WriteStringValue(choice);
        if (isNullable) writer.WriteNullValue();
        writer.WriteEndArray();
    }

    /// <summary>Where the schema of a shape stands in the document.</summary>
    public static string Reference(string shape) => $"#/components/schemas/{shape}";
}
