using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Toolkit.Answers;

/// <summary>Finds what a person names, in every classification that is loaded or in the one asked for.</summary>
internal sealed class EntityLookup(ReleaseCatalog catalog, Classification? system, ReleaseId release)
{
    private static readonly Classification[] InOrder = [Classification.Mms, Classification.Icd10, Classification.Icf, Classification.Icpc2];

    /// <summary>The releases that are looked into, best known first.</summary>
    public IEnumerable<Release> Releases()
    {
        foreach (var classification in InOrder)
        {
            if (ReleaseOf(classification) is { } found) yield return found;
        }
    }

    private Release? ReleaseOf(Classification classification)
    {
        if (system is { } only && only != classification) return null;
        return release.IsNone ? catalog.Newest(classification) : catalog.Find(classification, release);
    }

    /// <summary>All entities that the text names: a code may be one of ICD-10 and one of ICPC-2 at once.</summary>
    public List<Entity> Find(string text)
    {
        var trimmed = text.Trim();
        if (EntityUri.TryParse(trimmed, out var uri)) return FindUri(uri);
        if (uint.TryParse(trimmed, out var id) && trimmed.Length > 4)
            return [.. Releases().Select(candidate => candidate.TryFind(id, Residual.None, out var entity) ? entity : default).Where(entity => !entity.IsNone)];
        if (trimmed.Contains('-')) return [.. Releases().SelectMany(candidate => candidate.Entities).Where(entity => string.Equals(entity.BlockId, trimmed, StringComparison.OrdinalIgnoreCase))];

        var found = new List<Entity>();
        foreach (var classification in InOrder)
        {
            // Opening a release costs a checksum over the file; a code that has no such form is not worth it.
            if (Release.HasCodeForm(classification, trimmed) && ReleaseOf(classification) is { } candidate && candidate.TryFind(trimmed, out var entity)) found.Add(entity);
        }

        return found;
    }

    private List<Entity> FindUri(EntityUri uri)
    {
        // A versioned URI asks about that release and no other.
        var versioned = uri.Release.IsNone ? this : new EntityLookup(catalog, system, uri.Release);
        foreach (var candidate in versioned.Releases())
        {
            if (candidate.TryFind(uri, out var entity)) return [entity];
        }

        return [];
    }
}
