using System.Text.Json;

namespace Icd.Transition.Tests.Scan;

/// <summary>What the OASIS standard SARIF 2.1.0 demands of the objects that we write, in our words: which properties there may be, of which type, which there must be, which values they may have.</summary>
internal static class SarifRules
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    /// <summary>Object, property (<c>!</c> for one that must be there), type: an object's name, <c>name[]</c> for an array, <c>{name}</c> for a map, or a check.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Objects = Parse(
        """
        log: $schema uri, version! 2.1.0, runs! run[]
        run: tool! tool, invocations invocation[], columnKind columnKind, results result[], artifacts any, language language, properties any
        tool: driver! component
        component: name! text, version text, semanticVersion semantic, informationUri uri, rules descriptor[], language language, properties any
        descriptor: id! text, name text, shortDescription words, fullDescription words, help words, helpUri uri, defaultConfiguration configuration, properties any
        configuration: enabled bool, level level, rank rank
        invocation: executionSuccessful! bool, toolExecutionNotifications notification[], startTimeUtc text, endTimeUtc text
        notification: message! message, level level, locations location[]
        words: text! text, markdown text
        message: text! text, markdown text, id text, arguments text[]
        result: ruleId text, ruleIndex index, level level, kind kind, message! message, locations location[], relatedLocations location[], rank rank, partialFingerprints {text}, fingerprints {text}, baselineState baseline, suppressions any, properties any
        location: id index, physicalLocation place, message message
        place: artifactLocation artifact, region region, contextRegion region
        artifact: uri relative, uriBaseId text, index index
        region: startLine one, startColumn one, endLine one, endColumn one, charOffset index, charLength index, snippet content
        content: text text, binary text
        """);

    private static readonly Dictionary<string, Func<JsonElement, bool>> Checks = new(StringComparer.Ordinal)
    {
        ["text"] = value => value.ValueKind == JsonValueKind.String,
        ["uri"] = value => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
        ["relative"] = value => Uri.IsWellFormedUriString(value.GetString(), UriKind.RelativeOrAbsolute),
        ["2.1.0"] = value => value.GetString() == "2.1.0",
        ["bool"] = value => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ["one"] = value => value.TryGetInt64(out var number) && number >= 1,
        ["index"] = value => value.TryGetInt64(out var number) && number >= -1,
        ["rank"] = value => value.GetDouble() is >= -1 and <= 100,
        ["level"] = value => Levels.Contains(value.GetString()),
        ["kind"] = value => value.GetString() is "notApplicable" or "pass" or "fail" or "review" or "open" or "informational",
        ["baseline"] = value => value.GetString() is "new" or "unchanged" or "updated" or "absent",
        ["columnKind"] = value => value.GetString() is "utf16CodeUnits" or "unicodeCodePoints",
        ["semantic"] = value => System.Text.RegularExpressions.Regex.IsMatch(value.GetString()!, @"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"),
        ["language"] = value => value.GetString()!.Length is 2 or 5,
        ["any"] = _ => true,
    };

    /// <summary>Everything that a log has and must not, or lacks and must have.</summary>
    public static List<string> Problems(JsonElement log)
    {
        var problems = new List<string>();
        CheckObject(log, "log", "$", problems);
        return problems;
    }

    private static void CheckObject(JsonElement value, string name, string path, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path} is no object");
            return;
        }

        var rules = Objects[name];
        problems.AddRange(rules.Keys.Where(key => key.EndsWith('!') && !value.TryGetProperty(key[..^1], out _)).Select(key => $"{path} lacks {key[..^1]}"));
        foreach (var property in value.EnumerateObject())
        {
            var type = rules.GetValueOrDefault(property.Name) ?? rules.GetValueOrDefault(property.Name + "!");
            if (type is null) problems.Add($"{path} has {property.Name}, which the standard does not know there");
            else Check(property.Value, type, $"{path}.{property.Name}", problems);
        }

        // Lines and columns that run backwards.
        if (name == "region" && value.TryGetProperty("endLine", out var end) && value.GetProperty("startLine").GetInt64() is var start
            && (end.GetInt64() < start || (end.GetInt64() == start && value.GetProperty("endColumn").GetInt64() < value.GetProperty("startColumn").GetInt64()))) problems.Add($"{path} runs backwards");
    }

    private static void Check(JsonElement value, string type, string path, List<string> problems)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            if (value.ValueKind != JsonValueKind.Array) problems.Add($"{path} is no array");
            else foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i))) Check(item, type[..^2], $"{path}[{i}]", problems);
        }
        else if (type[0] == '{')
        {
            foreach (var entry in value.EnumerateObject()) Check(entry.Value, type[1..^1], $"{path}.{entry.Name}", problems);
        }
        else if (Objects.ContainsKey(type)) CheckObject(value, type, path, problems);
        else if (!Checks[type](value)) problems.Add($"{path} is {value}, which is no {type}");
    }

    private static Dictionary<string, Dictionary<string, string>> Parse(string rules) => rules.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToDictionary(
        line => line[..line.IndexOf(':', StringComparison.Ordinal)],
        line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(rule => rule.Split(' ')[0], rule => rule.Split(' ')[1], StringComparer.Ordinal),
        StringComparer.Ordinal);
}
