using System.Text;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Codes;

public class JsonTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions TinyBuffer = new() { DefaultBufferSize = 1 };

    private sealed record Row(Icd11Code Stem, Icd10Code? Old, EntityUri Uri, ClusterExpression Expression);

    [Fact]
    public void Serialize_ARecordOfCodes_WritesStringsAndReadsThemBack()
    {
        var row = new Row(Icd11Code.Parse("BA41.0"), Icd10Code.Parse("A17.0†"), EntityUri.Create(Linearization.Mms, 7, Residual.Other), ClusterExpression.Parse("5A11&XK8G"));
        var json = JsonSerializer.Serialize(row, Relaxed);
        Assert.Equal("""{"Stem":"BA41.0","Old":"A17.0†","Uri":"http://id.who.int/icd/release/11/mms/7/other","Expression":"5A11&XK8G"}""", json);
        Assert.Equal(row, JsonSerializer.Deserialize<Row>(json));
        // The default encoder escapes & and †, which must not change the value.
        Assert.Equal(row, JsonSerializer.Deserialize<Row>(JsonSerializer.Serialize(row)));
    }

    [Fact]
    public void Serialize_Defaults_AreNullBothWays()
    {
        var json = JsonSerializer.Serialize(new Row(default, null, default, default));
        Assert.Equal("""{"Stem":null,"Old":null,"Uri":null,"Expression":null}""", json);
        Assert.Equal(new Row(default, null, default, default), JsonSerializer.Deserialize<Row>(json));
        Assert.Equal("null", JsonSerializer.Serialize(default(Icd10Code)));
        Assert.Equal(default, JsonSerializer.Deserialize<Icd10Code>("null"));
    }

    [Fact]
    public void Serialize_DictionaryKeys_AreCodes()
    {
        var byIcd10 = new Dictionary<Icd10Code, Icd11Code> { [Icd10Code.Parse("E11.9")] = Icd11Code.Parse("5A11") };
        Assert.Equal("""{"E11.9":"5A11"}""", JsonSerializer.Serialize(byIcd10));
        Assert.Equal(byIcd10, JsonSerializer.Deserialize<Dictionary<Icd10Code, Icd11Code>>("""{"e119":"5a11"}"""));

        var byUri = new Dictionary<EntityUri, int> { [EntityUri.Create(Linearization.Foundation, 5)] = 1 };
        Assert.Equal(byUri, JsonSerializer.Deserialize<Dictionary<EntityUri, int>>(JsonSerializer.Serialize(byUri)));
        var byExpression = new Dictionary<ClusterExpression, int> { [ClusterExpression.Parse("5A11&XK8G")] = 1 };
        Assert.Equal(byExpression, JsonSerializer.Deserialize<Dictionary<ClusterExpression, int>>(JsonSerializer.Serialize(byExpression)));
    }

    [Fact]
    public void Serialize_TheLongestValues_KeepsThem()
    {
        var uri = EntityUri.Create(Linearization.Mms, uint.MaxValue, Residual.Unspecified, ReleaseId.Create(2024, 1));
        var expression = new ClusterExpression(uri);
        while (expression.Count < ClusterExpression.MaxMembers) expression = expression.WithStem(uri);
        Assert.Equal(uri, JsonSerializer.Deserialize<EntityUri>(JsonSerializer.Serialize(uri)));
        Assert.Equal(expression, JsonSerializer.Deserialize<ClusterExpression>(JsonSerializer.Serialize(expression)));
    }

    public static TheoryData<string, string, string> Bad => new()
    {
        { "\"BA4O.Z\"", "The letter 'O' at character 4 never occurs in ICD-11 codes", "malformed code" },
        { "\"E11.9\"", "This is an ICD-10 code (a digit, '1', in second place)", "code of the other classification" },
        { "\"BA41\u00A0\"", "There is an invisible character, U+00A0, at character 5", "the value cannot be seen, so it is spelled out" },
        { "\"\"", "There is no code here.", "empty is no code; null is" },
        { "41", "A JSON string is expected for Icd11Code, found Number.", "number" },
        { "{}", "A JSON string is expected for Icd11Code, found StartObject.", "object" },
        { "true", "A JSON string is expected for Icd11Code, found True.", "boolean" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Deserialize_BadValue_ThrowsJsonExceptionThatNamesIt(string json, string message, string why)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Icd11Code>(json));
        Assert.True(error.Message.StartsWith(message, StringComparison.Ordinal), $"{why}: {error.Message}");
        var inside = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, Icd11Code>>($"{{\"stem\":{json}}}"));
        Assert.Equal("$.stem", inside.Path);
    }

    [Fact]
    public void Deserialize_BadKey_ThrowsJsonExceptionThatNamesIt()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Icd11Code, int>>("""{"BA410":1}"""));
        Assert.StartsWith("A point is missing before '0' at character 5", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\uD800A00\"", "half a surrogate pair, escaped")]
    [InlineData("\"\\u0042A41.\\u004F\"", "escaped letter O")]
    public void Deserialize_BadEscapes_ThrowsJsonException(string json, string why) =>
        Assert.True(Record.Exception(() => JsonSerializer.Deserialize<Icd11Code>(json)) is JsonException, why);

    [Fact]
    public void Deserialize_EscapedCode_IsRead() =>
        Assert.Equal(Icd11Code.Parse("BA41"), JsonSerializer.Deserialize<Icd11Code>("\"\\u0042\\u0041\\u0034\\u0031\""));

    [Fact]
    public void Deserialize_AMegabyte_ThrowsWithAShortMessage()
    {
        var json = $"\"BA41.0{new string('0', 1 << 20)}\"";
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Icd11Code>(json));
        Assert.Contains("00…'", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 200);
    }

    [Fact]
    public async Task DeserializeAsync_ValueSplitOverBuffers_IsReadWhole()
    {
        var text = string.Join(" / ", Enumerable.Repeat(ParsableContractTests.LongUri, 10));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[\"{text}\",\"5A11\"]"));
        var read = await JsonSerializer.DeserializeAsync<ClusterExpression[]>(stream, TinyBuffer);
        Assert.Equal([ClusterExpression.Parse(text), ClusterExpression.Parse("5A11")], read!);
    }
}
