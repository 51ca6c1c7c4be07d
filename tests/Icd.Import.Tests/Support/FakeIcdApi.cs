using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Icd.Import.Tests.Support;

/// <summary>A server that speaks ICD-API v2 about a <see cref="SmallTabulation"/>, with the texts and scales that the tabulation lacks.</summary>
internal sealed class FakeIcdApi : IDisposable
{
    public const string Canonical = "http://id.who.int/icd/release/11/2024-01/mms";

    private readonly Dictionary<string, JsonObject> _entities = [];
    private readonly HashSet<string> _untranslated = [];
    private readonly List<string> _roots = [];

    public FakeIcdApi(SmallTabulation? table = null)
    {
        foreach (var row in (table ?? new SmallTabulation()).Rows) Add(row);
        Server = new(AnswerAsync);
    }

    public LoopbackServer Server { get; }

    /// <summary>Looks at each request first; answers it where it gives true.</summary>
    public Func<HttpListenerContext, int, Task<bool>>? Before { get; set; }

    public JsonObject this[string path] => _entities[path];

    /// <summary>Entities without a translation: asked for in another language, the server answers in English.</summary>
    public void Untranslated(string path) => _untranslated.Add(path);

    public static string Uri(string path) => $"{Canonical}/{path}";

    public static JsonObject Text(string language, string text) => new() { ["@language"] = language, ["@value"] = text };

    /// <summary>How often an entity itself was asked for, in any language.</summary>
    public int RequestsFor(string path) => Server.Requests.Count(request => request == $"/icd/release/11/2024-01/mms/{path}");

    public IEnumerable<string> Paths => _entities.Keys;

    private void Add(Dictionary<string, string> row)
    {
        var uri = row["Linearization URI"];
        var path = uri[(uri.IndexOf("/mms/", StringComparison.Ordinal) + 5)..];
        var (title, depth) = (row["Title"].TrimStart('-', ' '), row["Title"].TakeWhile(c => c is '-' or ' ').Count() / 2);
        var entity = _entities[path] = new()
        {
            ["@context"] = "http://id.who.int/icd/contexts/contextForLinearizationEntity.json",
            ["@id"] = Uri(path),
            ["title"] = Text("en", title),
            ["code"] = row["ClassKind"] == "chapter" ? row["ChapterNo"] : row["Code"],
            ["classKind"] = row["ClassKind"],
        };
        if (row["BlockId"].Length > 0) entity["blockId"] = row["BlockId"];
        if (depth == 0) _roots.Add(path);
        else
        {
            var parent = _entities.Last(pair => pair.Value != entity && Depth(pair.Value) == depth - 1);
            var children = (JsonArray)(parent.Value["child"] ??= new JsonArray());
            children.Add(Uri(path));
        }

        entity["depth"] = depth;
    }

    private static int Depth(JsonObject entity) => (int)entity["depth"]!;

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (Before is { } before && await before(context, Server.Requests.Count)) return;
        var path = context.Request.Url!.AbsolutePath;
        var language = context.Request.Headers["Accept-Language"] ?? "en";
        if (context.Request.Headers["API-Version"] != "v2") await SendAsync(context, 400, "no API-Version");
        else if (path == "/icd/release/11/mms") await SendAsync(context, 200, new JsonObject { ["latestRelease"] = Canonical, ["release"] = new JsonArray(Canonical) }.ToJsonString());
        else if (path == "/icd/release/11/2024-01/mms") await SendAsync(context, 200, new JsonObject { ["title"] = Text(language, "MMS"), ["releaseId"] = "2024-01", ["child"] = new JsonArray([.. _roots.Select(root => (JsonNode)Uri(root))]) }.ToJsonString());
        else if (_entities.TryGetValue(path["/icd/release/11/2024-01/mms/".Length..], out var entity)) await SendAsync(context, 200, In(language, entity, context.Request.QueryString["include"] == "descendant").ToJsonString());
        else await SendAsync(context, 404, "");
    }

    private JsonObject In(string language, JsonObject entity, bool withDescendants)
    {
        var answer = (JsonObject)entity.DeepClone();
        answer.Remove("depth");
        var path = entity["@id"]!.GetValue<string>()[(Canonical.Length + 1)..];
        if (language != "en" && !_untranslated.Contains(path) && entity["title"] is JsonObject title)
            answer["title"] = Text(language, $"{title["@value"]} [{language}]");
        // Residuals are left out: they stand among their parent's children only.
        if (withDescendants) answer["descendant"] = new JsonArray([.. Below(path, []).Where(below => !below.Contains('/', StringComparison.Ordinal)).Select(below => (JsonNode)Uri(below))]);
        return answer;
    }

    /// <summary>Known entities below one, each once: tests put circles and strangers among the children.</summary>
    private HashSet<string> Below(string path, HashSet<string> found)
    {
        foreach (var child in _entities[path]["child"] as JsonArray ?? [])
        {
            var below = $"{child}".Replace(Canonical + "/", "", StringComparison.Ordinal);
            if (_entities.ContainsKey(below) && found.Add(below)) Below(below, found);
        }

        return found;
    }

    public static async Task SendAsync(HttpListenerContext context, int status, string body, string type = "application/json")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength64) = (status, type, bytes.Length);
        await context.Response.OutputStream.WriteAsync(bytes);
    }

    public void Dispose() => Server.Dispose();
}
