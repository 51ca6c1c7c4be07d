using System.Net;
using System.Text.Json;
using Icd.Tests;

namespace Icd.Api.Tests.Who;

/// <summary><c>codeinfo</c> and <c>describe</c>.</summary>
[Collection(OfficialServerTests.Name)]
public sealed class CombinationTests(OfficialServer server)
{
    private const string Mms = "/icd/release/11/2024-01/mms";
    private const string Canonical = "http://id.who.int/icd/release/11/2024-01/mms";

    [WhoDataFact]
    public async Task CodeInfo_SingleCode_HasItsStemOnly()
    {
        var info = await server.GetAsync($"{Mms}/codeinfo/1A00");
        Assert.Equal(("1A00", $"{Canonical}/257068234"), (info.Text("code"), info.Text("stemId")));
        Assert.Equal(["@context", "@id", "code", "stemId"], info.EnumerateObject().Select(property => property.Name));
        Assert.EndsWith("/unspecified", (await server.GetAsync($"{Mms}/codeinfo/BA41.Z")).Text("stemId"), StringComparison.Ordinal);
        Assert.Equal("XK8G", (await server.GetAsync($"{Mms}/codeinfo/XK8G?flexiblemode=true")).Text("code"));
    }

    [WhoDataFact]
    public async Task CodeInfo_Combination_NamesTheAxisOfEachValue()
    {
        var info = await server.GetAsync($"{Mms}/codeinfo/NC32.Z%26XK8G?flexiblemode=true");
        Assert.Equal(("NC32.Z&XK8G", "NC32.Z"), (info.Text("code"), info.Text("stemCode")));
        Assert.Equal(["XK8G"], info.Strings("laterality"));
        Assert.EndsWith("/codeinfo/NC32.Z%26XK8G", info.Text("@id"), StringComparison.Ordinal);
        Assert.False(info.Has("otherPostcoordination"));
        // A slash arrives as %2F or as it is.
        foreach (var code in (string[])["NC32.Z%26XK8G%2FPA60", "NC32.Z%26XK8G%2fPA60", "NC32.Z%26XK8G/PA60"])
        {
            var cluster = await server.GetAsync($"{Mms}/codeinfo/{code}?flexiblemode=true");
            Assert.Equal("NC32.Z&XK8G/PA60", cluster.Text("code"));
            Assert.Contains("PA60", cluster.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array).SelectMany(property => property.Value.AllStrings()));
        }
    }

    /// <summary>Strictly a value that no axis takes is no code; flexibly it is one whose place is not known. A code that is none never is.</summary>
    [WhoDataFact]
    public async Task CodeInfo_ValueOnNoAxis_OnlyFlexibly()
    {
        Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/codeinfo/1A00%26XK8G"));
        Assert.Equal(["XK8G"], (await server.GetAsync($"{Mms}/codeinfo/1A00%26XK8G?flexiblemode=true")).Strings("otherPostcoordination"));
        foreach (var unknown in (string[])["1A0X", "1A00%26XK99", "XK8G%261A00", "1A00%26", "05", "..%2F..", "IA00"])
            Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/codeinfo/{unknown}?flexiblemode=true"));
    }

    [WhoDataFact]
    public async Task CodeInfo_Terminal_NamesTheUnspecifiedCode()
    {
        var info = await server.GetAsync($"{Mms}/codeinfo/BA41?convertToTerminalCodes=true");
        Assert.Equal("BA41", info.Text("code"));
        Assert.EndsWith("/unspecified", info.Text("stemId"), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public async Task Describe_OneEntity_InAllNotations()
    {
        foreach (var query in (string[])["code=1A00", "uri=http://id.who.int/icd/entity/257068234", $"uri={Canonical}/257068234", "uri=http://id.who.int/icd/entity/257068234&simplify=true"])
        {
            var set = await server.GetAsync($"{Mms}/describe?{query}");
            Assert.Equal(("1A00", $"{Canonical}/257068234", "http://id.who.int/icd/entity/257068234", "Cholera"), (set.Text("code"), set.Text("linearizationUri"), set.Text("foundationUri"), set.Text("label")));
            Assert.False(set.Has("stemCode") || set.Has("postcoordinationValues"));
        }
    }

    [WhoDataFact]
    public async Task Describe_Combination_IsTakenApart()
    {
        var set = await server.GetAsync($"{Mms}/describe?code={Uri.EscapeDataString("NC32.Z&XK8G")}", "nb");
        Assert.Equal("NC32.Z", set.Text("stemCode"));
        Assert.Matches("^http://id.who.int/icd/release/11/2024-01/mms/[0-9]+/unspecified & http://id.who.int/icd/release/11/2024-01/mms/[0-9]+$", set.Text("linearizationUri"));
        Assert.Contains(" [Venstre]", set.Text("label"), StringComparison.OrdinalIgnoreCase);
        var axis = Assert.Single(set.Items("postcoordinationValues"));
        Assert.Equal("http://id.who.int/icd/schema/laterality", axis.Text("axisName"));
        Assert.Equal("XK8G", Assert.Single(axis.Items("values")).Text("code"));
        // By the addresses that it gives itself the same is found.
        var again = await server.GetAsync($"{Mms}/describe?uri={Uri.EscapeDataString(set.Text("linearizationUri"))}", "nb");
        Assert.Equal(set.GetRawText(), again.GetRawText());
    }

    /// <summary>A fracture of the forearm at the shaft of the ulna has a code of its own; the side stays.</summary>
    [WhoDataFact]
    public async Task Simplify_NamesTheOneCodeThatSaysTheSame()
    {
        const string Combination = "NC32.Z%26XK8G%26XA8U33";
        Assert.Equal("NC32.Z&XK8G&XA8U33", (await server.GetAsync($"{Mms}/describe?code={Combination}")).Text("code"));
        Assert.Equal(("NC32.2&XK8G", "NC32.2"), (await server.GetAsync($"{Mms}/describe?code={Combination}&simplify=true")) is var set ? (set.Text("code"), set.Text("stemCode")) : default);
        var info = await server.GetAsync($"{Mms}/codeinfo/{Combination}");
        Assert.Equal(("NC32.2&XK8G", "NC32.2"), (info.Text("simplifiedCode"), info.Text("simplifiedStemCode")));
        Assert.False((await server.GetAsync($"{Mms}/codeinfo/NC32.2%26XK8G")).Has("simplifiedCode"));
    }

    [WhoDataTheory, InlineData(""), InlineData("code="), InlineData("code=nothing"), InlineData("uri=http://id.who.int/icd/entity/1"), InlineData("uri=http://example.org/1"), InlineData("code=1A00%26XK8G")]
    public async Task Describe_Unknown_Is404WithoutBody(string query) => Assert.Equal((HttpStatusCode.NotFound, ""), await server.RefusedAsync($"{Mms}/describe?{query}"));
}
