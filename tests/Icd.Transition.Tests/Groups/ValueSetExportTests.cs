using System.Text.Json;
using Icd.Core.Releases;
using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class ValueSetExportTests
{
    [WhoDataFact]
    public void Write_ExampleGroups_ExpandToTheirMembers()
    {
        var files = Directory.GetFiles(RepositoryFiles.Path("data", "groups"), "*.groups").Where(file => !file.Contains("stoffskifte", StringComparison.Ordinal));
        var set = GroupSet.Compile(GroupFile.ParseAll(files), TestReleases.Crosswalk.Edition, TestReleases.Crosswalk.Validator.Axes);
        using var stream = new MemoryStream();
        ValueSetExport.Write(set, stream);
        using var bundle = JsonDocument.Parse(stream.ToArray());
        var valueSets = bundle.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")).ToList();

        Assert.Equal("Bundle", bundle.RootElement.GetProperty("resourceType").GetString());
        Assert.Equal(set.Groups.Count, valueSets.Count);
        for (var i = 0; i < set.Groups.Count; i++)
        {
            if (set.Groups[i].Icd11.Any(term => term.Conditions.Count > 0)) continue;
            var expected = GroupMembers.Of(set, i).Select(member => $"{member.System} {member.Code}").Order(StringComparer.Ordinal);
            Assert.Equal(expected, Expand(valueSets[i]).Order(StringComparer.Ordinal));
        }
    }

    [WhoDataFact]
    public void Write_OneGroup_IsAValueSetThatFhirAccepts()
    {
        using var stream = new MemoryStream();
        var unsaid = ValueSetExport.Write(TestReleases.Compile("group hip_fracture\n en Hip fracture\n icd10 S72.0\n icd11 NC72.2, =NC72.3, BlockL1-BA4\n icd11 not NC72.2Z"), stream);
        using var document = JsonDocument.Parse(stream.ToArray());
        var valueSet = document.RootElement;

        Assert.Empty(unsaid);
        Assert.Equal("ValueSet", valueSet.GetProperty("resourceType").GetString());
        Assert.Matches("^[A-Za-z0-9.-]{1,64}$", valueSet.GetProperty("id").GetString());
        Assert.Matches("^[A-Z][A-Za-z0-9_]{0,254}$", valueSet.GetProperty("name").GetString());
        Assert.Equal("draft", valueSet.GetProperty("status").GetString());
        var includes = valueSet.GetProperty("compose").GetProperty("include").EnumerateArray().ToList();
        // One include a subtree: the filters of one include must all hold at once.
        Assert.All(includes.Where(include => include.TryGetProperty("filter", out _)), include => Assert.Equal(1, include.GetProperty("filter").GetArrayLength()));
        Assert.Equal("S720", includes[0].GetProperty("concept")[0].GetProperty("code").GetString());
        Assert.Equal("2024-01", includes[1].GetProperty("version").GetString());
        Assert.StartsWith("http://id.who.int/icd/release/11/mms/", includes[3].GetProperty("filter")[0].GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal("NC72.2Z", valueSet.GetProperty("compose").GetProperty("exclude")[0].GetProperty("filter")[0].GetProperty("value").GetString());
    }

    [WhoDataFact]
    public void Write_ConditionOnACluster_IsReturnedAndNamed()
    {
        using var stream = new MemoryStream();
        var unsaid = ValueSetExport.Write(TestReleases.Compile("group g\n icd10 S72\n icd11 NC72.2 & XK8G"), stream);

        Assert.Equal("NC72.2 & XK8G", Assert.Single(unsaid).Text);
        Assert.Contains("Not said by this value set: NC72.2 \\u0026 XK8G".Replace("\\u0026", "&", StringComparison.Ordinal), System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>An expansion by the letter of the FHIR specification: union of includes, each the codes that pass all its filters, less the excludes.</summary>
    private static HashSet<string> Expand(JsonElement valueSet)
    {
        var compose = valueSet.GetProperty("compose");
        var all = compose.GetProperty("include").EnumerateArray().SelectMany(Select).ToHashSet();
        if (compose.TryGetProperty("exclude", out var excludes)) all.ExceptWith(excludes.EnumerateArray().SelectMany(Select));
        return all;
    }

    private static IEnumerable<string> Select(JsonElement include)
    {
        var isIcd11 = include.GetProperty("system").GetString() == "http://id.who.int/icd/release/11/mms";
        var release = isIcd11 ? TestReleases.Crosswalk.Release : TestReleases.Crosswalk.Edition;
        if (include.TryGetProperty("concept", out var concepts)) return concepts.EnumerateArray().Select(concept => $"{(isIcd11 ? "icd11" : "icd10")} {concept.GetProperty("code").GetString()}");
        return release.Entities.Where(entity => entity.IsSelectable && include.GetProperty("filter").EnumerateArray().All(filter => IsA(entity, filter.GetProperty("value").GetString()!))).Select(entity => $"icd11 {entity.Code}");
    }

    private static bool IsA(Entity entity, string above) => entity.Ancestors.Prepend(entity).Any(step => step.Code == above || step.Uri.ToString() == above);
}
