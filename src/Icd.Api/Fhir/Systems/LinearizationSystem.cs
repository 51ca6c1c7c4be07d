using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>A tree with codes that WHO draws from the Foundation: MMS or ICF.</summary>
internal abstract class LinearizationSystem(ReleaseCatalog catalog, Release release, StringComparison comparison) : UriCodeSystem(catalog, comparison)
{
    public Release Release => release;

    public override string Version { get; } = release.Key.ReleaseId + (release.Key.IsStarter ? "-starter" : "");

    public override string Copyright => release.Key.IsStarter ? "A selection of ICD-11 codes with titles of ours; not a release of WHO's. " + WhoCopyright : WhoCopyright;

    public override string HierarchyMeaning => "classified-with";

    public override bool IsCompositional => true;

    public override IReadOnlyList<Release> Trees { get; } = [release];

    public override IReadOnlyList<string> Languages { get; } = LanguagesOf(catalog, [release]);

    public override string? ShortCodeOf(Entity entity) => entity.Code is { Length: > 0 } code ? code : null;

    public override string? UriOf(Entity entity) => entity.Uri.ToString();

    public override bool IsAbstract(Entity entity) => ShortCodeOf(entity) is null;

    public sealed override Located Locate(string code)
    {
        if (code.StartsWith("http", StringComparison.Ordinal))
        {
            if (TryFindUri(code, out var byUri, out var why)) return new Concept(this, code, byUri);
            return IsJoined(code) ? LocateExpression(code) : new LocateFailure(false, why);
        }

        if (TryFindCode(code, out var byCode)) return new Concept(this, code, byCode);
        if (TryFindId(code, out var byId)) return new Concept(this, code, byId);
        return IsJoined(code) ? LocateExpression(code) : new LocateFailure(false, "");
    }

    /// <summary>Whether a text that is no code by itself may be several codes that are joined.</summary>
    protected abstract bool IsJoined(string code);

    /// <summary>Reads and judges an expression.</summary>
    protected abstract Located LocateExpression(string code);

    /// <summary>Finds an entity by its short code.</summary>
    protected bool TryFindCode(string code, out Entity entity) => release.TryFind(code, out entity) && Same(entity.Code, code);

    protected sealed override void Describe(Concept concept, string language, List<ConceptProperty> properties)
    {
        if (concept.IsExpression)
        {
            if (concept.ShortCode is { } form) properties.Add(ConceptProperty.OfCode("code", form));
            properties.Add(ConceptProperty.OfCode("id", concept.UriForm!));
            DescribeExpression(concept, language, properties);
            if (concept.Parts.Any(part => IsTitleAuthored(part.Entity, language))) properties.Add(ConceptProperty.OfBoolean("titleAuthored", true));
            return;
        }

        DescribePlace(concept.Entity, properties);
        if (IsAbstract(concept.Entity)) properties.Add(ConceptProperty.OfBoolean("notSelectable", true));
        DescribeTexts(concept.Entity, properties);
        DescribeScales(concept.Entity, properties);
        if (IsTitleAuthored(concept.Entity, language)) properties.Add(ConceptProperty.OfBoolean("titleAuthored", true));
    }

    /// <summary>Adds the axes of a stem.</summary>
    protected virtual void DescribeScales(Entity stem, List<ConceptProperty> properties)
    {
    }

    /// <summary>Adds what an expression says beside its axes.</summary>
    protected virtual void DescribeUnbound(ConceptPart part, string language, List<ConceptProperty> properties)
    {
    }

    private void DescribeExpression(Concept concept, string language, List<ConceptProperty> properties)
    {
        for (var i = 0; i < concept.Parts.Count; i++)
        {
            var part = concept.Parts[i];
            // A stem that is the value of another one, and has no values of its own, is shown as that value.
            if (!part.IsStem || (concept.Bindings.Any(binding => binding.Value == i) && (i + 1 == concept.Parts.Count || concept.Parts[i + 1].IsStem))) continue;
            properties.Add(ConceptProperty.OfCode("stem", CodeOf(part.Entity)) with
            {
                Parts = [ConceptProperty.OfText("stemLabel", TitleOf(part.Entity, language)), new("stemUri", "valueUri", UriOf(part.Entity)!)],
            });
        }

        foreach (var binding in concept.Bindings)
        {
            var value = concept.Parts[binding.Value].Entity;
            properties.Add(ConceptProperty.OfCode("postcoordinationValues", binding.AxisUri) with
            {
                Parts = [new(CodeOf(value), "valueUri", UriOf(value)!) { Description = TitleOf(value, language) }],
            });
        }

        for (var i = 0; i < concept.Parts.Count; i++)
        {
            if (!concept.Parts[i].IsStem && !concept.Bindings.Any(binding => binding.Value == i)) DescribeUnbound(concept.Parts[i], language, properties);
        }
    }

    protected static IReadOnlyList<PropertyDefinition> LinearizationProperties { get; } =
    [
        new("code", "code", "The short code; of an expression its short form"),
        new("notSelectable", "boolean", "true on an entity without a short code"),
        new("stem", "code", "A stem of an expression, with stemLabel and stemUri"),
        new("postcoordinationValues", "code", "The axis of a value of an expression, with the value"),
        .. PlaceProperties,
    ];

    /// <summary>The releases' languages, and those that our starter release adds titles in.</summary>
    public static IReadOnlyList<string> LanguagesOf(ReleaseCatalog catalog, IReadOnlyList<Release> trees) =>
        [.. trees.SelectMany(tree => tree.Languages.Concat(catalog.Starter is { } starter && starter.Classification == tree.Classification ? starter.Languages : [])).Distinct(StringComparer.Ordinal)];
}
