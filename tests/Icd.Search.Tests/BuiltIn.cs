using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Search.Indexing;

namespace Icd.Search.Tests;

/// <summary>The index over the built-in releases, opened once for all tests.</summary>
internal static class BuiltIn
{
    private static readonly Lazy<ReleaseCatalog> LazyCatalog = new(() => new(Path.Combine(AppContext.BaseDirectory, "no-such-directory"), EmbeddedReleases.All));
    private static readonly Lazy<IndexTables> LazyTables = new(() => IndexBuilder.Build(Sources));
    private static readonly Lazy<CodeIndex> LazyIndex = new(() => new(LazyTables.Value, Sources));

    public static ReleaseCatalog Catalog => LazyCatalog.Value;

    public static IndexSources Sources => IndexSources.Of(Catalog);

    public static IndexTables Tables => LazyTables.Value;

    public static CodeIndex Index => LazyIndex.Value;

    /// <summary>The engine under test: the shared tests run on each.</summary>
#if LUCENE
    public static ICodeIndex Engine => LazyEngine.Value;

    private static readonly Lazy<ICodeIndex> LazyEngine = new(() => Lucene.LuceneCodeIndex.Build(Sources));
#else
    public static ICodeIndex Engine => Index;
#endif

    public static IReadOnlyList<SearchHit> Search(string query, SearchSystems systems = SearchSystems.All, int limit = 10) =>
        Engine.Search(query, new SearchOptions { Systems = systems, Limit = limit }).Hits;

    /// <summary>The codes of the first five hits.</summary>
    public static string[] Codes(string query, SearchSystems systems = SearchSystems.All) => [.. Search(query, systems, 5).Select(hit => hit.Code)];

    public static string File(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
