using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>The Norwegian ICD-10. Codes are written without the point, as Helsedirektoratet's list has them; with it they are understood.</summary>
internal sealed class NorwegianIcd10System(ReleaseCatalog catalog, Release release, StringComparison comparison) : CodeSystemVersion(catalog, comparison)
{
    public const string SystemUrl = "urn:oid:2.16.578.1.12.4.1.1.7110";

    /// <summary>Another name that some systems write.</summary>
    public const string Alias = "http://hl7.org/fhir/sid/icd-10-no";

    private readonly Lazy<Dictionary<string, Entity>> _blocks = new(() => release.Entities.Where(entity => entity is { Kind: EntityKind.Block, BlockId: not null }).ToDictionary(entity => entity.BlockId!, StringComparer.Ordinal));

    public override string Url => SystemUrl;

    public override string Version { get; } = release.Key.ReleaseId.ToString();

    public override string Name => "ICD-10, Norwegian edition";

    public override string Id => "icd10-no-" + Version;

    public override string Publisher => "Helsedirektoratet";

    public override string Copyright => "Codes and texts from Helsedirektoratet; ICD-10 is the World Health Organization's. Headings of chapters and blocks are ours.";

    public override string HierarchyMeaning => "classified-with";

    public override bool IsCompositional => false;

    public override IReadOnlyList<Release> Trees { get; } = [release];

    public override IReadOnlyList<PropertyDefinition> Properties { get; } =
    [
        new("code", "code", "The code, without point"),
        new("parent", "code", "The code directly above"),
        new("child", "code", "A code directly below"),
        new("notSelectable", "boolean", "true on a heading"),
        new("classKind", "code", "chapter, block or category"),
        new("titleAuthored", "boolean", "true where the display is our wording, not Helsedirektoratet's"),
    ];

    public override Located Locate(string code)
    {
        if (release.TryFind(code, out var entity) && (Same(entity.Code, code) || Same(ShortCodeOf(entity)!, code))) return new Concept(this, code, entity);
        return _blocks.Value.TryGetValue(code, out entity) ? new Concept(this, code, entity) : new LocateFailure(false, "");
    }

    public override string? ShortCodeOf(Entity entity) => entity.Kind switch
    {
        EntityKind.Category => entity.Icd10Code.ToString("N", null),
        EntityKind.Block => entity.BlockId,
        _ => entity.Code,
    };

    public override string? UriOf(Entity entity) => null;

    public override bool IsAbstract(Entity entity) => !entity.IsSelectable;

    protected override void Describe(Concept concept, string language, List<ConceptProperty> properties)
    {
        var entity = concept.Entity;
        properties.Add(ConceptProperty.OfCode("code", CodeOf(entity)));
        if (entity.Parent is { } parent) properties.Add(ConceptProperty.OfCode("parent", CodeOf(parent)));
        foreach (var child in entity.Children) properties.Add(ConceptProperty.OfCode("child", CodeOf(child)));
        if (!entity.IsSelectable) properties.Add(ConceptProperty.OfBoolean("notSelectable", true));
        properties.Add(ConceptProperty.OfCode("classKind", UriCodeSystem.KindOf(entity)));
        if (IsTitleAuthored(entity, language)) properties.Add(ConceptProperty.OfBoolean("titleAuthored", true));
    }
}
