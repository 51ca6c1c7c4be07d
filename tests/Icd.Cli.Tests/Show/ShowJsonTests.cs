using System.Text.Json;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

public class ShowJsonTests
{
    [WhoDataFact]
    public void Json_ResidualOfAStem_IsCompleteWithNulls()
    {
        var json = RealReleases.Run("show", "BA41.Z", "--json").Exits(0).Json.GetProperty("entities")[0];

        // Terms are ours and grow; the rest is WHO's and stays.
        Assert.Equal(
            """
            "system":"mms","systemUri":"http://id.who.int/icd/release/11/mms","release":"2024-01","starter":false,
            "code":"BA41.Z","uri":"http://id.who.int/icd/release/11/mms/1334938734/unspecified","blockId":null,"kind":"category",
            "title":"Acute myocardial infarction, unspecified","titleLanguage":"en","titleAuthored":false,
            "foundationUri":null,"selectable":true,"extension":false,"residual":"unspecified"
            """.ReplaceLineEndings(""),
            string.Join(',', json.EnumerateObject().Take(15).Select(property => $"\"{property.Name}\":{property.Value.GetRawText()}")));
        Assert.Equal("Infarto agudo del miocardio, sin especificación", json.GetProperty("titles").GetProperty("es").GetString());
        Assert.Equal(["11", "BlockL1-BA4", "BlockL2-BA4", "BA41"], Names(json.GetProperty("ancestors")));
        Assert.Empty(json.GetProperty("children").EnumerateArray());
        Assert.Equal("""{"other":null,"unspecified":null}""", json.GetProperty("residuals").GetRawText());
        Assert.Empty(json.GetProperty("scales").EnumerateArray());
    }

    [WhoDataFact]
    public void Json_StemWithResiduals_NamesThem()
    {
        var json = RealReleases.Run("show", "BlockL1-BA4", "--json").Exits(0).Json.GetProperty("entities")[0];

        Assert.Equal("""{"other":null,"unspecified":"BA6Z"}""", json.GetProperty("residuals").GetRawText());
        Assert.Equal("block", json.GetProperty("kind").GetString());
        Assert.False(json.GetProperty("selectable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("code").ValueKind);
    }

    [WhoDataFact]
    public void Json_Depth_ChildrenCutOffAreNullAndLeavesHaveNone()
    {
        var json = RealReleases.Run("show", "BlockL1-BA4", "--json", "--depth", "2").Exits(0).Json.GetProperty("entities")[0];

        var acute = json.GetProperty("children")[0];
        Assert.Equal(15, acute.GetProperty("descendants").GetInt32());
        Assert.Equal(["BA40", "BA41", "BA42", "BA43", "BA4Z"], Names(acute.GetProperty("children")));
        Assert.Equal(JsonValueKind.Null, acute.GetProperty("children")[1].GetProperty("children").ValueKind);
        Assert.Equal("[]", acute.GetProperty("children")[3].GetProperty("children").GetRawText());
    }

    [WhoDataFact]
    public void Json_DepthZero_IsNullForTheEntityItself() =>
        Assert.Equal(JsonValueKind.Null, RealReleases.Run("show", "BA41", "--json", "--depth", "0").Exits(0).Json.GetProperty("entities")[0].GetProperty("children").ValueKind);

    [WhoDataFact]
    public void Json_Bokmal_TitlesAreOursWithTheirLanguageAndOrigin()
    {
        var json = RealReleases.Run("show", "BA41", "--json", "--lang", "nb").Exits(0).Json.GetProperty("entities")[0];

        Assert.Equal("Akutt hjerteinfarkt", json.GetProperty("title").GetString());
        Assert.Equal("nb", json.GetProperty("titleLanguage").GetString());
        Assert.True(json.GetProperty("titleAuthored").GetBoolean());
        Assert.Contains(json.GetProperty("terms").EnumerateArray(), term => term.GetProperty("text").GetString() == "AMI" && term.GetProperty("source").GetString() == "authored");
    }

    [Fact]
    public void Json_Icd10_HasItsOidAndNoUris()
    {
        var json = IcdProcess.Run("show", "e119", "--json").Exits(0).Json.GetProperty("entities")[0];

        Assert.Equal("urn:oid:2.16.578.1.12.4.1.1.7110", json.GetProperty("systemUri").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("uri").ValueKind);
        Assert.Equal(["IV", "E10-E14", "E11"], Names(json.GetProperty("ancestors")));
        Assert.False(json.GetProperty("titleAuthored").GetBoolean());
    }

    [Fact]
    public void Json_NorwegianLetters_AreNotEscaped() =>
        Assert.Contains("Endokrine sykdommer, ernæringssykdommer", IcdProcess.Run("show", "IV", "--json", "--lang", "nb").Exits(0).Out, StringComparison.Ordinal);

    private static IEnumerable<string?> Names(JsonElement references) =>
        references.EnumerateArray().Select(reference => reference.GetProperty("code").GetString() ?? reference.GetProperty("blockId").GetString());
}
