using System.Text.Json;

namespace Icd.Api.Tests.Who;

internal static class JsonReading
{
    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>The text of a language map.</summary>
    public static string Value(this JsonElement element, string property) => element.GetProperty(property).Text("@value");

    public static bool Has(this JsonElement element, string property) => element.TryGetProperty(property, out _);

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];

    public static IReadOnlyList<string> Strings(this JsonElement element, string property) => [.. element.Items(property).Select(item => item.GetString()!)];

    /// <summary>Every string in an answer, wherever it stands.</summary>
    public static IEnumerable<string> AllStrings(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllStrings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => AllStrings(property.Value)),
        _ => [],
    };

    /// <summary>Whether there is a null anywhere, or an empty array.</summary>
    public static bool HasEmpty(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => element.GetArrayLength() == 0 || element.EnumerateArray().Any(HasEmpty),
        JsonValueKind.Object => element.EnumerateObject().Any(property => HasEmpty(property.Value)),
        _ => false,
    };
}
