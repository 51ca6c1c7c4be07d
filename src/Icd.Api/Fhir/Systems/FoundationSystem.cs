using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>The Foundation, as far as the linearizations show it: their entities but the residuals, each with the parent that it has there.</summary>
/// <remarks>WHO's tabulations hold one parent of each entity; the Foundation's other parents are known to nobody here.</remarks>
internal sealed class FoundationSystem(ReleaseCatalog catalog, string version, IReadOnlyList<Release> trees, StringComparison comparison) : UriCodeSystem(catalog, comparison)
{
    public const string SystemUrl = "http://id.who.int/icd/entity";

    public override string Url => SystemUrl;

    public override string Version => version;

    public override string Name => "WHO Family of International Classifications Foundation";

    public override string Id => "icd11-foundation-" + version;

    public override string HierarchyMeaning => "is-a";

    public override bool IsCompositional => false;

    public override IReadOnlyList<Release> Trees => trees;

    public override IReadOnlyList<string> Languages { get; } = LinearizationSystem.LanguagesOf(catalog, trees);

    public override IReadOnlyList<PropertyDefinition> Properties => PlaceProperties;

    protected override Linearization Linearization => Linearization.Foundation;

    /// <summary>An entity that MMS and ICF both have (functioning, chapter V) is one concept, and stands where MMS has it.</summary>
    public override bool Holds(Entity entity) => entity.Residual == Residual.None && (entity.Release == trees[0] || !trees[0].TryFind(entity.Id, Residual.None, out _));

    public override Located Locate(string code) => TryFindUri(code, out var entity, out var why) ? new Concept(this, code, entity) : new LocateFailure(false, why);

    public override string? ShortCodeOf(Entity entity) => null;

    public override string? UriOf(Entity entity) => entity.FoundationUri.ToString();

    public override bool IsAbstract(Entity entity) => false;

    protected override void Describe(Concept concept, string language, List<ConceptProperty> properties)
    {
        DescribePlace(concept.Entity, properties);
        DescribeTexts(concept.Entity, properties);
        if (IsTitleAuthored(concept.Entity, language)) properties.Add(ConceptProperty.OfBoolean("titleAuthored", true));
    }
}
