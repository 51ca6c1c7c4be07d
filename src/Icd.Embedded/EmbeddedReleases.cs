using Icd.Core.Releases;

namespace Icd.Embedded;

/// <summary>The releases compiled into this assembly.</summary>
/// <remarks>They are read in place from the assembly's image, which is mapped memory: opening one copies nothing.</remarks>
public static class EmbeddedReleases
{
    /// <summary>
    /// The starter release and, where the build had Node.js, the Norwegian ICD-10 and ICPC-2. Pass them to
    /// <see cref="ReleaseCatalog"/>.
    /// </summary>
    public static IReadOnlyList<EmbeddedRelease> All { get; } = Find();

    /// <summary>The compiled search index over these releases; <see langword="null"/> where this build has none. Pass it to the search's index store.</summary>
    public static Stream? OpenSearchIndex() => typeof(EmbeddedReleases).Assembly.GetManifestResourceStream("search.icdsearch");

    private static EmbeddedRelease[] Find()
    {
        var assembly = typeof(EmbeddedReleases).Assembly;
        var found = new List<EmbeddedRelease>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (ReleaseKey.TryParseFileName(name, out var key))
                found.Add(new(key, () => Release.Load((UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!, name)));
        }

        return [.. found];
    }
}
