using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Store;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Icd.Api.Tests.Fhir;

/// <summary>What only a crawled release has: WHO's scales, definitions and index terms; and ICF with qualifiers that have codes. On releases made up here.</summary>
public sealed class ScaledReleaseTests(ScaledReleaseTests.Server server) : IClassFixture<ScaledReleaseTests.Server>
{
    private const string Mms = "http://id.who.int/icd/release/11/mms", Icf = "http://id.who.int/icd/release/11/icf";

    [Theory]
    // The required axis first, then the declared order; both values fit both axes.
    [InlineData(Mms, "1A00&XN10&XN11", "infectiousAgent=XN11 serotype=XN10")]
    [InlineData(Mms, "1A00&XN11&XN10", "infectiousAgent=XN10 serotype=XN11")]
    // All axes that fit are filled: the first that takes several.
    [InlineData(Mms, "1A00&XN10&XN11&XN12", "infectiousAgent=XN11 infectiousAgent=XN12 serotype=XN10")]
    // The same value on both axes.
    [InlineData(Mms, "1A00&XN10&XN10", "infectiousAgent=XN10 serotype=XN10")]
    [InlineData(Mms, "1A00&XN10/1A01", "associatedWith=1A01 serotype=XN10")]
    // After a slash: an axis that has a value already takes no further one, so a new stem begins.
    [InlineData(Mms, "1A00&XN10/1A01/1A01", "associatedWith=1A01 serotype=XN10")]
    [InlineData(Icf, "d5409.qp3", "performance=qp3")]
    public async Task Lookup_Expression_BindsByWhosScales(string system, string code, string expected)
    {
        var answer = await server.Get($"CodeSystem/$lookup?system={system}&code={Uri.EscapeDataString(code)}");
        var found = answer.At("parameter[name=property][part[name=code].value=postcoordinationValues]")
            .Select(property => (Axis: Part(property, "part[name=value].value"), Value: Part(property, "part[name=subproperty].part[name=code].value")))
            .Select(binding => $"{binding.Axis["http://id.who.int/icd/schema/".Length..]}={binding.Value}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', found));

        static string Part(System.Text.Json.JsonElement property, string place) => FhirPlace.Text(Assert.Single(FhirPlace.Find(property, place)));
    }

    [Theory]
    [InlineData(Mms, "1A00&XN10", "true")]
    [InlineData(Mms, "1A00&XN10&XN11&XN12", "true")]
    [InlineData(Mms, "1A00&XK10", "false")]
    [InlineData(Mms, "1A01&XN10", "false")]
    [InlineData(Mms, "1A01&XY10", "true")]
    [InlineData(Mms, "1A00", "false")]
    [InlineData(Mms, "1A01", "true")]
    [InlineData(Icf, "d5409", "true")]
    [InlineData(Icf, "d5409.qp3", "true")]
    [InlineData(Icf, Icf + "/300/unspecified & " + Icf + "/992904195", "true")]
    [InlineData(Icf, "d5409.qp3.qp4", "false")]
    [InlineData(Icf, "d5409.qc3", "false")]
    [InlineData(Icf, "b110.qp3", "false")]
    [InlineData(Icf, "qp3.d5409", "false")]
    [InlineData(Icf, "d5409.3", "false")]
    [InlineData(Icf, "d5409.QP3", "false")]
    [InlineData(Icf, "d5409&qp3", "false")]
    [InlineData(Icf, "d5409..qp3", "false")]
    public async Task ValidateCode_ByWhosScales(string system, string code, string result)
    {
        var answer = await server.Get($"CodeSystem/$validate-code?url={system}&code={Uri.EscapeDataString(code)}");
        Assert.Equal(result, answer.Text("$result"));
    }

    [Fact]
    public async Task Lookup_IcfExpression_HasShortFormAndUri()
    {
        var answer = await server.Get($"CodeSystem/$lookup?system={Icf}&code={Uri.EscapeDataString($"{Icf}/300/unspecified & {Icf}/992904195")}");

        Assert.Equal("d5409.qp3", answer.Text("prop(code)"));
        Assert.Equal($"{Icf}/300/unspecified & {Icf}/992904195", answer.Text("prop(id)"));
        Assert.Equal("Dressing, unspecified [Severe]", answer.Text("$display"));
    }

    [Fact]
    public async Task Lookup_Stem_ShowsWhosScalesInTheirOrderAndWhoSaysSo()
    {
        var answer = await server.Get($"CodeSystem/$lookup?system={Mms}&code=1A00");

        Assert.Equal(["associatedWith", "infectiousAgent", "serotype"], answer.At("prop(postcoordinationScale)").Select(axis => FhirPlace.Text(axis).Split('/')[^1]));
        Assert.All(answer.At("sub(postcoordinationScale,authority)"), authority => Assert.Equal("who-scale", FhirPlace.Text(authority)));
        Assert.Equal("Made up for this test.", answer.Text("prop(definition)"));
        Assert.Equal("plague of ships", answer.Text("prop(indexTerm)"));
    }

    [Fact]
    public async Task Expand_WhosScale_HasItsRootsAndTheirDescendants()
    {
        var answer = await server.Get($"ValueSet/$expand?url={Mms}/101/postcoordinationScale/infectiousAgent");

        Assert.Equal(["XN10", "XN11", "XN12", "XN121"], answer.At("all.code").Select(FhirPlace.Text));
        Assert.Equal("XN12", FhirPlace.Text(answer.At("expansion.contains")[2].GetProperty("code")));
        Assert.Equal("2026-01", answer.Text("version"));
    }

    [Fact]
    public async Task Expand_TextFilter_FindsIndexTerms()
    {
        var answer = await server.Get($"ValueSet/$expand?url={Uri.EscapeDataString(Mms + "?fhir_vs")}&filter=plague");
        Assert.Equal("1A00", answer.Text("all.code"));
    }

    public sealed class Server : IDisposable
    {
        private static readonly ReleaseSource Source = new(SourceKind.WhoApi, "made up", "en", "", "");

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("icd-fhir-scales-");
        private readonly WebApplicationFactory<Program> _factory;
        private readonly HttpClient _client;

        public Server()
        {
            var store = new ReleaseStore(_folder.FullName);
            store.Save(MmsDraft());
            store.Save(IcfDraft());
            _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseSetting("Icd:DataDirectory", _folder.FullName));
            _client = _factory.CreateClient();
        }

        public Task<FhirAnswer> Get(string path) => FhirServer.Send(_client, new(HttpMethod.Get, "/fhir/r5/" + path));

        private static ReleaseDraft MmsDraft()
        {
            var draft = Empty(Classification.Mms);
            var infections = Add(draft, null, "01", 100, "Infections", EntityKind.Chapter);
            var cholera = Add(draft, infections, "1A00", 101, "Cholera");
            Add(draft, infections, "1A01", 102, "Other infection");
            var extensions = Add(draft, null, "X", 200, "Extension codes", EntityKind.Chapter);
            var agents = Add(draft, extensions, "", 210, "Agents", EntityKind.Block);
            Add(draft, agents, "XN10", 211, "First");
            Add(draft, agents, "XN11", 212, "Second");
            Add(draft, Add(draft, agents, "XN12", 213, "Third"), "XN121", 214, "Third, narrower");
            Add(draft, extensions, "XK10", 220, "Left");
            Add(draft, Add(draft, extensions, "", 1897222875, "Diagnosis code descriptors", EntityKind.Block), "XY10", 231, "Main condition");
            // Declared first, and optional; the required one comes second.
            cholera.Scales.Add(new("infectiousAgent", false, AllowMultipleValues.AllowAlways, [Uri(211), Uri(212), Uri(213)], Source));
            cholera.Scales.Add(new("serotype", true, AllowMultipleValues.NotAllowed, [Uri(211), Uri(212)], Source));
            cholera.Scales.Add(new("associatedWith", false, AllowMultipleValues.AllowAlways, [Uri(102)], Source));
            cholera.Terms.Add(new(TermKind.Definition, "en", "Made up for this test.", default, Source));
            cholera.Terms.Add(new(TermKind.IndexTerm, "en", "plague of ships", default, Source));
            return draft;
        }

        private static ReleaseDraft IcfDraft()
        {
            var draft = Empty(Classification.Icf);
            var categories = Add(draft, null, "", 1, "Categories", EntityKind.Chapter);
            Add(draft, categories, "b110", 2, "Consciousness");
            var dressing = Add(draft, categories, "d540", 300, "Dressing");
            Add(draft, dressing, "d5409", 300, "Dressing, unspecified").Residual = Residual.Unspecified;
            var qualifiers = Add(draft, null, "", 423829389, "Qualifiers", EntityKind.Chapter);
            var performance = Add(draft, qualifiers, "", 591104711, "Performance", EntityKind.Block);
            Add(draft, performance, "qp3", 992904195, "Severe");
            Add(draft, performance, "qp4", 1593293379, "Complete");
            Add(draft, Add(draft, qualifiers, "", 1280021050, "Capacity", EntityKind.Block), "qc3", 1931374332, "Severe capacity");
            return draft;
        }

        private static ReleaseDraft Empty(Classification classification)
        {
            var draft = new ReleaseDraft(new(classification, ReleaseId.Create(2026, 1)), "Made up");
            draft.Languages.Add("en");
            draft.Sources.Add(Source);
            return draft;
        }

        private static DraftEntity Add(ReleaseDraft draft, DraftEntity? parent, string code, uint id, string title, EntityKind kind = EntityKind.Category)
        {
            var entity = draft.Add(parent);
            (entity.Code, entity.Id, entity.Kind) = (code, id, kind);
            entity.Traits = kind == EntityKind.Category ? EntityTraits.Selectable : EntityTraits.None;
            entity.Titles["en"] = title;
            return entity;
        }

        private static EntityUri Uri(uint id) => EntityUri.Create(Linearization.Mms, id);

        public void Dispose()
        {
            _client.Dispose();
            _factory.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
