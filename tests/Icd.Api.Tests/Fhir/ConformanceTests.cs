using Icd.Tests;

namespace Icd.Api.Tests.Fhir;

/// <summary>Every sentence of what FHIR over ICD-11 demands, as tables: <c>Cases/*.json</c>, one a section.</summary>
[Collection(FhirServerTests.Name)]
public sealed class ConformanceTests(FhirServer server)
{
    public static TheoryData<ConformanceCase, string> Cases()
    {
        var data = new TheoryData<ConformanceCase, string>();
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var one in ConformanceCase.Read(file))
            {
                foreach (var release in one.Fhir.Split(' ')) data.Add(one, release);
            }
        }

        return data;
    }

    [WhoDataTheory]
    [MemberData(nameof(Cases))]
    public async Task Request_IsAnsweredAsTheTablesSay(ConformanceCase one, string release)
    {
        var problems = await one.Run(server, release);
        Assert.True(problems.Count == 0, $"{one.Name} ({release})\n{string.Join('\n', problems)}");
    }

    [Fact]
    public void Tables_HaveNotLostCases() => Assert.True(Cases().Count >= 350, $"Only {Cases().Count} cases.");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fhir", "Cases");
}
