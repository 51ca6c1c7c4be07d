using Icd.Api.Tests.Support;
using Icd.Tests;

namespace Icd.Api.Tests.Fhir;

/// <summary>Where the sources disagree the choice is an option; and a machine without data has an answer too.</summary>
[Collection(FhirServerTests.Name)]
public sealed class ChoiceTests(FhirServer server)
{
    private const string Validate = "/fhir/r4/CodeSystem/$validate-code?url=http://id.who.int/icd/release/11/mms&version=2024-01&code=";

    [WhoDataTheory]
    [InlineData("Fhir:CaseSensitive", "true", "ba00", "false")]
    [InlineData("Fhir:CaseSensitive", "false", "ba00", "true")]
    [InlineData("Fhir:CaseSensitive", "false", "gb51%26xk8g", "true")]
    [InlineData("Fhir:RequiredAxes", "Error", "CB41", "false")]
    [InlineData("Fhir:RequiredAxes", "Warning", "CB41", "true")]
    [InlineData("Fhir:RequiredAxes", "Ignore", "CB41", "true")]
    [InlineData("Fhir:Replication", "Warning", "NC32.Z%26XA8U33", "true")]
    [InlineData("Fhir:Replication", "Error", "NC32.Z%26XA8U33", "false")]
    public async Task Option_DecidesTheDisputedPoint(string option, string value, string code, string result)
    {
        using var client = server.With((option, value));
        var answer = await FhirServer.Send(client, new(HttpMethod.Get, Validate + code));
        Assert.Equal(result, answer.Text("$result"));
    }

    [WhoDataFact]
    public async Task MaxExpansion_IsTheCeiling()
    {
        using var client = server.With(("Fhir:MaxExpansion", "10"));
        var answer = await FhirServer.Send(client, new(HttpMethod.Get, "/fhir/r4/ValueSet/$expand?url=http://id.who.int/icd/release/11/mms%3Ffhir_vs%3Disa/01"));
        Assert.Equal(422, answer.Status);
        Assert.Equal("too-costly", answer.Text("issue.code"));
    }

    [WhoDataFact]
    public async Task MaxBatchEntries_IsTheCeiling()
    {
        using var client = server.With(("Fhir:MaxBatchEntries", "1"));
        var entry = "{\"request\":{\"method\":\"GET\",\"url\":\"metadata\"}}";
        var content = new StringContent($"{{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{entry},{entry}]}}", System.Text.Encoding.UTF8, "application/fhir+json");
        var answer = await FhirServer.Send(client, new(HttpMethod.Post, "/fhir/r4") { Content = content });
        Assert.Equal(413, answer.Status);
    }

    /// <summary>Without WHO's files our starter release answers, and says that it is none of WHO's.</summary>
    [Fact]
    public async Task StarterRelease_AnswersUnderItsOwnVersion()
    {
        await using var factory = new ApiServer();
        using var client = factory.CreateClient();
        var answer = await FhirServer.Send(client, new(HttpMethod.Get, "/fhir/r4/CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms&code=5A11&displayLanguage=nb"));

        Assert.Equal(200, answer.Status);
        Assert.EndsWith("-starter", answer.Text("$version"), StringComparison.Ordinal);
        Assert.Equal("true", answer.Text("prop(titleAuthored)"));

        var official = await FhirServer.Send(client, new(HttpMethod.Get, "/fhir/r4/CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms&code=5A11&version=2024-01"));
        Assert.Equal(404, official.Status);
    }
}
