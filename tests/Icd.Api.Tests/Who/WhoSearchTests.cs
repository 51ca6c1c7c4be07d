using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Icd.Tests;

namespace Icd.Api.Tests.Who;

/// <summary>Searches as WHO's tool and other clients send them.</summary>
[Collection(OfficialServerTests.Name)]
public sealed partial class WhoSearchTests(OfficialServer server)
{
    private const string Mms = "/icd/release/11/2024-01/mms";
    private const string Canonical = "http://id.who.int/icd/release/11/2024-01/mms";
    private const string CodingChapters = "10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;01;02;03;04;05;06;07;08;09;";

    /// <summary>Word for word what the coding tool sends.</summary>
    [WhoDataFact]
    public async Task Get_AsTheCodingToolSendsIt_HasTheWholeShape()
    {
        var answer = await server.GetAsync($"{Mms}/search?q=chol%25&chapterFilter={CodingChapters}&subtreesFilter=&includePostcoordination=true&useBroaderSynonyms=false&useFlexiSearch=false&includeKeywordResult=true&flatResults=true&highlightingEnabled=true&medicalCodingMode=true");
        Assert.False(answer.GetProperty("error").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("errorMessage").ValueKind);
        Assert.True(Guid.TryParse(answer.Text("uniqueSearchId"), out _));
        var hits = answer.Items("destinationEntities");
        Assert.NotEmpty(hits);
        foreach (var hit in hits)
        {
            Assert.StartsWith(Canonical + "/", hit.Text("id"), StringComparison.Ordinal);
            Assert.Equal(hit.Text("id"), hit.Text("stemId"));
            Assert.NotEmpty(hit.Text("theCode"));
            Assert.Matches("^[012]$", hit.GetProperty("postcoordinationAvailability").GetRawText());
            Assert.Equal(0, hit.GetProperty("entityType").GetInt32());
            Assert.Empty(hit.Items("descendants"));
            foreach (var name in hit.Items("matchingPVs")) Assert.Equal(JsonValueKind.Number, name.GetProperty("propertyValueType").ValueKind);
        }

        Assert.Equal(hits.Count, hits.Select(hit => hit.Text("id")).Distinct().Count());
        Assert.Equal(hits.Select(hit => hit.GetProperty("score").GetDouble()).OrderDescending(), hits.Select(hit => hit.GetProperty("score").GetDouble()));
        Assert.Contains(hits, hit => hit.Text("theCode") == "1A00" && hit.Text("title") == "<em class='found'>Chol</em>era");
        Assert.Equal(1, answer.GetProperty("guessType").GetInt32());
        Assert.Contains("cholera", answer.Items("words").Select(word => word.Text("label")));
    }

    [WhoDataFact]
    public async Task Post_MultipartUrlencodedAndQuery_AreTheSame()
    {
        KeyValuePair<string, string>[] fields = [new("q", "cholera"), new("chapterFilter", "01;"), new("useFlexiSearch", "false"), new("unknown", "x")];
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields) multipart.Add(new StringContent(value), name);
        using var urlencoded = new FormUrlEncodedContent(fields);
        var expected = await CodesAsync("q=cholera&chapterFilter=01;");
        foreach (HttpContent? content in (HttpContent?[])[multipart, urlencoded, null])
        {
            using var response = await server.SendAsync(HttpMethod.Post, content is null ? $"{Mms}/search?q=cholera&chapterFilter=01%3B" : $"{Mms}/search", content: content);
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(expected, answer.Items("destinationEntities").Select(hit => hit.Text("theCode")));
            Assert.Equal(JsonValueKind.Null, answer.GetProperty("words").ValueKind);
        }
    }

    [WhoDataFact]
    public async Task Post_Malformed_IsRefused()
    {
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; na"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var response = await server.SendAsync(HttpMethod.Post, $"{Mms}/search", content: content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>Norwegian words find entities, whatever the language of titles.</summary>
    [WhoDataTheory]
    [InlineData("lungebetennelse", "CA40.Z")]
    [InlineData("hjerteinfarkt", "BA41.Z")]
    [InlineData("brukket hånd", "NC53")]
    [InlineData("Herzinfarkt acute myocardial infarction", "BA41", true)]
    public async Task Search_Norwegian_FindsEntities(string query, string code, bool isFlexible = false)
    {
        foreach (var language in (string[])["en", "nb"])
            Assert.Contains(await CodesAsync($"q={Uri.EscapeDataString(query)}&useFlexisearch={isFlexible}", language), found => found.StartsWith(code, StringComparison.Ordinal));
    }

    [WhoDataFact]
    public async Task Search_NameIsNoTitle_IsAMatchingTermThatSaysWhose()
    {
        var answer = await server.GetAsync($"{Mms}/search?q=hjerteinfarkt");
        var hit = answer.Items("destinationEntities").First(hit => hit.Text("theCode").StartsWith("BA41", StringComparison.Ordinal));
        Assert.False(hit.GetProperty("titleIsASearchResult").GetBoolean());
        var name = Assert.Single(hit.Items("matchingPVs"));
        Assert.Contains("<em class='found'>", name.Text("label"), StringComparison.Ordinal);
        Assert.NotEmpty(name.Text("x-provenance"));
    }

    [WhoDataFact]
    public async Task Search_AllWordsMustMatch_UnlessFlexible()
    {
        Assert.Empty(await CodesAsync("q=cholera%20xyzzyq"));
        Assert.Contains("1A00", await CodesAsync("q=cholera%20xyzzyq&useFlexisearch=true"));
        Assert.Equal(await CodesAsync("q=mellitus%20diabetes"), await CodesAsync("q=mellitus%20diabetes&useFlexisearch=false"));
        Assert.NotEmpty(await CodesAsync("q=mellitus%20diabetes"));
    }

    [WhoDataFact]
    public async Task Search_WithoutPercent_IsForWholeWords()
    {
        Assert.Equal("CA40.Z", (await CodesAsync("q=lungebet%25"))[0]);
        Assert.NotEqual("CA40.Z", (await CodesAsync("q=lungebet"))[0]);
        Assert.Equal("1A00", (await CodesAsync("q=cholera"))[0]);
    }

    [WhoDataFact]
    public async Task Search_Chapters_AreFilteredAndSpecialOnesLeftOut()
    {
        Assert.All(await CodesAsync("q=cholera&chapterFilter=22,23"), code => Assert.Matches("^[NP]", code));
        Assert.DoesNotContain(await CodesAsync("q=left"), code => code.StartsWith('X'));
        Assert.Contains("XK8G", await CodesAsync("q=left&chapterFilter=X"));
        Assert.Contains("XK8G", await CodesAsync("q=venstre&chapterFilter=01;X;"));
    }

    /// <summary>As the postcoordination panel asks: linearization addresses of an axis' values, residuals and Foundation addresses too.</summary>
    [WhoDataFact]
    public async Task Search_Subtrees_OfAnAxis()
    {
        var entity = await server.GetAsync($"{Mms}/lookup?foundationUri=http://id.who.int/icd/entity/1334938734");
        var scale = entity.Items("postcoordinationScale")[0];
        var inside = new HashSet<string>();
        foreach (var root in scale.Strings("scaleEntity"))
        {
            inside.Add(root);
            var subtree = await server.GetAsync($"{new Uri(root).AbsolutePath}?include=descendant");
            if (subtree.Has("descendant")) inside.UnionWith(subtree.Strings("descendant"));
        }

        var answer = await server.GetAsync($"{Mms}/search?q=a%25&chapterFilter={CodingChapters}X;&subtreesFilter={Uri.EscapeDataString(string.Join(',', scale.Strings("scaleEntity")))}&subtreeFilterUsesFoundationDescendants=true&includePostcoordination=false&includeKeywordResult=false");
        Assert.All(answer.Items("destinationEntities"), hit => Assert.Contains(hit.Text("id"), inside));
        Assert.Contains("XK8G", await CodesAsync($"q=left%25&chapterFilter={CodingChapters}X;&subtreesFilter=http://id.who.int/icd/entity/979408586"));
        Assert.Empty(await CodesAsync($"q=cholera&subtreesFilter={Canonical}/1"));
    }

    [WhoDataFact]
    public async Task Search_Nested_PutsHitsBelowTheirAncestors()
    {
        var answer = await server.GetAsync($"{Mms}/search?q=diabetes%25&flatResults=false&medicalCodingMode=false&chapterFilter={CodingChapters}26;V;X;");
        var top = answer.Items("destinationEntities");
        var nested = Assert.Single(top, hit => hit.Items("descendants").Any(below => below.Text("theCode") == "5A11"));
        Assert.Equal("", nested.Text("theCode"));
        var all = top.SelectMany(All).Select(hit => hit.Text("id")).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());

        static IEnumerable<JsonElement> All(JsonElement hit) => hit.Items("descendants").SelectMany(All).Prepend(hit);
    }

    [WhoDataFact]
    public async Task Search_Words_CompleteThenRelate()
    {
        var open = await server.GetAsync($"{Mms}/search?q=lungebet%25&includeKeywordResult=true");
        Assert.Equal(1, open.GetProperty("guessType").GetInt32());
        Assert.Contains("lungebetennelse", open.Items("words").Select(word => word.Text("label")));
        var whole = await server.GetAsync($"{Mms}/search?q=diabetes&includeKeywordResult=true");
        Assert.Equal(2, whole.GetProperty("guessType").GetInt32());
        Assert.Contains("mellitus", whole.Items("words").Select(word => word.Text("label")));
        var nothing = await server.GetAsync($"{Mms}/search?q=xyzzyq&includeKeywordResult=true");
        Assert.Equal((0, 0), (nothing.GetProperty("guessType").GetInt32(), nothing.Items("words").Count));
    }

    [WhoDataTheory, InlineData(""), InlineData("q="), InlineData("q=%25"), InlineData("q=%20%20")]
    public async Task Search_Empty_FindsNothing(string query) => Assert.Empty(await CodesAsync(query));

    [WhoDataTheory, InlineData("flatResults=perhaps"), InlineData("subtreesFilter=cholera")]
    public async Task Search_WrongParameter_SaysSo(string parameter)
    {
        var answer = await server.GetAsync($"{Mms}/search?q=cholera&{parameter}");
        Assert.True(answer.GetProperty("error").GetBoolean());
        Assert.Contains("expected", answer.Text("errorMessage"), StringComparison.Ordinal);
        Assert.Empty(answer.Items("destinationEntities"));
    }

    [WhoDataFact]
    public async Task Search_Highlighting_EscapesAndCanBeOff()
    {
        var plain = await server.GetAsync($"{Mms}/search?q=cholera&highlightingEnabled=false");
        Assert.DoesNotContain(plain.AllStrings(), text => text.Contains("<em", StringComparison.Ordinal));
        var marked = await server.GetAsync($"{Mms}/search?q=infarction");
        Assert.All(marked.Items("destinationEntities").SelectMany(hit => hit.Items("matchingPVs").Select(name => name.Text("label")).Prepend(hit.Text("title"))),
            html => Assert.DoesNotContain('<', Marks().Replace(html, "")));
    }

    [WhoDataFact]
    public async Task Foundation_Search_HasNoCodesAndNoResiduals()
    {
        var answer = await server.GetAsync("/icd/entity/search?q=kolera");
        var first = answer.Items("destinationEntities")[0];
        Assert.Equal("http://id.who.int/icd/entity/257068234", first.Text("id"));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("theCode").ValueKind);
        Assert.DoesNotContain(answer.Items("destinationEntities"), hit => hit.Text("id").EndsWith("/unspecified", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public async Task Autocode_BestCodeThresholdAndNothing()
    {
        var best = await server.GetAsync($"{Mms}/autocode?searchText=Cholera");
        Assert.Equal(("1A00", $"{Canonical}/257068234", "http://id.who.int/icd/entity/257068234", 0), (best.Text("theCode"), best.Text("linearizationURI"), best.Text("foundationURI"), best.GetProperty("matchLevel").GetInt32()));
        Assert.Equal("CA40.Z", (await server.GetAsync($"{Mms}/autocode?searchText=lungebetennelse")).Text("theCode"));
        Assert.False((await server.GetAsync($"{Mms}/autocode?searchText=xyzzyq")).Has("theCode"));
        Assert.False((await server.GetAsync($"{Mms}/autocode?searchText=kolerra&matchThreshold=1")).Has("theCode"));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.RefusedAsync($"{Mms}/autocode?searchText=a&matchThreshold=much")).Status);
    }

    private async Task<IReadOnlyList<string>> CodesAsync(string query, string language = "en") =>
        [.. (await server.GetAsync($"{Mms}/search?{query}", language)).Items("destinationEntities").Select(hit => hit.Text("theCode"))];

    [GeneratedRegex("</?em( class='found')?>")]
    private static partial Regex Marks();
}
