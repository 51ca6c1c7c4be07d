using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>WHO's canonical addresses: always <c>http://id.who.int</c>, whatever host serves them.</summary>
internal static class WhoAddress
{
    public const string FoundationRoot = "http://id.who.int/icd/entity";

    public const string Icd10Root = "http://id.who.int/icd/release/10";

    /// <summary>A linearization in any release: <c>http://id.who.int/icd/release/11/mms</c>.</summary>
    public static string Linearization(Classification classification) => $"http://id.who.int/icd/release/11/{classification.Name()}";

    /// <summary>A linearization in one release: <c>http://id.who.int/icd/release/11/2024-01/mms</c>.</summary>
    public static string Root(Release release) => $"http://id.who.int/icd/release/11/{release.Key.ReleaseId}/{release.Classification.Name()}";

    /// <summary>An entity in its release.</summary>
    public static string Of(Entity entity) => Of(entity.Release, entity.Uri).ToString();

    /// <summary>A linearization URI in a release.</summary>
    public static EntityUri Of(Release release, EntityUri uri) => EntityUri.Create(uri.Linearization, uri.Id, uri.Residual, release.Key.ReleaseId);

    /// <summary>An entity in the Foundation; a residual, which has no place there, in its release.</summary>
    public static string Foundation(Entity entity) => entity.FoundationUri is var uri && uri != default ? uri.ToString() : Of(entity);

    /// <summary>Where WHO's own browser shows an entity, or the root.</summary>
    public static string Browser(Release release, Entity? entity) =>
        $"https://icd.who.int/browse/{release.Key.ReleaseId}/{release.Classification.Name()}/en{(entity is { } shown ? $"#{shown.Uri.ToString().AsSpan(Linearization(release.Classification).Length + 1)}" : "")}";

    /// <summary>The JSON-LD context of a shape.</summary>
    public static string Context(string shape) => $"http://id.who.int/icd/contexts/contextFor{shape}.json";
}
