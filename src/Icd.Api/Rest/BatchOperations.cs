using System.Text.Json;

namespace Icd.Api.Rest;

/// <summary>Questions that are also answered for lists: a line in, a line out.</summary>
internal static class BatchOperations
{
    public const string Path = "/batch/{operation}";

    /// <summary>The operation and the parameter that a line stands for.</summary>
    public static IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["search"] = "q",
        ["parse"] = "expression",
        ["validate"] = "expression",
        ["canonicalise"] = "expression",
        ["describe"] = "expression",
        ["map"] = "code",
    };

    public static RestOperation? Find(string name) => Inputs.ContainsKey(name) ? RestOperations.All.First(operation => operation.Id == name) : null;

    public static void WriteOpenApi(Utf8JsonWriter writer)
    {
        foreach (var (name, input) in Inputs)
        {
            var operation = Find(name)!;
            writer.WriteStartObject($"/batch/{name}");
            writer.WriteStartObject("post");
            OpenApiDocument.WriteHead(writer, $"{name}All", $"The same as {name} for a list: a line of NDJSON or text in, a line of NDJSON out.", $"A line of NDJSON is a string, or an object with the parameters of {name}. The query holds for all lines.", isForAdministrators: false);
            writer.WriteStartArray("parameters");
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Name != input)) OpenApiDocument.WriteParameter(writer, parameter);
            writer.WriteEndArray();
            writer.WriteStartObject("requestBody");
            writer.WriteBoolean("required", true);
            OpenApiDocument.WriteText(writer, "application/x-ndjson", "text/plain");
            writer.WriteEndObject();
            writer.WriteStartObject("responses");
            writer.WriteStartObject("200");
            writer.WriteString("description", $"A line for every line, in their order: {operation.Answer}, or problem where the line cannot be read");
            OpenApiDocument.WriteText(writer, "application/x-ndjson");
            writer.WriteEndObject();
            OpenApiDocument.WriteProblem(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }
}
