using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Icd.Api.Tests.Fhir;

/// <summary>A case of the tables in <c>Cases</c>: a request, and what must be true of the answer.</summary>
public sealed partial class ConformanceCase : IXunitSerializable
{
    public string Name { get; set; } = "";

    /// <summary>What is asked: <c>CodeSystem/$lookup?system=...</c>; a value is given in plain text, and encoded here.</summary>
    public string Get { get; set; } = "";

    /// <summary>The parameters of a POST, as name to value, or as a whole resource.</summary>
    public string Body { get; set; } = "";

    /// <summary>The FHIR releases it holds for.</summary>
    public string Fhir { get; set; } = "r4 r5";

    public int Status { get; set; } = 200;

    /// <summary>Lines of place, operator and value: <c>=</c> the one value, <c>==</c> all values with | between, <c>has</c>, <c>lacks</c>, <c>~</c> one contains, <c>count</c>, <c>absent</c>.</summary>
    public string[] Expect { get; set; } = [];

    public static IEnumerable<ConformanceCase> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            yield return new()
            {
                Name = entry.GetProperty("name").GetString()!,
                Get = entry.TryGetProperty("get", out var get) ? get.GetString()! : entry.GetProperty("post").GetString()!,
                Body = entry.TryGetProperty("body", out var body) ? body.GetRawText() : "",
                Fhir = entry.TryGetProperty("fhir", out var fhir) ? fhir.GetString()! : "r4 r5",
                Status = entry.TryGetProperty("status", out var status) ? status.GetInt32() : 200,
                Expect = [.. entry.GetProperty("expect").EnumerateArray().Select(line => line.GetString()!)],
            };
        }
    }

    /// <summary>Sends the case and says what is not as expected.</summary>
    internal async Task<IReadOnlyList<string>> Run(FhirServer server, string release)
    {
        var path = $"/fhir/{release}/{Encoded(Fill(Get, server))}";
        var answer = Body.Length == 0 ? await server.Get(path) : await server.Post(path, Fill(Body, server));
        var problems = new List<string>();
        if (answer.Status != Status) problems.Add($"status {answer.Status}, not {Status}");
        foreach (var line in Expect)
        {
            if (Problem(answer.Body, Fill(line, server)) is { } problem) problems.Add(problem);
        }

        if (problems.Count > 0) problems.Add(answer.Body.GetRawText() is { Length: > 3000 } text ? text[..3000] : answer.Body.GetRawText());
        return problems;
    }

    private static string? Problem(JsonElement body, string line)
    {
        var match = Line().Match(line);
        if (!match.Success) throw new FormatException($"'{line}' is no expectation.");
        var (place, op, wanted) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.Trim());
        var found = FhirPlace.Find(body, place).Select(FhirPlace.Text).ToList();
        var holds = op switch
        {
            "=" => found is [var only] && only == wanted,
            "==" => found.SequenceEqual(wanted.Split('|')),
            "has" => found.Contains(wanted),
            "lacks" => !found.Contains(wanted),
            "~" => found.Exists(text => text.Contains(wanted, StringComparison.Ordinal)),
            "count" => found.Count == int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture),
            "absent" => found.Count == 0,
            _ => found.Count > 0,
        };
        return holds ? null : $"{line}: found {string.Join(" | ", found.Take(20))}";
    }

    /// <summary>Titles are WHO's, so the tables name the code instead: <c>{1A00@2024-01/es}</c>.</summary>
    private static string Fill(string text, FhirServer server) => Title().Replace(text, match => server.TitleOf(match.Groups[1].Value));

    private static string Encoded(string request)
    {
        var at = request.IndexOf('?', StringComparison.Ordinal);
        if (at < 0) return request;
        return request[..(at + 1)] + string.Join('&', request[(at + 1)..].Split(";;").Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return $"{pair[..equals]}={Uri.EscapeDataString(pair[(equals + 1)..])}";
        }));
    }

    public override string ToString() => Name;

    public void Deserialize(IXunitSerializationInfo info)
    {
        Name = info.GetValue<string>(nameof(Name));
        Get = info.GetValue<string>(nameof(Get));
        Body = info.GetValue<string>(nameof(Body));
        Fhir = info.GetValue<string>(nameof(Fhir));
        Status = info.GetValue<int>(nameof(Status));
        Expect = info.GetValue<string[]>(nameof(Expect));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Get), Get);
        info.AddValue(nameof(Body), Body);
        info.AddValue(nameof(Fhir), Fhir);
        info.AddValue(nameof(Status), Status);
        info.AddValue(nameof(Expect), Expect);
    }

    [GeneratedRegex(@"^(.+?) (==|=|has|lacks|~|count|absent|exists)(?: (.*))?$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\{([0-9A-Za-z#][^{}"" ]*)\}")]
    private static partial Regex Title();
}
