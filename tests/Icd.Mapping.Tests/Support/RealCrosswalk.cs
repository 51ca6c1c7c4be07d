using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Rules;
using Icd.Tests;

namespace Icd.Mapping.Tests.Support;

/// <summary>WHO's release 2024-01 with its mapping tables, and 2025-01; the Norwegian edition; our rules.</summary>
internal static class RealCrosswalk
{
    private static readonly Lazy<ReleaseCatalog> LazyCatalog = new(Import);
    private static readonly Lazy<Crosswalk> LazyOwn = new(() => Crosswalk.Open(LazyCatalog.Value, ReleaseId.Create(2024, 1))!);
    private static readonly Lazy<Crosswalk> LazyWhoOnly = new(() => Crosswalk.Open(LazyCatalog.Value, ReleaseId.Create(2024, 1), CrosswalkRules.None)!);
    private static readonly Lazy<Crosswalk> LazyLater = new(() => Crosswalk.Open(LazyCatalog.Value, ReleaseId.Create(2025, 1))!);
    private static readonly Lazy<BackCrosswalk> LazyBack = new(() => new(LazyOwn.Value));

    public static ReleaseCatalog Catalog => LazyCatalog.Value;

    public static Crosswalk Instance => LazyOwn.Value;

    /// <summary>WHO's tables with parent fallback alone.</summary>
    public static Crosswalk WhoOnly => LazyWhoOnly.Value;

    /// <summary>Carried over to 2025-01.</summary>
    public static Crosswalk Later => LazyLater.Value;

    public static BackCrosswalk Back => LazyBack.Value;

    public static MapAnswer Map(string code) => Instance.Map(Icd10Code.Parse(code));

    public static BackAnswer MapBack(string expression) => Back.Map(ClusterExpression.Parse(expression));

    /// <summary>Our rules alone, on the starter release: what a user has before importing anything.</summary>
    public static Crosswalk? Starter()
    {
        var catalog = new ReleaseCatalog(Path.Combine(Path.GetTempPath(), "no such directory"), EmbeddedReleases.All);
        return Crosswalk.Open(catalog);
    }

    /// <summary>A crosswalk over 2024-01 and WHO's tables with rules of a test's own.</summary>
    public static Crosswalk With(params (string Name, string Text)[] tables) => new(
        Instance.Edition, new ExpressionValidator(Instance.Validator.Axes), CrosswalkRules.Parse(tables.Select(table => (table.Name, (TextReader)new StringReader(table.Text)))), Instance.Who);

    private static ReleaseCatalog Import()
    {
        var folder = Directory.CreateTempSubdirectory("icd-mapping-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        WhoReleases.CopyTo(folder, "mms-2024-01", "mms-2025-01", "crosswalk-2024-01");
        return new(folder, EmbeddedReleases.All);
    }
}
