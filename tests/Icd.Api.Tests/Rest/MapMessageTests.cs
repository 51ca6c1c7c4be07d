using System.Text.Json;
using Icd.Api.Rest;
using Icd.Api.Tests.Support;

namespace Icd.Api.Tests.Rest;

/// <summary>What <c>/map</c> says of text that is no code: whoever pasted a list reads it beside the line.</summary>
public sealed class MapMessageTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("hei", "nb", "Dette er ingen kode. En ICD-10-kode ser ut som I21.9, en ICD-11-kode som BA41.Z; ord kan du søke på.", "a word, whatever letters it has")]
    [InlineData("pasienten hadde vondt", "en", "This is no code. An ICD-10 code looks like I21.9, an ICD-11 code like BA41.Z; search for words.", "a sentence")]
    [InlineData("-", "nb", "Dette er ingen kode. En ICD-10-kode ser ut som I21.9, en ICD-11-kode som BA41.Z; ord kan du søke på.", "a sign")]
    [InlineData("I21,9", "nb", "',' på plass 4 kan ikke stå der i en kode. Mente du I21.9?", "a decimal comma")]
    [InlineData("C5O.9", "en", "'O' at character 3 cannot stand there in a code. Did you mean C50.9?", "a letter for a digit")]
    [InlineData("BA4O.0", "nb", "Bokstaven 'O' på plass 4 finnes ikke i ICD-11-koder; I og O er utelatt fordi de forveksles med 1 og 0. Mente du BA40.0?", "the same in ICD-11")]
    [InlineData("BA41.Z&", "nb", "Uttrykket slutter med '&' (plass 7); det må følge en kode etter. Mente du BA41.Z?", "a separator too many")]
    public async Task Map_TextThatIsNoCode_SaysWhatIsWrongAndWhatMayHaveBeenMeant(string text, string language, string message, string why)
    {
        var (_, json) = await server.AskAsync($"{RestRoutes.Prefix}/map?code={Uri.EscapeDataString(text)}&lang={language}");

        Assert.True(json.GetProperty("message").GetString() == message, $"{why}: {json}");
        Assert.Equal(JsonValueKind.Null, json.GetProperty("expression").ValueKind);
    }
}
