using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping;
using Icd.Tests;
using Icd.Transition.Groups;

namespace Icd.Transition.Tests.Support;

/// <summary>WHO's release 2024-01 with its mapping tables; the Norwegian edition; our rules.</summary>
internal static class TestReleases
{
    private static readonly Lazy<ReleaseCatalog> LazyCatalog = new(Import);
    private static readonly Lazy<Crosswalk> LazyCrosswalk = new(() => Crosswalk.Open(LazyCatalog.Value)!);
    private static readonly Lazy<BackCrosswalk> LazyBack = new(() => new(LazyCrosswalk.Value));

    public static Crosswalk Crosswalk => LazyCrosswalk.Value;

    public static BackCrosswalk Back => LazyBack.Value;

    public static IReadOnlyList<GroupDefinition> Parse(string text) => GroupFile.Parse("test.groups", new StringReader(text));

    public static GroupSet Compile(string text) => GroupSet.Compile(Parse(text), Crosswalk.Edition, Crosswalk.Validator.Axes);

    public static bool Has10(this GroupSet set, string code, int group = 0) => set.Contains(group, Icd10Code.Parse(code));

    public static bool Has11(this GroupSet set, string expression, int group = 0) => set.Contains(group, ClusterExpression.Parse(expression));

    private static ReleaseCatalog Import()
    {
        var folder = Directory.CreateTempSubdirectory("icd-transition-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        WhoReleases.CopyTo(folder, "mms-2024-01", "crosswalk-2024-01");
        return new(folder, EmbeddedReleases.All);
    }
}
