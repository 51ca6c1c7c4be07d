using System.Text.Json;
using System.Text.RegularExpressions;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Documentation;

/// <summary><c>docs/cli.md</c>, read as what it claims to be: a contract.</summary>
internal sealed partial class CliReference
{
    /// <summary>Every command that does something, by its name.</summary>
    public static readonly string[] Commands = ["show", "search", "search eval", "parse", "validate", "canonicalise", "axes", "map", "crosswalk check", "crosswalk coverage", "crosswalk export", "convert", "convert merge", "dual check", "scan", "groups check", "groups translate", "groups evaluate", "groups export", "compare", "explain", "doctor", "data list", "data import", "data fetch", "data crawl", "data diff", "completion", "man"];

    private readonly Dictionary<string, Dictionary<string, string>> _objects = [];

    private CliReference(string text)
    {
        Text = text;
        foreach (Match section in Section().Matches(text[text.IndexOf("\n## JSON\n", StringComparison.Ordinal)..]))
        {
            _objects[section.Groups["name"].Value] = Row().Matches(section.Groups["body"].Value)
                .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["type"].Value);
        }
    }

    public string Text { get; }

    public IEnumerable<string> ObjectTypes => _objects.Keys;

    public static CliReference Read() => new(File.ReadAllText(Repository.File("docs", "cli.md")));

    /// <summary>Checks a value against a documented type: the names exactly, the kinds of the values, all the way down.</summary>
    /// <param name="value">What the tool wrote.</param>
    /// <param name="type">As in the reference's second column.</param>
    /// <param name="path">Where in the output, for the failure's message.</param>
    /// <param name="seen">Collects the object types that were met.</param>
    public void Check(JsonElement value, string type, string path, ISet<string> seen)
    {
        if (type.EndsWith(" or null", StringComparison.Ordinal))
        {
            if (value.ValueKind == JsonValueKind.Null) return;
            type = type[..^" or null".Length];
        }

        if (type.StartsWith("array of ", StringComparison.Ordinal))
        {
            Assert.True(value.ValueKind == JsonValueKind.Array, $"{path} is {value.ValueKind}, documented as {type}.");
            foreach (var item in value.EnumerateArray()) Check(item, type["array of ".Length..], path + "[]", seen);
        }
        else if (type.StartsWith("map of ", StringComparison.Ordinal))
        {
            foreach (var item in value.EnumerateObject()) Check(item.Value, type["map of ".Length..], $"{path}.{item.Name}", seen);
        }
        else if (_objects.TryGetValue(type, out var names))
        {
            Assert.True(value.ValueKind == JsonValueKind.Object, $"{path} is {value.ValueKind}, documented as {type}.");
            Assert.Equal($"{path}: {string.Join(' ', names.Keys)}", $"{path}: {string.Join(' ', value.EnumerateObject().Select(property => property.Name))}");
            seen.Add(type);
            foreach (var property in value.EnumerateObject()) Check(property.Value, names[property.Name], $"{path}.{property.Name}", seen);
        }
        else
        {
            Assert.True(type == Primitive(value.ValueKind), $"{path} is {value.ValueKind}, documented as {type}.");
        }
    }

    private static string Primitive(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => kind.ToString(),
    };

    [GeneratedRegex(@"\n### (?<name>\w+)\n(?<body>(?:(?!\n###? ).)*)", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<type>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
