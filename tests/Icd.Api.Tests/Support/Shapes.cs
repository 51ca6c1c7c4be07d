using System.Text.Json;
using Icd.Api.Rest;

namespace Icd.Api.Tests.Support;

/// <summary>Compares JSON with the documented shapes: all names, no others, and their types.</summary>
internal static class Shapes
{
    public static void AssertIs(string shape, JsonElement json, string at = "$")
    {
        var documented = JsonShapes.All.Single(candidate => candidate.Name == shape);
        Assert.True(json.ValueKind == JsonValueKind.Object, $"{at} is {json.ValueKind}, expected is {shape}");
        var names = json.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Equal(names.Distinct(), names);
        foreach (var name in names) Assert.True(documented.Properties.Any(property => property.Name == name), $"{at}.{name} is not documented in {shape}");
        foreach (var property in documented.Properties)
        {
            if (!json.TryGetProperty(property.Name, out var value)) Assert.True(property.IsOptional, $"{at} lacks {property.Name} of {shape}");
            else AssertIs(property, value, $"{at}.{property.Name}");
        }
    }

    private static void AssertIs(Icd.Api.Rest.JsonProperty property, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Assert.True(property.IsNullable, $"{at} is null");
            return;
        }

        if (!property.IsArray)
        {
            AssertElement(property, value, at);
            return;
        }

        Assert.True(value.ValueKind == JsonValueKind.Array, $"{at} is {value.ValueKind}");
        foreach (var (i, element) in value.EnumerateArray().Index()) AssertElement(property, element, $"{at}[{i}]");
    }

    private static void AssertElement(Icd.Api.Rest.JsonProperty property, JsonElement value, string at)
    {
        switch (property.Element)
        {
            case "string":
                Assert.True(value.ValueKind == JsonValueKind.String, $"{at} is {value.ValueKind}");
                if (property.Choices.Count > 0) Assert.True(property.Choices.Contains(value.GetString()!), $"{at} is '{value.GetString()}'");
                break;
            case "integer":
                Assert.True(value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _), $"{at} is {value}");
                break;
            case "number":
                Assert.True(value.ValueKind == JsonValueKind.Number, $"{at} is {value}");
                break;
            case "boolean":
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False, $"{at} is {value}");
                break;
            case "date-time":
                Assert.True(value.TryGetDateTimeOffset(out _), $"{at} is {value}");
                break;
            case "titles":
                Assert.All(value.EnumerateObject(), title => Assert.Equal(JsonValueKind.String, title.Value.ValueKind));
                break;
            default:
                AssertIs(property.Element, value, at);
                break;
        }
    }
}
