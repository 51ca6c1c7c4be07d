using Icd.Api.Problems;
using Icd.Api.Rest;

namespace Icd.Api.Tests.Rest;

/// <summary>The part of <c>docs/api.md</c> that is written from the operations and shapes themselves.</summary>
internal static class ApiReference
{
    public const string Begin = "<!-- reference:begin -->", End = "<!-- reference:end -->";

    public static string Write()
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine("## Routes");
        text.WriteLine();
        text.WriteLine("Below `/api/v1`. GET has HEAD too. POST takes the same parameters as a JSON object, or NDJSON where it says so.");
        text.WriteLine();
        text.WriteLine("| route | asked by | answer | |");
        text.WriteLine("|---|---|---|---|");
        foreach (var operation in RestOperations.All)
            text.WriteLine($"| `{operation.Path}` | {(operation.IsCommand ? "POST" : operation.IsQuestion ? "GET, POST" : "GET")} | [{operation.Answer}](#{operation.Answer.ToLowerInvariant()}) | {operation.Summary}{(operation.IsForAdministrators ? " Scope *admin*." : "")} |");
        foreach (var name in BatchOperations.Inputs.Keys)
            text.WriteLine($"| `/batch/{name}` | POST | NDJSON of [{BatchOperations.Find(name)!.Answer}](#{BatchOperations.Find(name)!.Answer.ToLowerInvariant()}) | The same as `{name}` for a list. |");
        text.WriteLine($"| `{ConvertOperation.Operation.Path}` | POST | CSV | {ConvertOperation.Operation.Summary} |");
        text.WriteLine("| `/openapi.json` | GET | OpenAPI 3.1 | All of this for generators of clients. |");
        text.WriteLine();
        foreach (var operation in RestOperations.All.Append(ConvertOperation.Operation))
        {
            text.WriteLine($"### `{operation.Path}`");
            text.WriteLine();
            text.WriteLine(operation.Summary);
            text.WriteLine();
            if (operation.Remarks.Length > 0)
            {
                text.WriteLine(operation.Remarks);
                text.WriteLine();
            }
            text.WriteLine("| parameter | value | |");
            text.WriteLine("|---|---|---|");
            foreach (var parameter in operation.Parameters) text.WriteLine($"| `{parameter.Name}` | {Value(parameter)} | {parameter.Description} |");
            text.WriteLine();
        }

        text.WriteLine("## JSON");
        text.WriteLine();
        text.WriteLine("Every object always has all of its properties; absent facts are null. `T[]` is an array, `T?` may be null.");
        text.WriteLine();
        foreach (var shape in JsonShapes.All)
        {
            text.WriteLine($"### {shape.Name}");
            text.WriteLine();
            text.WriteLine(shape.Meaning);
            text.WriteLine();
            text.WriteLine("| name | type | meaning |");
            text.WriteLine("|---|---|---|");
            foreach (var property in shape.Properties)
                text.WriteLine($"| `{property.Name}` | {property.Type} | {property.Meaning}{(property.Choices.Count > 0 ? ": " + string.Join(", ", property.Choices.Select(choice => $"`{choice}`")) : "")} |");
            text.WriteLine();
        }

        text.WriteLine("## Problems");
        text.WriteLine();
        text.WriteLine("| code | status | title | how to mend it |");
        text.WriteLine("|---|--:|---|---|");
        foreach (var kind in ProblemKind.All) text.WriteLine($"| `{kind.Code}` | {kind.Status} | {kind.TitleEn} · {kind.TitleNb} | {kind.RemedyEn} |");
        return text.ToString().TrimEnd() + "\n";
    }

    private static string Value(RestParameter parameter)
    {
        var value = parameter.Choices.Count > 0 ? string.Join(", ", parameter.Choices.Select(choice => $"`{choice}`"))
            : parameter.Type switch { RestType.Flag => "`true`, `false`", RestType.Number => $"{parameter.Min} to {parameter.Max}", RestType.Release => "release", _ => "text" };
        return value + (parameter.IsInPath ? ", in the path" : parameter.IsRequired ? ", required" : parameter.Default is { } given ? $", default `{given}`" : "");
    }
}
