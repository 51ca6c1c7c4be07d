using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>Entities and the tree that they stand in.</summary>
internal static class EntityHandler
{
    public static void Entity(RestRequest request, Utf8JsonWriter writer)
    {
        var (query, found) = Find(request);
        EntityJson.Write(writer, query, found, request.Catalog, request.Language, request.Number("depth"));
    }

    public static void Children(RestRequest request, Utf8JsonWriter writer)
    {
        var entity = Find(request).Found[0];
        WriteTree(request, writer, entity.Release, entity, entity.Children, request.Number("depth") - 1);
    }

    public static void Ancestors(RestRequest request, Utf8JsonWriter writer)
    {
        var entity = Find(request).Found[0];
        writer.WriteStartObject();
        WriteRelease(writer, entity.Release);
        writer.WriteStartObject("entity");
        EntityJson.WriteReference(writer, entity, request.Catalog, request.Language);
        writer.WriteEndObject();
        EntityJson.WriteAll(writer, "ancestors", entity.Ancestors.Reverse(), request.Catalog, request.Language);
        writer.WriteEndObject();
    }

    public static void Chapters(RestRequest request, Utf8JsonWriter writer)
    {
        _ = ClassificationNames.TryParse(request.Text("system"), out var classification);
        var release = (request.ReleaseId.IsNone ? request.Catalog.Newest(classification) : request.Catalog.Find(classification, request.ReleaseId))
            ?? throw (request.ReleaseId.IsNone
                ? new ProblemException(ProblemKind.ReleaseNotLoaded, $"Ingen utgave av {classification.DisplayName()} er lastet.", $"No release of {classification.DisplayName()} is loaded.", "system")
                : request.NotLoaded(request.ReleaseId));
        WriteTree(request, writer, release, null, release.Roots, request.Number("depth"));
    }

    private static void WriteTree(RestRequest request, Utf8JsonWriter writer, Release release, Entity? entity, IEnumerable<Entity> below, int depth)
    {
        writer.WriteStartObject();
        WriteRelease(writer, release);
        if (entity is { } top)
        {
            writer.WriteStartObject("entity");
            EntityJson.WriteReference(writer, top, request.Catalog, request.Language);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("entity");
        }

        writer.WriteStartArray("children");
        foreach (var child in below) EntityJson.WriteChild(writer, child, request.Catalog, request.Language, depth);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRelease(Utf8JsonWriter writer, Release release)
    {
        writer.WriteString("system", release.Classification.Name());
        writer.WriteString("release", release.Key.ReleaseId.ToString());
        writer.WriteBoolean("starter", release.Key.IsStarter);
    }

    private static (string Query, List<Entity> Found) Find(RestRequest request)
    {
        var text = request.Find("code") ?? request.Text("id");
        Classification? only = request.Find("system") is { } name && ClassificationNames.TryParse(name, out var named) ? named : null;
        var release = request.ReleaseId;
        if (EntityUri.TryParse(text.Trim(), out var uri) && !uri.Release.IsNone)
        {
            if (!release.IsNone && uri.Release != release)
                throw new ProblemException(ProblemKind.InvalidParameter, $"URI-en er av utgave {uri.Release}, release sier {release}.", $"The URI is of release {uri.Release}, release says {release}.", "release");
            // A versioned URI asks about that release and no other: where it is missing, "not found" would be a wrong answer.
            release = uri.Release;
        }

        var lookup = new EntityLookup(request.Catalog, only, release);
        if (!release.IsNone && !lookup.Releases().Any()) throw request.NotLoaded(release);
        var found = lookup.Find(text);
        if (found.Count > 0) return (text, found);
        var shown = text.Length > 80 ? text[..80] + "…" : text;
        throw new ProblemException(ProblemKind.EntityNotFound, $"«{shown}» finnes ikke i utgavene som er lastet.", $"'{shown}' is not in the releases that are loaded.", request.Find("id") is null ? "code" : "id");
    }
}
