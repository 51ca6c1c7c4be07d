using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.Operations;

/// <summary>The two maps between Norwegian ICD-10 and ICD-11 MMS.</summary>
/// <param name="Id">What the resource is called here.</param>
/// <param name="Source">The system that it maps from.</param>
/// <param name="Target">The system that it maps to.</param>
/// <param name="Title">What people call it.</param>
internal sealed record MapDirection(string Id, string Source, string Target, string Title)
{
    private const string UrlPrefix = "urn:x-icd-toolkit:ConceptMap:";

    public static MapDirection Forward { get; } = new("icd10-no-to-icd11-mms", NorwegianIcd10System.SystemUrl, MmsSystem.SystemUrl, "Norwegian ICD-10 to ICD-11 MMS");

    public static MapDirection Back { get; } = new("icd11-mms-to-icd10-no", MmsSystem.SystemUrl, NorwegianIcd10System.SystemUrl, "ICD-11 MMS to Norwegian ICD-10");

    public static IReadOnlyList<MapDirection> All { get; } = [Forward, Back];

    /// <summary>The canonical URL.</summary>
    public string Url => UrlPrefix + Id;

    public MapDirection Reverse => this == Forward ? Back : Forward;

    /// <summary>The map that a request means, by url, or by the systems that it names.</summary>
    /// <exception cref="FhirException">There is no such map, or the systems do not fit it.</exception>
    public static MapDirection Of(OperationInput input, string? source, MapDirection? instance)
    {
        var isReverse = input.Boolean("reverse") == true || input.Has("targetCode") || input.Has("targetCoding") || input.Has("targetCodeableConcept");
        var named = instance;
        if (input.Text("url") is { } url) named = All.FirstOrDefault(map => map.Url == Canonical.Parse(url).Url) ?? throw FhirException.NotFound($"A definition for the ConceptMap '{url}' could not be found.", "url");
        if (named is not null && isReverse) named = named.Reverse;
        var target = input.Text("targetSystem", "targetsystem", "targetScope", "target");
        var wanted = target is null ? null : SystemOf(target) ?? throw FhirException.NotFound($"There is no map to '{target}'.", "targetSystem");
        var from = source is null ? null : Terminology.Normal(source);
        var found = named ?? All.FirstOrDefault(map => map.Source == from);
        if (found is null && from is null && wanted is not null) found = All.First(map => map.Target == wanted);
        if (found is null) throw from is null ? FhirException.Required("Name the code's system by system, or the map by url.") : FhirException.NotFound($"There is no map from '{source}'.", "system");
        if (from is not null && from != found.Source) throw FhirException.Invalid($"The code is of {source}, but the map is from {found.Source}.", "system");
        // A reversed request names the system that the code comes from as its target.
        if (wanted is not null && wanted != found.Target && !(isReverse && wanted == found.Source)) throw FhirException.NotFound($"There is no map from {found.Source} to '{target}'.", "targetSystem");
        return found;
    }

    /// <summary>The system that a target names: its URL, or the url of all its codes.</summary>
    private static string? SystemOf(string target)
    {
        var url = Canonical.Parse(target).Url;
        var query = url.IndexOf('?', StringComparison.Ordinal);
        url = Terminology.Normal(query < 0 ? url : url[..query]);
        return All.Any(map => map.Target == url) ? url : null;
    }
}
