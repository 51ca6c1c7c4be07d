using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>The value sets that a request can name: those it brings, those its cache has, and the implicit ones.</summary>
internal sealed class ValueSetSource
{
    private readonly Terminology _terminology;
    private readonly List<ValueSetDefinition> _supplied = [];

    public ValueSetSource(Terminology terminology, OperationInput input, ResourceCache cache)
    {
        _terminology = terminology;
        if (input.All("useSupplement").FirstOrDefault() is { } supplement) throw Supplement(supplement);
        var resources = cache.With(input.Text("cache-id"), [.. input.Elements("tx-resource")]);
        foreach (var resource in resources)
        {
            switch (ValueSetReader.TypeOf(resource))
            {
                case "ValueSet":
                    _supplied.Add(ValueSetReader.Read(resource));
                    break;
                case "CodeSystem" when ValueSetReader.Text(resource, "supplements") is { } supplements && terminology.Knows(Canonical.Parse(supplements).Url):
                    throw Supplement(supplements);
            }
        }

        if (input.Element("valueSet") is { } inline) Inline = ValueSetReader.Read(inline);
    }

    /// <summary>The value set in the parameter <c>valueSet</c>.</summary>
    public ValueSetDefinition? Inline { get; }

    /// <summary>The value set that an operation is about.</summary>
    /// <exception cref="FhirException">None is named, or it is unknown.</exception>
    public ValueSetDefinition Named(OperationInput input)
    {
        if (Inline is { } inline) return inline;
        if (input.Text("url") is not { } url) throw FhirException.Required("Name a value set by url, or bring one in valueSet.");
        var reference = Canonical.Parse(url);
        var version = input.Text("valueSetVersion") ?? reference.Version ?? DefaultVersion(input, reference.Url);
        return Find(new(reference.Url, version)) ?? throw Unknown(new(reference.Url, version), "url");
    }

    /// <summary>Finds a value set; <see langword="null"/> where it is unknown.</summary>
    public ValueSetDefinition? Find(Canonical reference) =>
        _supplied.FindLast(supplied => supplied.Url == reference.Url && (reference.Version is null || supplied.Version == reference.Version))
        ?? ImplicitValueSets.Find(_terminology, reference.Url, reference.Version);

    public FhirException Unknown(Canonical reference, string? expression = null)
    {
        var known = _supplied.Where(supplied => supplied.Url == reference.Url && supplied.Version is not null).Select(supplied => supplied.Version!).ToList();
        var others = known.Count > 0 ? $" Known versions: {string.Join(" or ", known)}" : "";
        return FhirException.NotFound($"A definition for the value Set '{reference}' could not be found.{others}", expression, "Unable_to_resolve_value_Set_");
    }

    private static string? DefaultVersion(OperationInput input, string url) =>
        input.All("default-valueset-version").Select(Canonical.Parse).Where(given => given.Url == url).Select(given => given.Version).FirstOrDefault();

    private static FhirException Supplement(string name) =>
        FhirException.NotSupported($"The supplement {name} is refused: WHO's licence does not let properties and translations be added to its classifications without an agreement.");
}
