using Icd.Api.Fhir.Protocol;
using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Fhir.Systems;

/// <summary>The code systems over what is loaded. Made once for each set of releases; safe for concurrent use.</summary>
internal sealed class Terminology
{
    private readonly Dictionary<string, List<CodeSystemVersion>> _byUrl = new(StringComparer.Ordinal);

    /// <summary>Versions whose file is damaged: whoever asks for one, or for the newest where it is that, is told.</summary>
    private readonly Dictionary<string, List<(string Version, ReleaseFormatException Problem)>> _damaged = new(StringComparer.Ordinal);

    public Terminology(LoadedReleases loaded, FhirOptions options)
    {
        Loaded = loaded;
        var comparison = options.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var catalog = loaded.Catalog;
        var mms = Official(catalog, Classification.Mms, MmsSystem.SystemUrl);
        var icf = Official(catalog, Classification.Icf, IcfSystem.SystemUrl);
        foreach (var release in mms) Add(new MmsSystem(catalog, release, () => loaded.MmsOf(release.Key.ReleaseId)!, comparison));
        if (mms.Count == 0 && !_damaged.ContainsKey(MmsSystem.SystemUrl) && loaded.Mms.Release is { } starter) Add(new MmsSystem(catalog, starter, () => loaded.Mms, comparison));
        foreach (var release in icf) Add(new IcfSystem(catalog, release, comparison));
        foreach (var trees in mms.Concat(icf).GroupBy(release => release.Key.ReleaseId).OrderBy(group => group.Key)) Add(new FoundationSystem(catalog, trees.Key.ToString(), [.. trees], comparison));
        if (mms.Count == 0 && icf.Count == 0 && _damaged.Count == 0) Add(new FoundationSystem(catalog, Find(MmsSystem.SystemUrl)!.Version, [loaded.Mms.Release], comparison));
        foreach (var release in Official(catalog, Classification.Icd10, NorwegianIcd10System.SystemUrl)) Add(new NorwegianIcd10System(catalog, release, comparison));
    }

    /// <summary>The releases.</summary>
    public LoadedReleases Loaded { get; }

    /// <summary>Every version of every system, from old to new for each.</summary>
    public IEnumerable<CodeSystemVersion> Systems => _byUrl.Values.SelectMany(versions => versions);

    /// <summary>Whether any version of a system is loaded.</summary>
    public bool Knows(string url) => _byUrl.ContainsKey(Normal(url)) || _damaged.ContainsKey(Normal(url));

    /// <summary>The versions of a system that are loaded, from old to new.</summary>
    public IReadOnlyList<string> VersionsOf(string url) => _byUrl.TryGetValue(Normal(url), out var versions) ? [.. versions.Select(system => system.Version)] : [];

    /// <summary>A version of a system, or its newest.</summary>
    /// <returns><see langword="null"/> where it is not loaded; another version never stands in for it.</returns>
    /// <exception cref="ReleaseFormatException">Its file is damaged.</exception>
    public CodeSystemVersion? Find(string url, string? version = null)
    {
        var versions = _byUrl.GetValueOrDefault(Normal(url)) ?? [];
        var found = version is null ? versions.LastOrDefault() : versions.Find(system => system.Version == version);
        foreach (var (damaged, problem) in _damaged.GetValueOrDefault(Normal(url)) ?? [])
        {
            if (version is null ? string.CompareOrdinal(damaged, found?.Version) > 0 : damaged == version) throw problem;
        }

        return found;
    }

    /// <summary>A version of a system, or its newest.</summary>
    /// <exception cref="FhirException">It is not loaded: 404, with the versions that are.</exception>
    public CodeSystemVersion Get(string url, string? version, string expression = "system") => Find(url, version) ?? throw new FhirException(404, Missing(url, version, expression));

    /// <summary>The issue for a system or version that is not loaded.</summary>
    public TxIssue Missing(string url, string? version, string expression)
    {
        if (!Knows(url)) return TxIssue.Error("not-found", "not-found", $"A definition for CodeSystem '{url}' could not be found", expression, "UNKNOWN_CODESYSTEM");
        return TxIssue.Error("not-found", "not-found", $"A definition for CodeSystem '{url}' version '{version}' could not be found. Valid versions: {string.Join(" or ", VersionsOf(url))}", expression, "UNKNOWN_CODESYSTEM_VERSION");
    }

    /// <summary>The system's canonical URL for any name that it goes by.</summary>
    public static string Normal(string url) => url == NorwegianIcd10System.Alias ? NorwegianIcd10System.SystemUrl : url;

    private void Add(CodeSystemVersion system)
    {
        if (!_byUrl.TryGetValue(system.Url, out var versions)) _byUrl[system.Url] = versions = [];
        versions.Add(system);
    }

    private List<Release> Official(ReleaseCatalog catalog, Classification classification, string url)
    {
        var releases = new List<Release>();
        foreach (var key in catalog.Keys.Where(key => key.Classification == classification && !key.IsStarter))
        {
            try
            {
                releases.Add(catalog.Open(key));
            }
            catch (ReleaseFormatException problem)
            {
                // The Foundation shows what the linearizations of MMS and ICF hold.
                foreach (var system in classification == Classification.Icd10 ? [url] : (string[])[url, FoundationSystem.SystemUrl])
                {
                    if (!_damaged.TryGetValue(system, out var damaged)) _damaged[system] = damaged = [];
                    damaged.Add((key.ReleaseId.ToString(), problem));
                }
            }
        }

        return releases;
    }
}
