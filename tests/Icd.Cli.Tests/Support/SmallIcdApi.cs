using System.Text;

namespace Icd.Cli.Tests.Support;

/// <summary>An ICD-API v2 server with five entities of our own, one of which has a postcoordination scale and every kind of term field.</summary>
internal static class SmallIcdApi
{
    private const string Root = "http://id.who.int/icd/release/11/2030-01/mms";

    private static readonly Dictionary<string, string> Entities = new()
    {
        ["/icd/release/11/mms"] = $$"""{"latestRelease":"{{Root}}"}""",
        ["/icd/release/11/2030-01/mms"] = $$$"""{"title":{"@language":"en","@value":"Small"},"child":["{{{Root}}}/1","{{{Root}}}/2"]}""",
        ["/icd/release/11/2030-01/mms/1"] = Entity("01", "chapter", "Made-up chapter", $"\"child\":[\"{Root}/3\"]"),
        ["/icd/release/11/2030-01/mms/2"] = Entity("X", "chapter", "Made-up extensions", $"\"child\":[\"{Root}/4\"]"),
        ["/icd/release/11/2030-01/mms/3"] = Entity(
            "1A00", "category", "Made-up disease",
            $$$"""
            "synonym":[{"label":{"@language":"en","@value":"Invented disease"}}],
            "exclusion":[{"label":{"@language":"en","@value":"The other one"},"linearizationReference":"{{{Root}}}/4"}],
            "postcoordinationScale":[{"axisName":"http://id.who.int/icd/schema/laterality","requiredPostcoordination":"true","allowMultipleValues":"NotAllowed","scaleEntity":["{{{Root}}}/4"]}]
            """),
        ["/icd/release/11/2030-01/mms/4"] = Entity("XK8G", "category", "Made-up side", "\"child\":[]"),
    };

    public static LoopbackServer Start() => new(path => Entities.TryGetValue(path.Split('?')[0], out var json) ? Encoding.UTF8.GetBytes(json) : null);

    private static string Entity(string code, string kind, string title, string more) =>
        $$$"""{"code":"{{{code}}}","classKind":"{{{kind}}}","title":{"@language":"en","@value":"{{{title}}}"},{{{more}}}}""";
}
