using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Who;

/// <summary>One release of MMS or ICF, with what judges its combinations.</summary>
/// <param name="Loaded">What it is one of.</param>
/// <param name="Release">The release.</param>
/// <param name="Engines">Only for MMS.</param>
internal sealed record Linearization(LoadedReleases Loaded, Release Release, MmsEngines? Engines)
{
    /// <summary>The classification of a name in an address.</summary>
    public static Classification? Named(string name) =>
        ClassificationNames.TryParse(name, out var classification) && classification.Linearization() is not null ? classification : null;

    /// <summary>The releases of a classification, newest first: the official ones, or our starter release where there is none.</summary>
    public static IReadOnlyList<ReleaseKey> Releases(LoadedReleases loaded, Classification classification)
    {
        var keys = loaded.Catalog.Keys.Where(key => key.Classification == classification).Reverse().ToList();
        return keys.Exists(key => !key.IsStarter) ? [.. keys.Where(key => !key.IsStarter)] : keys;
    }

    /// <summary>The newest release of a classification; <see langword="null"/> where there is none.</summary>
    public static Linearization? Newest(LoadedReleases loaded, Classification classification) =>
        Releases(loaded, classification) is [var newest, ..] ? Of(loaded, newest) : null;

    /// <summary>A release; <see langword="null"/> where it is not loaded. Another one never stands in for it.</summary>
    public static Linearization? Find(LoadedReleases loaded, string release, string linearization) =>
        ReleaseId.TryParse(release, out var id) && Named(linearization) is { } classification
        && Releases(loaded, classification).FirstOrDefault(key => key.ReleaseId == id) is { } key ? Of(loaded, key) : null;

    /// <summary>An entity by its number and, for a residual, the last part of its address.</summary>
    public Entity? Entity(string id, string? residual = null)
    {
        var kind = residual?.ToLowerInvariant() switch { "other" => Residual.Other, "unspecified" => Residual.Unspecified, _ => Residual.None };
        return uint.TryParse(id, out var number) && number > 0 && Release.TryFind(number, kind, out var entity) ? entity : null;
    }

    public static Linearization Of(LoadedReleases loaded, ReleaseKey key) =>
        new(loaded, loaded.Catalog.Open(key), key.Classification != Classification.Mms ? null : key.IsStarter ? loaded.Mms : loaded.MmsOf(key.ReleaseId));
}
