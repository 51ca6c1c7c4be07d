using System.Text;
using Icd.Tests;

namespace Icd.Api.Tests.Fhir;

/// <summary>HTTP as FHIR wants it: formats, methods, versions, and bodies that are none.</summary>
[Collection(FhirServerTests.Name)]
public sealed class ProtocolTests(FhirServer server)
{
    private const string Lookup = "CodeSystem/$lookup?system=http%3A%2F%2Fid.who.int%2Ficd%2Frelease%2F11%2Fmms&code=1A00";

    [WhoDataTheory]
    [InlineData("/fhir/r4/", "application/fhir+json", "4.0")]
    [InlineData("/fhir/r5/", "application/fhir+json", "5.0")]
    [InlineData("/fhir/", "application/fhir+json", "4.0")]
    [InlineData("/fhir/", "application/fhir+json; fhirVersion=5.0", "5.0")]
    [InlineData("/fhir/", "application/json", "4.0")]
    [InlineData("/fhir/", "*/*", "4.0")]
    [InlineData("/fhir/", "text/html,application/xhtml+xml,*/*;q=0.8", "4.0")]
    [InlineData("/fhir/r4/", "application/fhir+xml;q=0.5, application/fhir+json", "4.0")]
    public async Task Get_Json_IsGivenInTheVersionAskedFor(string path, string accept, string version)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path + Lookup);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await FhirServer.Send(server.Client, request);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/fhir+json", answer.ContentType!.MediaType);
        Assert.Contains(answer.ContentType.Parameters, parameter => parameter.ToString() == $"fhirVersion={version}");
    }

    [WhoDataTheory]
    [InlineData("", "application/fhir+xml")]
    [InlineData("", "application/xml")]
    [InlineData("", "text/turtle")]
    [InlineData("&_format=xml", "")]
    [InlineData("&_format=application/fhir%2Bxml", "application/fhir+json")]
    public async Task Get_AnotherFormat_IsRefusedAsJson(string query, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/r4/" + Lookup + query);
        if (accept.Length > 0) request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await FhirServer.Send(server.Client, request);

        Assert.Equal(406, answer.Status);
        Assert.Equal("OperationOutcome", answer.Text("resourceType"));
        Assert.Equal("not-supported", answer.Text("issue.code"));
    }

    /// <summary>An ampersand that nobody encoded cuts the expression in two; an answer about the stem alone would drop what the clinician said.</summary>
    [WhoDataTheory]
    [InlineData("CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms&code=2C25.Z&XK8G", "XK8G")]
    [InlineData("CodeSystem/$validate-code?url=http://id.who.int/icd/release/11/mms&code=2C25.Z&XK8G&XA9HN5", "XK8G")]
    [InlineData("CodeSystem/$validate-code?url=http://id.who.int/icd/release/11/mms&code=2C25.Z+&+XK8G", "XK8G")]
    [InlineData("ConceptMap/$translate?system=http://id.who.int/icd/release/11/mms&code=CA40.0/CA41.0&XK8G", "XK8G")]
    [InlineData("CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms&code=http://id.who.int/icd/release/11/mms/316539081/unspecified&http://id.who.int/icd/release/11/mms/271422288", "mms/271422288")]
    public async Task Get_AmpersandNotEncoded_IsRefused(string path, string lost)
    {
        var answer = await server.Get("/fhir/r4/" + path);
        Assert.Equal((400, "invalid"), (answer.Status, answer.Text("issue.code")));
        Assert.Contains(lost, answer.Text("issue.details.text"), StringComparison.Ordinal);
        Assert.Contains("%26", answer.Text("issue.details.text"), StringComparison.Ordinal);
    }

    [WhoDataTheory]
    [InlineData("CodeSystem/$lookup?system=http://id.who.int/icd/release/11/mms|2022-02&version=2024-01&code=1A00")]
    [InlineData("CodeSystem/$validate-code?url=http://id.who.int/icd/release/11/mms|2022-02&version=2024-01&code=1A00")]
    [InlineData("CodeSystem/$subsumes?system=http://id.who.int/icd/release/11/mms|2022-02&version=2024-01&codeA=1A00&codeB=1A00")]
    public async Task Get_TwoVersions_IsRefused(string path)
    {
        var answer = await server.Get("/fhir/r4/" + path);
        Assert.Equal((400, "invalid"), (answer.Status, answer.Text("issue.code")));
        Assert.Contains("2022-02", answer.Text("issue.details.text"), StringComparison.Ordinal);
    }

    [WhoDataTheory]
    [InlineData("json")]
    [InlineData("application/json")]
    [InlineData("application/fhir+json")]
    [InlineData("application/fhir%2Bjson")]
    public async Task Get_FormatParameter_IsUnderstood(string format)
    {
        var answer = await server.Get($"/fhir/r4/{Lookup}&_format={format}");
        Assert.Equal(200, answer.Status);
    }

    [WhoDataTheory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":7}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[7]}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coding\",\"valueCoding\":{}}]}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coding\",\"valueString\":\"x\"}]}", 400)]
    [InlineData("{\"resourceType\":7}", 400)]
    public async Task Post_MalformedBody_IsRefusedWithAnOutcome(string body, int status)
    {
        var answer = await server.Post("/fhir/r4/CodeSystem/$lookup", body);

        Assert.Equal(status, answer.Status);
        Assert.Equal("OperationOutcome", answer.Text("resourceType"));
        Assert.NotEqual("", answer.Text("issue.details.text"));
    }

    [WhoDataTheory]
    [InlineData("{\"resourceType\":\"ValueSet\"}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":7}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":7}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[7]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{}]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"system\":\"http://id.who.int/icd/release/11/mms\",\"concept\":[7]}]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"system\":\"http://id.who.int/icd/release/11/mms\",\"filter\":[7]}]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"expansion\":7}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":[7]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"valueSet\":[7]}]}}")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"system\":\"http://id.who.int/icd/release/11/mms\",\"concept\":[{}]}]}}")]
    public async Task Expand_MalformedValueSet_IsRefusedWithAnOutcome(string valueSet)
    {
        var answer = await server.Post("/fhir/r5/ValueSet/$expand", $"{{\"resourceType\":\"Parameters\",\"parameter\":[{{\"name\":\"valueSet\",\"resource\":{valueSet}}}]}}");

        Assert.Equal(422, answer.Status);
        Assert.Equal("vs-invalid", answer.Text("tx"));
    }

    [WhoDataFact]
    public async Task CacheId_GivesBackWhatWasSentUnderIt()
    {
        const string parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"url\",\"valueUri\":\"http://example.org/kept\"},{\"name\":\"cache-id\",\"valueId\":\"5b1c\"}";
        const string resource = ",{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"ValueSet\",\"url\":\"http://example.org/kept\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://id.who.int/icd/release/11/mms\",\"concept\":[{\"code\":\"BA00\"}]}]}}}";

        Assert.Equal(404, (await server.Post("/fhir/r5/ValueSet/$expand", parameters + "]}")).Status);
        Assert.Equal(200, (await server.Post("/fhir/r5/ValueSet/$expand", parameters + resource + "]}")).Status);
        Assert.Equal("BA00", (await server.Post("/fhir/r5/ValueSet/$expand", parameters + "]}")).Text("all.code"));
        Assert.Equal(404, (await server.Post("/fhir/r5/ValueSet/$expand", parameters.Replace("5b1c", "5b1d", StringComparison.Ordinal) + "]}")).Status);
    }

    [WhoDataFact]
    public async Task Post_Xml_IsRefused()
    {
        var content = new StringContent("<Parameters xmlns=\"http://hl7.org/fhir\"/>", Encoding.UTF8, "application/fhir+xml");
        var answer = await FhirServer.Send(server.Client, new(HttpMethod.Post, "/fhir/r4/CodeSystem/$lookup") { Content = content });

        Assert.Equal(415, answer.Status);
        Assert.Equal("OperationOutcome", answer.Text("resourceType"));
    }

    [WhoDataFact]
    public async Task Post_Form_IsUnderstood()
    {
        var content = new FormUrlEncodedContent([new("system", "http://id.who.int/icd/release/11/mms"), new("code", "GB51&XK8G")]);
        var answer = await FhirServer.Send(server.Client, new(HttpMethod.Post, "/fhir/r4/CodeSystem/$lookup") { Content = content });

        Assert.Equal("GB51&XK8G", answer.Text("$code"));
    }

    [WhoDataFact]
    public async Task Post_WithoutBody_TakesTheParametersOfTheAddress()
    {
        var answer = await FhirServer.Send(server.Client, new(HttpMethod.Post, "/fhir/r4/" + Lookup));
        Assert.Equal(200, answer.Status);
    }

    [WhoDataTheory]
    [InlineData("PUT", "CodeSystem/icd11-mms-2024-01")]
    [InlineData("DELETE", "CodeSystem/icd11-mms-2024-01")]
    [InlineData("POST", "CodeSystem")]
    public async Task OtherMethods_AreRefusedWithAnOutcome(string method, string path)
    {
        var answer = await FhirServer.Send(server.Client, new(new HttpMethod(method), "/fhir/r4/" + path));

        Assert.Equal(405, answer.Status);
        Assert.Equal("OperationOutcome", answer.Text("resourceType"));
    }

    [WhoDataFact]
    public async Task Operation_PercentEncodedDollar_IsTheSame()
    {
        var answer = await server.Get("/fhir/r4/" + Lookup.Replace("$", "%24", StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
    }

    [WhoDataFact]
    public async Task Get_NothingThere_IsAnOutcome()
    {
        var answer = await server.Get("/fhir/r4/");
        Assert.Equal(404, answer.Status);
        Assert.Equal("OperationOutcome", answer.Text("resourceType"));
    }

    /// <summary>A person's browser language is a wish: served where it can be, and never an error.</summary>
    [WhoDataTheory]
    [InlineData("es-ES,es;q=0.9,en;q=0.8", "5A11@2024-01/es")]
    [InlineData("de-DE,de;q=0.9", "5A11@2024-01")]
    [InlineData("*", "5A11@2024-01")]
    [InlineData(";;;", "5A11@2024-01")]
    public async Task AcceptLanguage_IsHonouredWhereItCanBe(string header, string title)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/r4/" + Lookup.Replace("1A00", "5A11&version=2024-01", StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("Accept-Language", header);
        var answer = await FhirServer.Send(server.Client, request);

        Assert.Equal(server.TitleOf(title), answer.Text("$display"));
    }

    [WhoDataFact]
    public async Task Pretty_IsIndented()
    {
        var text = await server.Client.GetStringAsync("/fhir/r4/metadata?_pretty=true");
        Assert.Contains("\n  \"resourceType\"", text, StringComparison.Ordinal);
    }
}
