using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Toolkit;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>What a stem takes.</summary>
internal static class AxesHandler
{
    public static void Axes(RestRequest request, Utf8JsonWriter writer)
    {
        var engines = request.Engines;
        var stem = StemOf(request, engines);
        var (text, limit) = (request.Find("find"), request.Number("limit"));
        AxesJson.Write(writer, stem, engines.Validator.Axes.Covers(stem), engines.AllowedValues.Of(stem), axis => text is null ? axis.Roots : axis.Find(text, limit), request.Messages);
    }

    public static void Values(RestRequest request, Utf8JsonWriter writer)
    {
        var engines = request.Engines;
        var stem = StemOf(request, engines);
        var name = request.Text("axis");
        var axes = engines.AllowedValues.Of(stem);
        var axis = axes.FirstOrDefault(candidate => candidate.Axis.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw AxisNotFound(stem, axes);
        if (request.Find("below") is not null && request.Find("find") is not null)
            throw new ProblemException(ProblemKind.InvalidParameter, "«below» og «find» kan ikke brukes sammen.", "'below' and 'find' cannot be used together.", "below");
        var (offset, limit) = (request.Number("offset"), request.Number("limit"));
        IReadOnlyList<AllowedValue> values = request.Find("below") is { } below ? axis.Children(ValueOf(engines, axis, below))
            : request.Find("find") is { } text ? axis.Find(text, offset + limit)
            : axis.Roots;
        AxesJson.WriteAxis(writer, axis, values.Skip(offset).Take(limit), request.Messages);
    }

    private static Entity StemOf(RestRequest request, MmsEngines engines)
    {
        var text = request.Text("stem").Trim();
        if (TryFind(engines.Release, text, out var stem) && stem.IsSelectable && !stem.IsExtension) return stem;
        var shown = text.Length > 80 ? text[..80] + "…" : text;
        throw new ProblemException(ProblemKind.StemNotFound, $"«{shown}» er ikke en stamkode i {engines.Release.Key}.", $"'{shown}' is not a stem code of {engines.Release.Key}.", "stem");
    }

    private static Entity ValueOf(MmsEngines engines, AllowedAxis axis, string text) =>
        TryFind(engines.Release, text.Trim(), out var value) && axis.Axis.Roots.Any(root => root.Contains(value))
            ? value
            : throw new ProblemException(ProblemKind.InvalidParameter, $"«below» er ingen verdi på aksen {axis.Axis.Name}.", $"'below' is no value of the axis {axis.Axis.Name}.", "below");

    private static bool TryFind(Release release, string text, out Entity entity) =>
        EntityUri.TryParse(text, out var uri) ? release.TryFind(uri, out entity)
        : text.Length > 4 && uint.TryParse(text, out var id) ? release.TryFind(id, Residual.None, out entity)
        : release.TryFind(text, out entity);

    private static ProblemException AxisNotFound(Entity stem, IReadOnlyList<AllowedAxis> axes)
    {
        var known = axes.Count == 0 ? "-" : string.Join(", ", axes.Select(axis => axis.Axis.Name));
        return new(ProblemKind.AxisNotFound, $"{stem.Code} har disse aksene: {known}.", $"{stem.Code} has these axes: {known}.", "axis");
    }
}
